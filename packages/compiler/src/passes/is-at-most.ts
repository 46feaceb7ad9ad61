import { compare, ONE, parseRational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import { numberOf } from './literal-value.ts';
import type { Range } from './range.ts';
import { anyNumber, exactly, isNonNegative, joinRanges } from './range.ts';

/** What a proof looks up; the ranges are those of the definitions before the one at hand. */
export interface ProofContext {
  readonly index: { readonly definitions: ReadonlyMap<string, { readonly body: Expr }> };
  readonly definitions: ReadonlyMap<string, Range>;
  readonly accumulators: ReadonlyMap<string, Range>;
  readonly inputRange: (input: string) => Range;
  /** Static denominator. */
  readonly scaleOf: (expr: Expr) => bigint;
}

/** How many steps deep a proof goes: a layer nests about a dozen. */
const deepest = 16;

/**
 * True when the form of the two expressions shows that `small` never exceeds `large`.
 *
 * Sound, not complete. A minimum is at most each of its operands, a part less an amount at most the part, a share of
 * an amount at most the amount, also when it is rounded to a unit of which the amount is a multiple; definitions are
 * looked through.
 */
export function isAtMost(
  small: Expr,
  large: Expr,
  context: ProofContext,
  depth = deepest,
): boolean {
  if (depth === 0) return false;
  if (isSame(small, large)) return true;
  const next = (left: Expr, right: Expr): boolean => isAtMost(left, right, context, depth - 1);
  return isSmall(small, large, context, next) || isLarge(small, large, context, next);
}

type Proof = (small: Expr, large: Expr) => boolean;

/** Looks for the proof in what `small` is made of. */
function isSmall(small: Expr, large: Expr, context: ProofContext, next: Proof): boolean {
  switch (small.kind) {
    case 'literal':
      return small.value === '0' && isAmount(large, context);
    case 'definition': {
      const body = context.index.definitions.get(small.definition)?.body;
      return body !== undefined && next(body, large);
    }
    case 'extremum':
      return small.operator === 'min'
        ? small.operands.some((operand) => next(operand, large))
        : small.operands.every((operand) => next(operand, large));
    case 'cases': {
      const values = small.branches.map(({ value }) => value);
      return [...values, small.otherwise].every(
        (value) => value === undefined || next(value, large),
      );
    }
    case 'arithmetic':
      if (small.operator === '-') return isAmount(small.right, context) && next(small.left, large);
      if (small.operator === '+') return false;
      return (
        (isShare(small.left, context) &&
          isAmount(small.right, context) &&
          next(small.right, large)) ||
        (isShare(small.right, context) && isAmount(small.left, context) && next(small.left, large))
      );
    case 'round':
      return isMultiple(large, small.unit, context) && next(small.operand, large);
    default:
      return false;
  }
}

/** Looks for the proof in what `large` is made of. */
function isLarge(small: Expr, large: Expr, context: ProofContext, next: Proof): boolean {
  if (large.kind === 'extremum' && large.operator === 'max') {
    return large.operands.some((operand) => next(small, operand));
  }
  if (large.kind === 'arithmetic' && large.operator === '+') {
    return (
      (isAmount(large.right, context) && next(small, large.left)) ||
      (isAmount(large.left, context) && next(small, large.right))
    );
  }
  if (large.kind !== 'definition') return false;
  const body = context.index.definitions.get(large.definition)?.body;
  const isOpen =
    body?.kind === 'definition' || body?.kind === 'extremum' || body?.kind === 'arithmetic';
  return isOpen && next(small, body);
}

/** Never negative, as far as what is already known says. */
function isAmount(expr: Expr, context: ProofContext): boolean {
  return isNonNegative(knownRange(expr, context));
}

/** A rate between none and all. */
function isShare(expr: Expr, context: ProofContext): boolean {
  const range = knownRange(expr, context);
  return isNonNegative(range) && range.high !== undefined && compare(range.high, ONE) <= 0;
}

/** The range of what needs no arithmetic; anything for the rest, so that proofs and ranges do not chase each other. */
function knownRange(expr: Expr, context: ProofContext): Range {
  switch (expr.kind) {
    case 'literal': {
      const value = numberOf(expr);
      return value ? exactly(value) : anyNumber;
    }
    case 'input':
      return context.inputRange(expr.input);
    case 'definition':
      return context.definitions.get(expr.definition) ?? anyNumber;
    case 'accumulator':
      return context.accumulators.get(expr.accumulator) ?? anyNumber;
    case 'lookup': {
      const [first, ...rest] = expr.rows.map(({ value }) => knownRange(value, context));
      return first ? rest.reduce(joinRanges, first) : anyNumber;
    }
    default:
      return anyNumber;
  }
}

/** Every value of `expr` is a whole number of units: then rounding what is below it stays below it. */
function isMultiple(expr: Expr, unit: string, { scaleOf }: ProofContext): boolean {
  const size = parseRational(unit);
  return size?.numerator === 1n && size.denominator % scaleOf(expr) === 0n;
}

/** The same form, member by member: most pairs differ in the first that is looked at. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (!isObject(left) || !isObject(right)) return false;
  const members = Object.entries(left);
  return (
    members.length === Object.keys(right).length &&
    members.every(([name, value]) => isSame(value, right[name]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
