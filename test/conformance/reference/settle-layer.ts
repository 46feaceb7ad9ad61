import type { Fraction } from './fraction.ts';
import { isSame, least, minus, most, nothing, order, plus, positive, sum } from './fraction.ts';
import type { CaseModel, LayerModel, Reading, ResultName, Slots } from './model.ts';
import { undetermined } from './model.ts';
import type { Amounts, Evaluation } from './settle-slots.ts';
import { capsLeft, settleSlots } from './settle-slots.ts';
import { versionAt } from './versions.ts';

/** A layer that applies: its amounts, and its results by name. */
export interface SettledLayer {
  readonly amounts: Amounts;
  readonly results: ReadonlyMap<ResultName, Fraction>;
}

export type LayerSurroundings = Omit<Evaluation, 'slots' | 'rounding' | 'trueUp' | 'without'> & {
  readonly headerRounding: Evaluation['rounding'];
};

/** Settles one layer for one claim; undefined where it does not apply. */
export function settleLayer(
  layer: LayerModel,
  surroundings: LayerSurroundings,
): SettledLayer | undefined {
  const amounts = amountsOf(layer, surroundings);
  if (!amounts) return undefined;
  const tracked = [layer.slots, ...layer.cases.map(({ slots }) => slots)]
    .flatMap(({ adjustments }) => adjustments)
    .filter(({ value }) => value.tracked);
  const losses = tracked.map(({ value: { label } }): [ResultName, Fraction] => {
    const without = amountsOf(layer, surroundings, label);
    return [`损失「${label}」`, positive(minus(without?.paid ?? nothing, amounts.paid))];
  });
  const results = layer.trueUp ? yearResults(amounts, surroundings) : residues(amounts);
  return { amounts, results: new Map([...results, ...losses]) };
}

/** Step 0, and what 重叠 says where several cases apply. */
function amountsOf(
  layer: LayerModel,
  surroundings: LayerSurroundings,
  without?: string,
): Amounts | undefined {
  const { at } = surroundings;
  const applies = layer.applies.length === 0 ? undefined : versionAt(layer.applies, at.day);
  if (layer.applies.length > 0 && !applies) throw undetermined;
  if (applies && !applies.read(at)) return undefined;
  const held = casesThatApply(layer, at);
  const settle = (given: Slots | undefined): Amounts => {
    const slots = given ? replaced(layer.slots, given) : layer.slots;
    const amounts = settleSlots(evaluationOf(layer, slots, surroundings, without));
    return layer.overlap?.kind === 'sum' && held.length > 0 ? amounts : drawn(amounts);
  };
  const drawn = (amounts: Amounts): Amounts => ({
    ...amounts,
    ...surroundings.drawFrom?.(amounts.paid),
  });
  const rest = typeof layer.otherwise === 'string' ? undefined : layer.otherwise;
  const rule = layer.overlap?.kind;
  if (held.length === 0) {
    if (layer.otherwise === 'not-applicable') return undefined;
    return settle(rest);
  }
  if (rule === 'best' || rule === 'least' || rule === 'sum') {
    const candidates = held.map(({ slots }) => settle(slots));
    if (rule !== 'sum') return prevailing(candidates, rule);
    return drawn(added(candidates, evaluationOf(layer, layer.slots, surroundings, without)));
  }
  const [first, second] = held;
  if (second && rule !== 'ranked') throw undetermined;
  return settle(first?.slots);
}

type PlainCase = Pick<CaseModel, 'label' | 'when' | 'slots'>;

/** The exceptions in force as cases of their own, and the case where none of them holds. */
function withExceptions(layerCase: CaseModel, day: number): readonly PlainCase[] {
  const isInForce = ({ from }: { readonly from?: number }): boolean =>
    from === undefined || from <= day;
  const exceptions = layerCase.exceptions.filter(isInForce);
  const own: PlainCase = {
    ...layerCase,
    when: {
      text: '',
      read: (at) => layerCase.when.read(at) && !exceptions.some(({ when }) => when.read(at)),
    },
  };
  return [
    ...exceptions.map((each) => ({ ...each, slots: replaced(layerCase.slots, each.slots) })),
    ...(isInForce(layerCase) ? [own] : []),
  ];
}

function evaluationOf(
  layer: LayerModel,
  slots: Slots,
  { headerRounding, ...surroundings }: LayerSurroundings,
  without?: string,
): Evaluation {
  const rounding = versionAt(slots.rounding, surroundings.at.day) ?? headerRounding;
  const { trueUp } = layer;
  return { ...surroundings, slots, rounding, trueUp, ...(without !== undefined && { without }) };
}

