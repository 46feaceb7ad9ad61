import type { Scope, Value } from './scope.ts';
import { isAmong, isHolding } from './scope.ts';

/** Whether an enumeration or a text is one of some members. */
export function isMember(
  scope: Scope,
  value: Value | undefined,
  members: readonly string[],
): boolean {
  if (value?.kind === 'member') return members.includes(value.member);
  if (value?.kind !== 'unread') throw new Error('no member');
  return isAmong(scope, value.source, members);
}

/** Which member it is, asked one after the other; undefined of a text that is none of those that are known. */
export function memberOf(scope: Scope, value: Value | undefined): string | undefined {
  if (value?.kind === 'member') return value.member;
  if (value?.kind !== 'unread') throw new Error('no member');
  const { source, values = [] } = value;
  const found = values.find((member) => isAmong(scope, source, [member]));
  // Of texts nothing is listed: which one it is stays open, and with it the part of the domain.
  if (found === undefined) scope.open.question ??= { kind: 'among', source, values: [] };
  return found;
}

/** Whether a set holds one of some members. */
export function isHeld(
  scope: Scope,
  value: Value | undefined,
  members: readonly string[],
): boolean {
  if (value?.kind === 'set') return members.some((member) => value.members.includes(member));
  if (value?.kind !== 'unread-set') throw new Error('no set');
  const possible = members.filter((member) => value.values.includes(member));
  return possible.length > 0 && isHolding(scope, value.source, possible);
}

/** The members of a set, each asked for; ascending by code unit as the interpreter takes them. */
export function membersOf(scope: Scope, value: Value | undefined): readonly string[] {
  if (value?.kind === 'set') return value.members.toSorted(byText);
  if (value?.kind !== 'unread-set') throw new Error('no set');
  const { source, values } = value;
  return values.filter((member) => isHolding(scope, source, [member])).toSorted(byText);
}

function byText(left: string, right: string): number {
  return left < right ? -1 : 1;
}
