import type { Cases, Definition, Expr, Lookup } from '@tiaoli/ir';
import { childrenOf } from '@tiaoli/ir';
import type { Claim, Reading, Side } from '../claim.ts';

/** A choice in a definition: where it stands in it, and what must hold for it to be made. */
export interface ChoiceSite {
  readonly definition: Definition;
  readonly expr: Cases | Lookup;
  readonly reached: readonly Fact[];
}

/** A condition that is known, and whether it holds. */
interface Fact {
  readonly when: Expr;
  readonly holds: boolean;
}

/** Every choice of a definition that can be asked about by itself; those about a member at hand of a set cannot. */
export function choiceSites(definition: Definition): readonly ChoiceSite[] {
  const found: ChoiceSite[] = [];
  const visit = (expr: Expr, reached: readonly Fact[]): void => {
    if (expr.kind === 'lookup' || expr.kind === 'cases') found.push({ definition, expr, reached });
    if (expr.kind === 'cases') visitCases(expr, reached);
    else for (const child of askedParts(expr)) visit(child, reached);
  };
  const visitCases = ({ branches, overlap, otherwise }: Cases, reached: readonly Fact[]): void => {
    let before = reached;
    for (const { when, value } of branches) {
      visit(when, before);
      visit(value, [...before, { when, holds: true }]);
      if (overlap === 'first') before = [...before, { when, holds: false }];
    }
    const none = branches.map(({ when }) => ({ when, holds: false }));
    if (otherwise) visit(otherwise, [...reached, ...none]);
  };
  visit(definition.body, []);
  return found;
}

/** What can be asked about without the member or the record at hand. */
function askedParts(expr: Expr): readonly Expr[] {
  if (expr.kind === 'set-aggregate') return [expr.set];
  return expr.kind === 'child-aggregate' ? [] : childrenOf(expr);
}

/** That the choice is made. */
export function reaches({ reached }: ChoiceSite, side: Side): readonly Claim[] {
  return reached.map((each) => (each.holds ? holds(side, each.when) : fails(side, each.when)));
}

export function readingOf(side: Side, value: Expr): Reading {
  return { side, value };
}

export function holds(side: Side, condition: Expr): Claim {
  return { kind: 'holds', of: readingOf(side, condition) };
}

/** Known, and false. */
export function fails(side: Side, condition: Expr): Claim {
  const of = readingOf(side, condition);
  return allOf({ kind: 'valued', of }, { kind: 'not', part: { kind: 'holds', of } });
}

export function allOf(...parts: readonly Claim[]): Claim {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'all', parts };
}

export function anyOf(...parts: readonly Claim[]): Claim {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'any', parts };
}
