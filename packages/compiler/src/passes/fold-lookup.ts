import { compare, parseRational } from '@tiaoli/base';
import type { Expr, KeyMatch, Literal, Lookup } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import { numberOf } from './literal-value.ts';

/** The cell that a lookup gives whose keys are all literals; the lookup itself when one is not, or none matches. */
export function foldLookup(expr: Lookup): Expr {
  const keys = expr.keys.filter((key): key is Literal => key.kind === 'literal');
  if (keys.length < expr.keys.length || keys.some(({ value }) => typeof value === 'object')) {
    return expr;
  }
  const row = rowsInOrder(expr.rows).find(({ match }) =>
    match.every((item, column) => matches(item, keys[column])),
  );
  return row ? row.value : expr;
}

function matches(match: KeyMatch, key: Literal | undefined): boolean {
  if (match.kind === 'any' || match.kind === 'otherwise' || key === undefined) return true;
  if (match.kind === 'members') return match.members.includes(String(key.value));
  const value = numberOf(key);
  if (!value) return false;
  const low = match.low && parseRational(match.low.value);
  const high = match.high && parseRational(match.high.value);
  if (low && compare(value, low) < (match.low?.included ? 0 : 1)) return false;
  return !(high && compare(value, high) > (match.high?.included ? 0 : -1));
}
