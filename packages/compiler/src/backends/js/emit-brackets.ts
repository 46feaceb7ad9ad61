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
import {
  exactly,
  extremumOfRanges,
  fitsDouble,
  isNonNegative,
  multiplyRanges,
} from '../../passes/range.ts';
import type { Code } from './code.ts';
import { alignCodes, inKind, inScale, numberCode, withStatus } from './code.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { nameCode } from './emission.ts';
import { addCodes, extremumCode, multiplyCodes, noAmount } from './emit-arithmetic.ts';
import { emitRounding } from './emit-rounding.ts';

/** Σ rate × |[from, to] ∩ band|. */
export function emitBrackets(
  expr: Brackets,
  { range, isAscending }: { readonly range: Range; readonly isAscending: boolean },
  scope: Scope,
  emit: EmitExpr,
): Code {
  const from = nameCode(scope, emit(expr.from, scope));
  const to = nameCode(scope, emit(expr.to, scope));
  const bands = fixedBands(expr);
  if (!bands) return emitSum(expr, { from, to, range }, scope, emit);
  const upper = emitCurve(bands, to, scope);
  if (from.text === '0') return withStatus({ ...upper, range }, to.status);
  const lower = emitCurve(bands, from, scope);
  const difference = addCodes(upper, lower, '-', range);
  const code = isAscending ? difference : onlyForward(difference, from, to);
  return withStatus(code, from.status, to.status);
}

/** Nothing where the stretch is empty: the curve would give a negative amount. */
function onlyForward(difference: Code, from: Code, to: Code): Code {
  const { texts } = alignCodes([from, to], exactly(ZERO));
  const zero = difference.kind === 'bigint' ? '0n' : '0';
  return { ...difference, text: `(${texts.join(' < ')} ? ${difference.text} : ${zero})` };
}

/** G(t): which band first, then one product. */
function emitCurve(bands: readonly FixedBand[], at: Code, scope: Scope): Code {
  const rates = bands.map(({ rate }) => rate.denominator).reduce(leastCommonMultiple, 1n);
  const limits = bands.map(({ low }) => low.denominator).reduce(leastCommonMultiple, at.scale);
  const scale = rates * limits;
  const position = nameCode(scope, inScale(at, limits));
  const steepest = bands.map(({ rate }) => rate).reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const range = multiplyRanges(extremumOfRanges('max', at.range, exactly(ZERO)), {
    low: ZERO,
    high: steepest,
  });
  // Each product and each constant is below twice the largest value of the curve.
  const twice = multiplyRanges(range, exactly(rational(2)));
  const isNarrow = position.kind === 'number' && fitsDouble(twice, scale);
  const kind = isNarrow ? 'number' : 'bigint';
  const suffix = isNarrow ? '' : 'n';
  const t = inKind(position, kind);
  const integer = (value: Rational, times: bigint): string =>
    `${(value.numerator * times) / value.denominator}${suffix}`;
  const text = bands.reduceRight(
    (above, { low, high, rate, start }) => {
      const offset = subtract(start, multiply(rate, low));
      const sum = `(${integer(rate, rates)} * ${t} + ${integer(offset, scale)})`;
      return high ? `(${t} <= ${integer(high, limits)} ? ${sum} : ${above})` : sum;
    },
    `${integer(topOf(bands), scale)}`,
  );
  const curve = isNonNegative(at.range) ? text : `(${t} <= 0${suffix} ? 0${suffix} : ${text})`;
  return nameCode(scope, numberCode(curve, kind, scale, range));
}

/** Where the last band ends, should it not be open. */
function topOf(bands: readonly FixedBand[]): Rational {
  const last = bands.at(-1);
  if (!last?.high) return ZERO;
  return add(last.start, multiply(last.rate, subtract(last.high, last.low)));
}

interface Stretch {
  readonly from: Code;
  readonly to: Code;
  readonly range: Range;
}

/** Band by band, for bands that facts move and for rounding per band. */
function emitSum(
  { bands, perBand }: Brackets,
  { from, to, range }: Stretch,
  scope: Scope,
  emit: EmitExpr,
): Code {
  const codes = bands.map(({ rate, upTo }) => ({
    rate: emit(rate, scope),
    limit: upTo && nameCode(scope, emit(upTo, scope)),
  }));
  const statuses = codes.flatMap(({ rate, limit }) => [rate.status, limit?.status]);
  const amounts = codes.map(({ rate, limit }, band) => {
    const below = codes[band - 1]?.limit ?? noAmount;
    const low = nameCode(scope, extremumCode('max', [from, below], undefined, scope));
    const high = limit ? nameCode(scope, extremumCode('min', [to, limit], undefined, scope)) : to;
    const length = nameCode(scope, addCodes(high, low, '-'));
    const part = extremumCode('max', [length, noAmount], undefined, scope);
    const amount = withStatus(multiplyCodes(rate, part), from.status, to.status, ...statuses);
    return perBand
      ? emitRounding(amount, perBand, roundedRange(amount, perBand.unit), scope)
      : amount;
  });
  const sum = amounts.reduce((left, right) => addCodes(left, right, '+'));
  return withStatus({ ...sum, range: perBand ? sum.range : range }, from.status, to.status);
}

/** Rounding moves a value by less than a unit. */
function roundedRange({ range }: Code, unit: string): Range {
  const slack = numberOf({ kind: 'literal', type: { kind: 'decimal' }, value: unit }) ?? ZERO;
  return {
    ...(range.low && { low: compare(range.low, ZERO) >= 0 ? ZERO : subtract(range.low, slack) }),
    ...(range.high && { high: add(range.high, slack) }),
  };
}
