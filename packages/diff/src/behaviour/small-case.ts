import type { Rational } from '@tiaoli/base';
import { compare, divide, floor, multiply, negate, rational, subtract } from '@tiaoli/base';
import type { Facts } from '@tiaoli/interpreter';
import { isNumber } from '@tiaoli/interpreter';
import type { SliceLine, SlicePiece, SliceQuestion, Slicing } from './slice-of.ts';
import { slicedInputs, sliceOf } from './slice-of.ts';

/** A yuan: what a person notices. */
const usualLeast = rational(100n);

/**
 * A case like the one given with smaller amounts, in which the result still differs by `least` (in its unit, one yuan
 * unless said otherwise): each amount in turn as small as it can be with the others as they are. The case itself where
 * none is smaller.
 */
export function smallCase(
  slicing: Slicing,
  asked: Omit<SliceQuestion, 'input' | 'low' | 'high'>,
  least: Rational = usualLeast,
): Facts {
  return slicedInputs(slicing, asked.result)
    .filter(({ type }) => type.kind === 'money')
    .reduce(
      (facts, { id }) => withLess(slicing, { ...asked, facts, input: id }, least),
      asked.facts,
    );
}

function withLess(slicing: Slicing, asked: SliceQuestion, least: Rational): Facts {
  const now = asked.facts.inputs.get(asked.input);
  if (now === undefined || now === null || !isNumber(now)) return asked.facts;
  const slice = sliceOf(slicing, { ...asked, high: now });
  for (const piece of slice?.pieces ?? []) {
    const found = firstWith(slicing, asked, piece, least);
    if (found) {
      const inputs = new Map([...asked.facts.inputs, [asked.input, found] as const]);
      return { ...asked.facts, inputs };
    }
  }
  return asked.facts;
}

/** The first place of the piece with such a difference: halved down to one, then looked at where rounding has some earlier. */
function firstWith(
  slicing: Slicing,
  asked: SliceQuestion,
  { from, to, difference }: SlicePiece,
  least: Rational,
): Rational | undefined {
  if (!difference) return undefined;
  if (isAtLeast(difference.first, least)) return from;
  if (!isAtLeast(difference.last, least)) return undefined;
  const start = floor(from);
  let [without, within] = [start, floor(to)];
  while (within - without > 1n) {
    const middle = (without + within) / 2n;
    if (isAtLeast(differenceAt(slicing, asked, rational(middle)), least)) within = middle;
    else without = middle;
  }
  for (let at = within - roundingReach(difference); at < within; at += 1n) {
    if (at < start) continue;
    if (isAtLeast(differenceAt(slicing, asked, rational(at)), least)) return rational(at);
  }
  return rational(within);
}

/** How far around a place rounding can hide or show a difference: few fen over the slope, looked at no further than this. */
const furthestLook = 200n;

function roundingReach({ slope, low, high }: SliceLine): bigint {
  if (slope.numerator === 0n) return 0n;
  const steep = slope.numerator < 0n ? negate(slope) : slope;
  const reach = floor(divide(multiply(subtract(high, low), rational(2n)), steep)) + 1n;
  return reach < furthestLook ? reach : furthestLook;
}

function differenceAt(slicing: Slicing, asked: SliceQuestion, at: Rational): Rational {
  const [piece] = sliceOf(slicing, { ...asked, low: at, high: at })?.pieces ?? [];
  return piece?.difference?.first ?? subtract(at, at);
}

function isAtLeast(value: Rational, least: Rational): boolean {
  return compare(value.numerator < 0n ? negate(value) : value, least) >= 0;
}
