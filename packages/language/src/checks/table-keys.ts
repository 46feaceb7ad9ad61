import type { Cell } from '../generated/ast.ts';
import type { DocumentScope } from '../references/document-scope.ts';
import { numericLiteral } from '../types/type-use.ts';
import type { Stretch } from './interval.ts';
import { contact, stretchOf } from './interval.ts';

/** What a key cell matches, as far as it shows in the text. */
type Key =
  | { readonly kind: 'any' | 'otherwise' | 'unknown' }
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'stretch'; readonly stretch: Stretch };

interface KeyRow {
  readonly keys: readonly Cell[];
}

function keyOf({ content }: Cell, scope: DocumentScope): Key {
  if (content.$type === 'AnyCell') return { kind: 'any' };
  if (content.$type === 'OtherwiseCell') return { kind: 'otherwise' };
  if (content.$type !== 'Interval') return { kind: 'unknown' };
  const stretch = stretchOf(content, numericLiteral);
  if (stretch) return { kind: 'stretch', stretch };
  const { value } = content.first;
  const number = numericLiteral(value);
  if (number) {
    const end = { node: value, value: number, included: true };
    return { kind: 'stretch', stretch: { low: end, high: end, ambiguous: false } };
  }
  if (value.$type === 'Truth') return { kind: 'member', member: value.value };
  const resolution = scope.resolve(value);
  return resolution.kind === 'member'
    ? { kind: 'member', member: resolution.member }
    : { kind: 'unknown' };
}

/** Pairs of rows that match one combination of keys; the later row of each, with the first. */
export function keyOverlaps<Row extends KeyRow>(
  rows: readonly Row[],
  scope: DocumentScope,
): readonly { readonly row: Row; readonly first: Row; readonly key: string }[] {
  const read = rows.map((row) => ({ row, keys: row.keys.map((cell) => keyOf(cell, scope)) }));
  return read.flatMap(({ row, keys }, index) => {
    const first = read.slice(0, index).find((other) => meets(other.keys, keys));
    const key = row.keys.map(({ $cstNode }) => $cstNode?.text ?? '').join('、');
    return first ? [{ row, first: first.row, key }] : [];
  });
}

function meets(left: readonly Key[], right: readonly Key[]): boolean {
  return left.every((key, at) => {
    const other = right[at];
    return other !== undefined && keyMeets(key, other);
  });
}

/** 其余 meets only another 其余: it is what no other row has. */
function keyMeets(left: Key, right: Key): boolean {
  if (left.kind === 'otherwise' || right.kind === 'otherwise') return left.kind === right.kind;
  if (left.kind === 'any' || right.kind === 'any') return true;
  if (left.kind === 'member' && right.kind === 'member') return left.member === right.member;
  if (left.kind === 'stretch' && right.kind === 'stretch') {
    return stretchesMeet(left.stretch, right.stretch);
  }
  return false;
}

function stretchesMeet(left: Stretch, right: Stretch): boolean {
  const apart = (before: Stretch, behind: Stretch): boolean => {
    if (!before.high || !behind.low) return false;
    const found = contact(before.high, behind.low);
    return found === 'gap' || found === 'touch' || found === 'unknown';
  };
  return !apart(left, right) && !apart(right, left);
}

export interface KeyField {
  /** Members of the enumeration that the dimension runs over. */
  readonly members: readonly string[] | undefined;
  readonly isBoolean: boolean;
}

/**
 * Combinations of members that no row matches, at most six. Dimensions of numbers are for the analyses; they count as
 * matched, and have undefined in a combination.
 */
export function keyGaps(
  rows: readonly KeyRow[],
  fields: readonly KeyField[],
  scope: DocumentScope,
): readonly (readonly (string | undefined)[])[] {
  const read = rows.map(({ keys }) => keys.map((cell) => keyOf(cell, scope)));
  if (read.some((keys) => keys.some(({ kind }) => kind === 'unknown'))) return [];
  const domains = fields.map(
    ({ members, isBoolean }) => members ?? (isBoolean ? ['true', 'false'] : undefined),
  );
  const gaps: (readonly (string | undefined)[])[] = [];
  const visit = (at: number, chosen: readonly (string | undefined)[]): void => {
    if (gaps.length > 5) return;
    if (at === domains.length) {
      if (!read.some((keys) => matches(keys, chosen))) {
        gaps.push(chosen);
      }
      return;
    }
    for (const member of domains[at] ?? [undefined]) visit(at + 1, [...chosen, member]);
  };
  visit(0, []);
  return gaps.filter((gap) => gap.some((member) => member !== undefined));
}

function matches(keys: readonly Key[], chosen: readonly (string | undefined)[]): boolean {
  return keys.every((key, at) => {
    const member = chosen[at];
    return key.kind !== 'member' || member === undefined || key.member === member;
  });
}
