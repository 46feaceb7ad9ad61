import type { Expr } from '@tiaoli/ir';
import type { Range } from './range.ts';
import { isNonNegative } from './range.ts';

interface Known {
  readonly index: { readonly definitions: ReadonlyMap<string, { readonly body: Expr }> };
  readonly definitions: ReadonlyMap<string, Range>;
}

/** How many definitions deep a proof looks: layers nest a handful of steps. */
const deepest = 6;

/**
 * True when the form of the two expressions shows that `small` never exceeds `large`.
 *
 * Sound, not complete: a minimum is at most each of its operands, a part less something non-negative at most the part,
 * and definitions are looked through.
 */
export function isAtMost(small: Expr, large: Expr, known: Known, depth = deepest): boolean {
  if (depth === 0) return false;
  if (isSame(small, large)) return true;
  const deeper = (left: Expr, right: Expr): boolean => isAtMost(left, right, known, depth - 1);
  if (small.kind === 'extremum') {
    return small.operator === 'min'
      ? small.operands.some((operand) => deeper(operand, large))
      : small.operands.every((operand) => deeper(operand, large));
  }
  if (small.kind === 'cases') {
    const values = small.branches.map(({ value }) => value);
    return [...values, small.otherwise].every(
      (value) => value === undefined || deeper(value, large),
    );
  }
  if (small.kind === 'arithmetic' && small.operator === '-' && isProvenAmount(small.right, known)) {
    return deeper(small.left, large);
  }
  if (small.kind === 'literal') {
    return small.value === '0' && isProvenAmount(large, known);
  }
  const body = bodyOf(small, known);
  if (body && deeper(body, large)) return true;
  if (large.kind === 'extremum' && large.operator === 'max') {
    return large.operands.some((operand) => deeper(small, operand));
  }
  const whole = bodyOf(large, known);
  return whole?.kind === 'definition' || whole?.kind === 'extremum' ? deeper(small, whole) : false;
}

/** Never negative, as far as the ranges worked out so far say. */
function isProvenAmount(expr: Expr, { definitions }: Known): boolean {
  if (expr.kind === 'definition') {
    const range = definitions.get(expr.definition);
    return range !== undefined && isNonNegative(range);
  }
  return expr.kind === 'literal' && typeof expr.value === 'string' && !expr.value.startsWith('-');
}

function bodyOf(expr: Expr, { index }: Known): Expr | undefined {
  return expr.kind === 'definition' ? index.definitions.get(expr.definition)?.body : undefined;
}

function isSame(left: Expr, right: Expr): boolean {
  if (left === right) return true;
  return left.kind === right.kind && JSON.stringify(left) === JSON.stringify(right);
}
