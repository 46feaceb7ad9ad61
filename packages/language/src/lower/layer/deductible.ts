import type { Expr, LayerSlot } from '@tiaoli/ir';
import {
  accumulatorRef,
  casesOf,
  choose,
  compareTo,
  integer,
  maximum,
  minimum,
  minus,
  noMoney,
  numberLiteral,
  plus,
  positivePart,
  times,
} from '@tiaoli/ir';
import type { LayerAccumulator } from './accumulators.ts';
import { before } from './accumulators.ts';
import { adjustAmount, adjustmentsOf, mayLower, waivedAmount, waivers } from './adjustments.ts';
import type { LayerSource, SlotOf } from './layer-source.ts';
import { slotsOf } from './layer-source.ts';
import { rounded } from './rounding-slot.ts';
import { byVersion } from './versions.ts';

type DeductibleSlot = SlotOf<'deductible'>;

/** Step 3 up to d4: the deductible that this claim calls for, before what was taken already. 0 without a 起付 slot. */
export function calledDeductible(
  source: LayerSource,
  slots: readonly LayerSlot[],
  without?: string,
): Expr {
  const versions = slotsOf(slots, 'deductible');
  if (versions.length === 0) return noMoney;
  const adjustments = adjustmentsOf(slots, ['deductible'], source.governedBy, without);
  return byVersion(
    versions,
    source.governedBy,
    (slot) => {
      const counted = countedAmount(slot);
      const changed = adjustAmount(counted, adjustments);
      // Nobody is given a deductible: 降低 32元 of less than that leaves none.
      const kept = adjustments.some(mayLower) ? positivePart(changed) : changed;
      const adjusted = waivedAmount(kept, waivers(adjustments));
      const raised = slot.atLeast ? maximum(slot.atLeast, adjusted) : adjusted;
      const bounded = slot.atMost ? minimum(slot.atMost, raised) : raised;
      return renewed(slot, rounded(source, slots, bounded));
    },
    noMoney,
  );
}

/** d1: by how many claims went before (次第, 递减). */
function countedAmount({ amount, nth, stepDown }: DeductibleSlot): Expr {
  if (nth) return times(amount, nthFactor(nth));
  if (!stepDown) return amount;
  const reduced = minus(amount, times(stepDown.by, accumulatorRef(stepDown.counter)));
  return maximum(stepDown.atLeast, reduced);
}

function nthFactor({ counter, factors }: NonNullable<DeductibleSlot['nth']>): Expr {
  const last = factors.at(-1);
  if (!last) throw new Error('次第 without a factor was lowered');
  const branches = factors.slice(0, -1).map((value, index) => ({
    when: compareTo(accumulatorRef(counter), '<=', numberLiteral(integer, index)),
    value,
  }));
  return branches.length === 0 ? last : casesOf('first', branches, last);
}

/** d4: once more for each further `every` days (续计): d × (1 + ⌊(days − 1) ÷ every⌋). */
function renewed({ renew }: DeductibleSlot, amount: Expr): Expr {
  if (!renew) return amount;
  const one = numberLiteral(integer, 1);
  const left: Expr = { kind: 'arithmetic', operator: '-', left: renew.days, right: one };
  const further: Expr = { kind: 'floor-divide', left, right: renew.every };
  return times(amount, plus(one, further));
}

/** The rest of step 3: what of `called` (d4) is still due, after what was taken in the period and in the year. */
export function dueDeductible(
  source: LayerSource,
  slots: readonly LayerSlot[],
  called: Expr,
): Expr {
  const versions = slotsOf(slots, 'deductible');
  if (versions.length === 0) return noMoney;
  const taken = before(source, { quantity: '起付', period: 'year' });
  return byVersion(
    versions,
    source.governedBy,
    (slot) => {
      const due = dueInPeriod(source, slot, called);
      if (slot.inYearAtMost) return minimum(due, positivePart(minus(slot.inYearAtMost, taken)));
      if (!slot.waivedOnce) return due;
      return choose(compareTo(taken, '>=', slot.waivedOnce), noMoney, due);
    },
    noMoney,
  );
}

function dueInPeriod(source: LayerSource, slot: DeductibleSlot, called: Expr): Expr {
  if (slot.period === 'claim') return called;
  const target = slot.highestInYear ? maximum(before(source, highestOf(slot)), called) : called;
  return positivePart(minus(target, before(source, takenBy(slot))));
}

/** The accumulator of what was taken under a slot: per period, and per key where the slot has one (按 医院). */
export function takenBy(slot: DeductibleSlot): LayerAccumulator {
  const period = slot.period === 'claim' ? 'year' : slot.period;
  return { quantity: '起付', period, ...(slot.by.length > 0 && { by: slot.by }) };
}

/** The accumulator of the highest deductible of the year under a slot with 取年内最高. */
export function highestOf({ by }: DeductibleSlot): LayerAccumulator {
  return { quantity: '最高起付', period: 'year', ...(by.length > 0 && { by }) };
}
