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
import { numberOf as literalNumber } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { exactly, extremumOfRanges, isNonNegative, multiplyRanges } from '../../passes/range.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { addValues, extremumValue, multiplyValues, noAmount } from './emit-arithmetic.ts';
import { emitRounding } from './emit-rounding.ts';
import type { Node } from './node.ts';
import type { Branch } from './operators.ts';
import { arithmetic, compareNodes, firstOf, numberOf } from './operators.ts';
import type { Value } from './value.ts';
import { alignPair, fits, inScale, inType, numberValue, withStatus } from './value.ts';

/** Σ rate × |[from, to] ∩ band|. */
export function emitBrackets(
  expr: Brackets,
  { range, isAscending }: { readonly range: Range; readonly isAscending: boolean },
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const from = emit(expr.from, scope);
  const to = emit(expr.to, scope);
  const bands = fixedBands(expr);
  if (!bands) return emitSum(expr, { from, to, range }, scope, emit);
  const upper = emitCurve(bands, to, emission);
  if (from.node.constant === 0n) return withStatus(emission, { ...upper, range }, to.status);
  const lower = emitCurve(bands, from, emission);
  const difference = addValues(upper, lower, '-', emission, range);
  const value = isAscending ? difference : onlyForward(difference, from, to, emission);
  return withStatus(emission, value, from.status, to.status);
}

/** Nothing where the stretch is empty: the curve would give a negative amount. */
function onlyForward(difference: Value, from: Value, to: Value, emission: Emission): Value {
  const [a, b] = alignPair(emission, from, to);
  const zero = numberOf(emission, difference.node.type, 0n);
  const isForward = compareNodes(emission, '<', a, b);
  return { ...difference, node: firstOf(emission, [[isForward, difference.node]], zero) };
}

/** G(t): which band first, then one product. */
function emitCurve(bands: readonly FixedBand[], at: Value, emission: Emission): Value {
  const rates = bands.map(({ rate }) => rate.denominator).reduce(leastCommonMultiple, 1n);
  const limits = bands.map(({ low }) => low.denominator).reduce(leastCommonMultiple, at.scale);
  const scale = rates * limits;
  const position = inScale(emission, at, limits);
  const steepest = bands.map(({ rate }) => rate).reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const range = multiplyRanges(extremumOfRanges('max', at.range, exactly(ZERO)), {
    low: ZERO,
    high: steepest,
  });
  const type = isHeldWell(bands, position, { range, scale }) ? 'integer' : 'wide';
  const t = inType(emission, position.node, type);
  const whole = (value: Rational, times: bigint): Node =>
    numberOf(emission, type, (value.numerator * times) / value.denominator);
  const branches: Branch[] = [];
  let top = whole(topOf(bands), scale);
  if (!isNonNegative(at.range)) {
    const zero = whole(ZERO, 1n);
    branches.push([compareNodes(emission, '<=', t, zero), zero]);
  }
  for (const { low, high, rate, start } of bands) {
    const offset = subtract(start, multiply(rate, low));
    const product = arithmetic(emission, '*', whole(rate, rates), t);
    const sum = arithmetic(emission, '+', product, whole(offset, scale));
    if (high) branches.push([compareNodes(emission, '<=', t, whole(high, limits)), sum]);
    else top = sum;
  }
  return numberValue(emission, firstOf(emission, branches, top), scale, range);
}

/** Each product and each constant is below twice the largest value of the curve. */
function isHeldWell(
  bands: readonly FixedBand[],
  position: Value,
  { range, scale }: { readonly range: Range; readonly scale: bigint },
): boolean {
  const feet = bands.map(({ rate, low }) => multiply(rate, low)).reduce(add, ZERO);
  const twice = multiplyRanges(range, exactly(rational(2)));
  return position.node.type === 'integer' && fits(twice, scale) && fits(exactly(feet), scale);
}

/** Where the last band ends, should it not be open. */
function topOf(bands: readonly FixedBand[]): Rational {
  const last = bands.at(-1);
  if (!last?.high) return ZERO;
  return add(last.start, multiply(last.rate, subtract(last.high, last.low)));
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
  const { emission } = scope;
  const values = bands.map(({ rate, upTo }) => ({
    rate: emit(rate, scope),
    limit: upTo && emit(upTo, scope),
  }));
  const amounts = values.map(({ rate, limit }, band) => {
    const below = values[band - 1]?.limit ?? noAmount(emission);
    const low = extremumValue('max', [from, below], emission);
    const high = limit ? extremumValue('min', [to, limit], emission) : to;
    const length = addValues(high, low, '-', emission);
    const part = extremumValue('max', [length, noAmount(emission)], emission);
    const amount = multiplyValues(rate, part, emission);
    return perBand
      ? emitRounding(amount, perBand, roundedRange(amount, perBand.unit), emission)
      : amount;
  });
  const sum = amounts.reduce((left, right) => addValues(left, right, '+', emission));
  if (perBand) return sum;
  return withStatus(emission, numberValue(emission, sum.node, sum.scale, range), sum.status);
}

/** Rounding moves a value by less than a unit. */
function roundedRange({ range }: Value, unit: string): Range {
  const slack = literalNumber({ kind: 'literal', type: { kind: 'decimal' }, value: unit }) ?? ZERO;
  return {
    ...(range.low && { low: compare(range.low, ZERO) >= 0 ? ZERO : subtract(range.low, slack) }),
    ...(range.high && { high: add(range.high, slack) }),
  };
}
