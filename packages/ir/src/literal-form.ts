import { parseDate, parseRational, printRational } from '@tiaoli/base';
import type { Literal } from './expr.ts';

/** Whether the value of a literal is written in the one form that its type has, so that equal values are equal texts. */
export function isWellFormed({ type, value }: Literal): boolean {
  switch (type.kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'text':
    case 'enumeration':
      return typeof value === 'string';
    case 'set':
      return typeof value === 'object' && isAscending(value);
    case 'date':
      return typeof value === 'string' && parseDate(value) !== undefined;
    default:
      return typeof value === 'string' && isCanonicalNumber(value);
  }
}

export function isCanonicalNumber(text: string): boolean {
  const value = parseRational(text);
  return value !== undefined && printRational(value) === text;
}

function isAscending(members: readonly string[]): boolean {
  return members.every((member, at) => at === 0 || (members[at - 1] ?? '') < member);
}
