import type { Value } from '@tiaoli/interpreter';
import { isSet } from '@tiaoli/interpreter';
import type { Expr } from '@tiaoli/ir';
import type { FixedValue } from './claim.ts';

/** What is known of the facts of a part of the domain, by `InputDeclaration.id`; facts that are not named are free. */
export type CellFacts = ReadonlyMap<string, readonly FactValue[]>;

/** Of an enumeration a member, of a boolean a truth value, of a set what it holds. */
export type FactValue = string | boolean | HeldMembers;

/** These members and no other; or two or more, whichever they are. */
export type HeldMembers =
  | { readonly kind: 'only'; readonly members: readonly string[] }
  | { readonly kind: 'several' };

/** The parts into which a set falls: nobody of them, each by itself, and whoever is more than one. */
export function heldParts(
  members: readonly string[],
  most: number | undefined,
): readonly HeldMembers[] {
  const one = [[], ...members.map((member) => [member])];
  const exact = one.map((each): HeldMembers => ({ kind: 'only', members: each }));
  const isSingle = members.length < 2 || (most !== undefined && most < 2);
  return isSingle ? exact : [...exact, { kind: 'several' }];
}

/** The one value that it stands for; undefined where there are many. */
export function fixedValueOf(value: FactValue): FixedValue | undefined {
  if (typeof value !== 'object') return value;
  return value.kind === 'only' ? value.members : undefined;
}

/** That a set holds two or more: one of its members, and one of those behind it. */
export function holdsSeveral(input: string, members: readonly string[]): Expr {
  const holds = (some: readonly string[]): Expr => ({
    kind: 'intersects',
    operand: { kind: 'input', input },
    members: some,
  });
  return {
    kind: 'logic',
    operator: 'or',
    operands: members.slice(0, -1).map((member, at) => ({
      kind: 'logic',
      operator: 'and',
      operands: [holds([member]), holds(members.slice(at + 1))],
    })),
  };
}

/** Whether a fact of a case has one of these values. */
export function isOneOf(value: Value, values: readonly FactValue[]): boolean {
  return values.some((each) => {
    if (typeof each !== 'object') return each === value;
    if (typeof value !== 'object' || !isSet(value)) return false;
    if (each.kind === 'several') return value.size > 1;
    return value.size === each.members.length && each.members.every((member) => value.has(member));
  });
}