/** The cases whose condition holds; in the order of 按序 where that is written. */
function casesThatApply(layer: LayerModel, at: Reading): readonly PlainCase[] {
  const inForce = layer.cases.flatMap((each) => withExceptions(each, at.day));
  const { overlap } = layer;
  if (overlap?.kind !== 'ranked') return inForce.filter(({ when }) => when.read(at));
  if (overlap.by === 'labels') {
    return overlap.order.flatMap((name) =>
      inForce.filter(({ label, when }) => label === name && when.read(at)),
    );
  }
  const held = at.facts.get('人员类别');
  return overlap.order.flatMap((member) => {
    if (!(held instanceof Set) || !held.has(member)) return [];
    const alone = new Map(at.facts).set('人员类别', new Set([member]));
    return inForce.filter(({ when }) => when.read({ ...at, facts: alone }));
  });
}

/** The slots given in a case replace the layer's own; labelled ones by label, caps and adjustments included. */
function replaced(own: Slots, given: Slots): Slots {
  const either = <Name extends keyof Slots>(name: Name): Slots[Name] =>
    given[name].length > 0 ? given[name] : own[name];
  const caps = new Set(given.caps.map(({ value }) => value.label ?? ''));
  const labels = new Set(given.adjustments.map(({ value }) => value.label));
  return {
    base: either('base'),
    admitBefore: either('admitBefore'),
    admitAfter: either('admitAfter'),
    deductible: either('deductible'),
    rate: either('rate'),
    adjustments: [
      ...own.adjustments.filter(({ value }) => !labels.has(value.label)),
      ...given.adjustments,
    ],
    personShare: either('personShare'),
    guarantees: either('guarantees'),
    caps: [...own.caps.filter(({ value }) => !caps.has(value.label ?? '')), ...given.caps],
    rounding: either('rounding'),
  };
}

/** 就高, 就低: by 支付 of this claim, then the least 起付, then the least 比例自付, then the written order. */
function prevailing(candidates: readonly Amounts[], rule: 'best' | 'least'): Amounts | undefined {
  const sign = rule === 'best' ? -1 : 1;
  return candidates.toSorted(
    (left, right) =>
      sign * order(left.paid, right.paid) ||
      order(left.deductible, right.deductible) ||
      order(ratioPart(left), ratioPart(right)),
  )[0];
}

/** 累加: what the cases owe adds up, never above the base; so do payments, under the layer's own caps and pools. */
function added(candidates: readonly Amounts[], own: Evaluation): Amounts {
  const base = candidates[0]?.base ?? nothing;
  const payable = least(base, sum(candidates.map((each) => each.payable)));
  const payments = sum(candidates.map((each) => each.paid));
  const paid = least(payable, payments, ...capsLeft(own), ...own.pools);
  const left = minus(base, payable);
  const deductible = least(left, ...candidates.map((each) => each.deductible));
  return {
    base,
    admitted: base,
    called: deductible,
    deductible,
    counted: minus(base, deductible),
    exact: sum(candidates.map((each) => each.exact)),
    due: payable,
    payable,
    paid,
  };
}

function ratioPart({ counted, payable }: Amounts): Fraction {
  return positive(minus(counted, payable));
}

/** Reference 3.2. What is paid beyond X is taken from the burden of the deductible. */
function residues(amounts: Amounts): ReadonlyMap<ResultName, Fraction> {
  const { base, admitted, called, deductible, counted, due, payable, paid } = amounts;
  const before = minus(base, admitted);
  const after = minus(minus(admitted, deductible), counted);
  return new Map<ResultName, Fraction>([
    ['支付', paid],
    ['基数', base],
    ['限外前', before],
    ['限外后', after],
    ['限外', plus(before, after)],
    ['应扣起付', called],
    ['起付', deductible],
    ['起付自担', minus(deductible, positive(minus(payable, counted)))],
    ['计入', counted],
    ['应付', payable],
    ['保底补足', minus(payable, due)],
    ['比例自付', ratioPart(amounts)],
    ['超封顶', minus(payable, paid)],
    ['追补', nothing],
  ]);
}

/** 补差: what this claim's base does not bear is 追补; the rest falls to the deductible, the cap, the ratio part. */
function yearResults(
  { base, called, payable, paid }: Amounts,
  { state }: LayerSurroundings,
): ReadonlyMap<ResultName, Fraction> {
  const here = least(paid, base);
  const left = minus(base, here);
  const deductible = least(left, positive(minus(called, state.before('起付', 'year'))));
  const beyond = least(minus(left, deductible), minus(payable, paid));
  return new Map<ResultName, Fraction>([
    ['支付', here],
    ['追补', minus(paid, here)],
    ['基数', base],
    ['限外', nothing],
    ['起付', deductible],
    ['超封顶', beyond],
    ['比例自付', most(nothing, minus(minus(left, deductible), beyond))],
  ]);
}

/** B = 限外 + 起付自担 + 比例自付 + 超封顶 + 支付 (reference 3.2). */
export function addsUp(results: ReadonlyMap<ResultName, Fraction>): boolean {
  const of = (name: ResultName): Fraction => results.get(name) ?? nothing;
  const borne = results.get('起付自担') ?? of('起付');
  return isSame(of('基数'), sum([of('限外'), borne, of('比例自付'), of('超封顶'), of('支付')]));
}
