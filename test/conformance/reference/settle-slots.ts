import { adjustAmount, adjustmentsFor } from './adjustments.ts';
import type { Fraction } from './fraction.ts';
import {
  floorOf,
  fraction,
  least,
  minus,
  most,
  nothing,
  order,
  plus,
  positive,
  round,
  sum,
  times,
} from './fraction.ts';
import type { AdmitModel, DeductibleModel, LayerRounding, Reading, Slots } from './model.ts';
import type { Draw, DrawFrom } from './records.ts';
import { isCumulative, valueOfStretch } from './settle-rate.ts';
import type { LayerState } from './state.ts';
import { inForce, versionAt } from './versions.ts';

/** One evaluation of a layer: with which slots, on what came before. */
export interface Evaluation {
  readonly slots: Slots;
  readonly at: Reading;
  readonly state: LayerState;
  /** What each 限额池 that lists the layer still lets through. */
  readonly pools: readonly Fraction[];
  /** 逐个 */
  readonly drawFrom?: DrawFrom;
  readonly rounding: LayerRounding;
  readonly trueUp: boolean;
  /** Label of the adjustment that is left out (单列). */
  readonly without?: string;
}

/** The letters of reference 3.1. */
export interface Amounts {
  readonly base: Fraction;
  readonly admitted: Fraction;
  readonly called: Fraction;
  readonly deductible: Fraction;
  readonly counted: Fraction;
  readonly exact: Fraction;
  readonly due: Fraction;
  readonly payable: Fraction;
  readonly paid: Fraction;
  /** 逐个: from whose stocks that came. */
  readonly draws?: readonly Draw[];
}

/** Steps 1 to 8 of reference 3.1, one after the other. */
export function settleSlots(evaluation: Evaluation): Amounts {
  const { slots, at } = evaluation;
  const base = baseOf(evaluation);
  const admitted = least(base, ...admitLeft(evaluation, slots.admitBefore, '费用限额'));
  const called = calledDeductible(evaluation);
  const deductible = least(admitted, dueDeductible(evaluation, called));
  const above = minus(admitted, deductible);
  const counted = least(above, ...admitLeft(evaluation, slots.admitAfter, '费用限额后'));
  const exact = valueOfStretch(evaluation, { deductible, counted });
  const due = dueOf(evaluation, { base, called, exact });
  const guarantees = slots.guarantees
    .filter(({ value, ...version }) => versionAt([{ value, ...version }], at.day))
    .filter(({ value: { when } }) => when === undefined || when.read(at))
    .map(({ value: { rate, of } }) => rounded(evaluation, times(rate.read(at), of.read(at))));
  const payable = evaluation.trueUp
    ? due
    : least(most(due, ...guarantees), plus(counted, deductible));
  const paid = least(payable, ...capsLeft(evaluation), ...evaluation.pools);
  return { base, admitted, called, deductible, counted, exact, due, payable, paid };
}

function rounded({ rounding }: Evaluation, amount: Fraction): Fraction {
  return round(amount, rounding.rule);
}

/** Step 1. */
function baseOf({ slots, at }: Evaluation): Fraction {
  const base = versionAt(slots.base, at.day);
  if (!base) throw new Error('the generated layer has no base');
  const of = (terms: typeof base.terms): Fraction => sum(terms.map((term) => term.read(at)));
  return minus(of(base.terms), of(base.less));
}

/** Steps 2 and 4: what each cost limit still admits. */
function admitLeft(
  { at, state }: Evaluation,
  limits: Slots['admitBefore'],
  quantity: '费用限额' | '费用限额后',
): readonly Fraction[] {
  return inForce<AdmitModel>(limits, ({ period }) => period, at.day).map(({ period, limit }) => {
    const bound = limit.read(at);
    return period === 'claim' ? bound : positive(minus(bound, state.before(quantity, period)));
  });
}

