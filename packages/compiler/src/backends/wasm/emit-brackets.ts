import type { Rational } from '@tiaoli/base';
import {
  add,
  compare,
  leastCommonMultiple,
  multiply,
  rational,
  subtract,
  ZERO,
} from '@tiaoli/base';
import type { Brackets } from '@tiaoli/ir';
import type { FixedBand } from '../../passes/fixed-bands.ts';
import { fixedBands } from '../../passes/fixed-bands.ts';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { exactly, extremumOfRanges, isNonNegative, multiplyRanges } from '../../passes/range.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { addValues, extremumValue, multiplyValues, positivePart } from './emit-arithmetic.ts';
import { emitRounding } from './emit-rounding.ts';
import type { Node } from './node.ts';
import { constantOf, long } from './node.ts';
import { arithmetic, compareLong, select } from './operators.ts';
import type { Value } from './value.ts';
import {
  align,
  fits,
  inScale,
  literalValue,
  named,
  namedNode,
  numberValue,
  withStatus,
} from './value.ts';

/** Σ rate × |[from, to] ∩ band|. */
export function emitBrackets(
  expr: Brackets,
  { range, isAscending }: { readonly range: Range; readonly isAscending: boolean },
  scope: Scope,
  emit: EmitExpr,
): Value {
  const from = named(scope, emit(expr.from, scope));
  const to = named(scope, emit(expr.to, scope));
  const bands = openBands(expr);
  const isHeldWell = bands && [from, to].every((end) => curveFits(bands, end));
  if (!bands || !isHeldWell) return emitSum(expr, { from, to, range }, scope, emit);
  const upper = emitCurve(bands, to, scope);
  if (constantOf(from.node) === 0n) return withStatus(scope, { ...upper, range }, to.status);
  const lower = emitCurve(bands, from, scope);
  const difference = named(scope, addValues(upper, lower, '-', scope, range));
  const value = isAscending ? difference : onlyForward(difference, from, to, scope);
  return withStatus(scope, value, from.status, to.status);
}

/** Nothing where the stretch is empty: the curve would give a negative amount. */
function onlyForward(difference: Value, from: Value, to: Value, scope: Scope): Value {
  const { nodes } = align([from, to], scope.emission);
  const [a = long(0), b = long(0)] = nodes;
  return { ...difference, node: select(compareLong['<'](a, b), difference.node, long(0)) };
}

/** Only where the last band has no end: above one that ends the curve would have to stay flat. */
function openBands(expr: Brackets): readonly FixedBand[] | undefined {
  const bands = fixedBands(expr);
  return bands?.at(-1)?.high === undefined ? bands : undefined;
}

interface CurveScales {
  readonly rates: bigint;
  readonly limits: bigint;
  readonly range: Range;
}

function scalesOf(bands: readonly FixedBand[], at: Value): CurveScales {
  const steepest = bands.map(({ rate }) => rate).reduce((a, b) => (compare(a, b) < 0 ? b : a));
  return {
    rates: bands.map(({ rate }) => rate.denominator).reduce(leastCommonMultiple, 1n),
    limits: bands.map(({ low }) => low.denominator).reduce(leastCommonMultiple, at.scale),
    range: multiplyRanges(extremumOfRanges('max', at.range, exactly(ZERO)), {
      low: ZERO,
      high: steepest,
    }),
  };
}

/** Each product and each constant is below twice the largest value of the curve, or of its last band's foot. */
function curveFits(bands: readonly FixedBand[], at: Value): boolean {
  const { rates, limits, range } = scalesOf(bands, at);
  const last = bands.at(-1);
  const foot = exactly(multiply(last?.low ?? ZERO, rational(2)));
  const twice = multiplyRanges(range, exactly(rational(2)));
  return fits(at.range, limits) && fits(twice, rates * limits) && fits(foot, rates * limits);
}

/**
 * G(t) = Σ (rate − rate of the band below) × max(0, t − low). Bands by which the rate rises as much share a product. On the
 * way sums may wrap around 64 bits; the last one does not, so it is right.
 */
function emitCurve(bands: readonly FixedBand[], at: Value, scope: Scope): Value {
  const { rates, limits, range } = scalesOf(bands, at);
  const t = namedNode(scope, inScale(at, limits, scope.emission).node);
  const integer = (value: Rational, times: bigint) => (value.numerator * times) / value.denominator;
  const beyond = new Map<bigint, Node>();
  bands.forEach(({ rate, low }, band) => {
    const rise = integer(rate, rates) - integer(bands[band - 1]?.rate ?? ZERO, rates);
    if (rise === 0n) return;
    const part = partAbove(t, integer(low, limits), isNonNegative(at.range), scope);
    const known = beyond.get(rise);
    beyond.set(rise, known ? arithmetic.add(known, part) : part);
  });
  const terms = [...beyond].map(([rise, part]) => arithmetic.multiply(part, long(rise)));
  const sum = terms.reduce(arithmetic.add, long(0));
  return named(scope, numberValue(sum, rates * limits, range));
}

function partAbove(t: Node, low: bigint, isNeverBelowZero: boolean, scope: Scope): Node {
  if (low === 0n && isNeverBelowZero) return t;
  const above = namedNode(scope, arithmetic.subtract(t, long(low)));
  return select(compareLong['>'](above, long(0)), above, long(0));
}

interface Stretch {
  readonly from: Value;
  readonly to: Value;
  readonly range: Range;
}

/** Band by band, for bands that facts move and for rounding per band. */
function emitSum(
  { bands, perBand }: Brackets,
  { from, to, range }: Stretch,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const values = bands.map(({ rate, upTo }) => ({
    rate: emit(rate, scope),
    limit: upTo && named(scope, emit(upTo, scope)),
  }));
  const amounts = values.map(({ rate, limit }, band) => {
    const below = values[band - 1]?.limit ?? literalValue(ZERO, scope.emission);
    const low = extremumValue('max', [from, below], scope);
    const high = limit ? extremumValue('min', [to, limit], scope) : to;
    const part = positivePart(addValues(high, low, '-', scope), scope);
    const amount = withStatus(scope, multiplyValues(rate, part, scope), from.status, to.status);
    return perBand
      ? emitRounding(amount, perBand, roundedRange(amount, perBand.unit), scope)
      : amount;
  });
  const sum = amounts.reduce((left, right) => addValues(left, right, '+', scope));
  return perBand ? sum : { ...sum, range };
}

/** Rounding moves a value by less than a unit. */
function roundedRange({ range }: Value, unit: string): Range {
  const slack = numberOf({ kind: 'literal', type: { kind: 'decimal' }, value: unit }) ?? ZERO;
  return {
    ...(range.low && { low: compare(range.low, ZERO) >= 0 ? ZERO : subtract(range.low, slack) }),
    ...(range.high && { high: add(range.high, slack) }),
  };
}
