import { adjustAmount, adjustmentsFor } from './adjustments.ts';
import type { Fraction } from './fraction.ts';
import { all, least, minus, most, nothing, order, plus, round, times } from './fraction.ts';
import type { RateModel, Written } from './model.ts';
import type { Evaluation } from './settle-slots.ts';
import { versionAt } from './versions.ts';

/** Step 5: G(M + X) − G(M), exact but where each band is rounded (逐段). */
export function valueOfStretch(
  evaluation: Evaluation,
  { deductible, counted }: { readonly deductible: Fraction; readonly counted: Fraction },
): Fraction {
  const { slots, at } = evaluation;
  const rate = versionAt(slots.rate, at.day);
  if (!rate) throw new Error('the generated layer has no rate');
  if (rate.kind === 'flat') return times(rateOf(evaluation, rate.rate), counted);
  const from = startOf(evaluation, rate, deductible);
  const to = plus(from, counted);
  let below = nothing;
  let value = nothing;
  for (const band of rate.bands) {
    const above = band.upTo ? most(below, band.upTo.read(at)) : most(below, to);
    const width = minus(least(to, above), most(from, below));
    if (order(width, nothing) > 0) {
      const part = times(rateOf(evaluation, band.rate), width);
      value = plus(
        value,
        evaluation.rounding.perBand ? round(part, evaluation.rounding.rule) : part,
      );
    }
    below = above;
  }
  return value;
}

/** M */
function startOf(
  { state }: Evaluation,
  { basis, cumulative }: Extract<RateModel, { kind: 'brackets' }>,
  deductible: Fraction,
): Fraction {
  if (basis === 'excess') return cumulative ? state.before('计入', 'year') : nothing;
  return cumulative ? plus(state.before('基数', 'year'), deductible) : deductible;
}

/** 年内累计: the year's exact amount is kept. It belongs to the layer in all its versions. */
export function isCumulative({ slots }: Pick<Evaluation, 'slots'>): boolean {
  return slots.rate.some(({ value }) => value.cumulative);
}

/** Step 6: points and factors of the rate and of the person's share, then the floor of that; between 0 and 1. */
function rateOf({ slots, at, without }: Evaluation, written: Written<Fraction>): Fraction {
  // The person's share is the other side of the same number: one order holds for both.
  const adjusted = adjustmentsFor(slots, ['rate', 'person-share'], at, without).reduce(
    (rate, each) =>
      each.target === 'rate'
        ? adjustAmount(rate, [each], at)
        : minus(all, adjustAmount(minus(all, rate), [each], at)),
    written.read(at),
  );
  const share = minus(all, adjusted);
  const floor = versionAt(slots.personShare, at.day);
  const limited = minus(all, floor ? most(share, floor.read(at)) : share);
  return least(all, most(nothing, limited));
}