/** Step 3, up to d4. */
function calledDeductible(evaluation: Evaluation): Fraction {
  const { slots, at, without } = evaluation;
  const slot = versionAt(slots.deductible, at.day);
  if (!slot) return nothing;
  const adjustments = adjustmentsFor(slots, ['deductible'], at, without);
  const second = positive(adjustAmount(countedDeductible(slot, at), adjustments, at));
  const raised = slot.atLeast ? most(slot.atLeast.read(at), second) : second;
  const third = rounded(evaluation, slot.atMost ? least(slot.atMost.read(at), raised) : raised);
  if (!slot.renew) return third;
  const days = at.facts.get(slot.renew.days);
  if (typeof days !== 'bigint') throw new Error('a renewal counts days');
  const further = floorOf(fraction(days - 1n), fraction(slot.renew.every));
  return times(third, fraction(1n + further));
}

/** d1 */
function countedDeductible({ amount, nth, stepDown }: DeductibleModel, at: Reading): Fraction {
  const whole = amount.read(at);
  if (nth) {
    const earlier = Number((at.accumulated(nth.counter) ?? nothing).top);
    const share = nth.shares[Math.min(earlier, nth.shares.length - 1)];
    return share ? times(whole, share.read(at)) : whole;
  }
  if (!stepDown) return whole;
  const earlier = at.accumulated(stepDown.counter) ?? nothing;
  const lowered = minus(whole, times(stepDown.by.read(at), earlier));
  return most(stepDown.atLeast?.read(at) ?? nothing, lowered);
}

/** The rest of step 3: what of d4 is still due. */
function dueDeductible({ slots, at, state }: Evaluation, called: Fraction): Fraction {
  const slot = versionAt(slots.deductible, at.day);
  if (!slot) return nothing;
  const due = dueInPeriod(slot, called, state, at);
  const taken = state.before('起付', 'year');
  if (slot.yearAtMost) return least(due, positive(minus(slot.yearAtMost.read(at), taken)));
  return slot.waivedAt && order(taken, slot.waivedAt.read(at)) >= 0 ? nothing : due;
}

function dueInPeriod(
  { period, highestInYear, by }: DeductibleModel,
  called: Fraction,
  state: LayerState,
  { facts }: Reading,
): Fraction {
  if (period === 'claim') return called;
  const keys = by.map((name) => String(facts.get(name)));
  const target = highestInYear ? most(state.before('最高起付', 'year'), called) : called;
  return positive(minus(target, state.before('起付', period, keys)));
}

/** 应付0: of this claim, or the rise of the year's rounded amount, or the year recomputed (补差). */
function dueOf(
  evaluation: Evaluation,
  { base, called, exact }: Pick<Amounts, 'base' | 'called' | 'exact'>,
): Fraction {
  const { state } = evaluation;
  if (evaluation.trueUp) {
    const year = plus(state.before('基数', 'year'), base);
    const above = positive(minus(year, called));
    const value = valueOfStretch(
      { ...evaluation, state: state.blank },
      { deductible: least(called, year), counted: above },
    );
    return positive(minus(rounded(evaluation, value), state.before('支付', 'year')));
  }
  if (!isCumulative(evaluation)) return rounded(evaluation, exact);
  const before = state.before('应付', 'year');
  return minus(rounded(evaluation, plus(before, exact)), rounded(evaluation, before));
}

/** Step 8: what the layer's own caps still let through. Caps of one label are versions of each other. */
export function capsLeft(evaluation: Evaluation): readonly Fraction[] {
  const { slots, at, state, without } = evaluation;
  const labels = new Set(slots.caps.map(({ value }) => value.label));
  return [...labels].flatMap((label) => {
    const own = slots.caps.filter(({ value }) => value.label === label);
    const cap = versionAt(own, at.day);
    const adjustments = adjustmentsFor(slots, ['cap'], at, without).filter(
      (each) => each.cap === undefined || each.cap === label,
    );
    const lifted = adjustments.some(({ change }) => change.kind === 'waive');
    if (!cap || cap.kind === 'none' || lifted) return [];
    const adjusted = adjustAmount(cap.limit.read(at), adjustments, at);
    const limit = adjustments.length > 0 ? rounded(evaluation, adjusted) : adjusted;
    const paid = cap.period === 'claim' ? nothing : state.before('支付', cap.period);
    return [positive(minus(limit, paid))];
  });
}
