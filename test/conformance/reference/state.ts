import { dayOfNumber, insuredYearOf } from './calendar.ts';
import type { Fraction } from './fraction.ts';
import { nothing } from './fraction.ts';
import type { Facts, LayerModel, PeriodName, PolicyModel, SlotPeriod } from './model.ts';

export type LayerQuantity =
  | '基数'
  | '起付'
  | '计入'
  | '应付'
  | '支付'
  | '费用限额'
  | '费用限额后'
  | '最高起付';

/** What an accumulator holds, and of which year, month, visit … */
export interface Kept {
  readonly instance: string;
  readonly value: Fraction;
}

/** By accumulator name, then by its keys (按 …). */
export type ReferenceState = ReadonlyMap<string, ReadonlyMap<string, Kept>>;

/** Where in a state an accumulator of this claim stands. */
export interface Place {
  readonly name: string;
  readonly keys: string;
  readonly instance: string;
}

export function valueAt(
  state: ReferenceState,
  { name, keys, instance }: Place,
): Fraction | undefined {
  const kept = state.get(name)?.get(keys);
  return kept?.instance === instance ? kept.value : undefined;
}

export function withValue(
  state: ReferenceState,
  { name, keys, instance }: Place,
  value: Fraction,
): ReferenceState {
  const kept = new Map(state.get(name));
  return new Map(state).set(name, kept.set(keys, { instance, value }));
}

/** The accumulators of one layer before the claim. */
export interface LayerState {
  readonly before: (
    quantity: LayerQuantity,
    period: Exclude<SlotPeriod, 'claim'>,
    keys?: readonly string[],
  ) => Fraction;
  /** The same layer with nothing accumulated. */
  readonly blank: LayerState;
}

export const blankState: LayerState = {
  before: () => nothing,
  get blank() {
    return blankState;
  },
};

const PERIODS: Readonly<Record<PeriodName, string>> = {
  year: '本年',
  month: '本月',
  day: '本日',
  visit: '本就诊',
  stay: '本住院',
};

/** Which year, month, day, visit or stay the claim belongs to. */
export function instanceOf(
  period: PeriodName | 'ever',
  facts: Facts,
  dates: { readonly year: string; readonly other: string },
  { yearStart }: Pick<PolicyModel, 'yearStart'>,
): string {
  if (period === 'ever') return 'ever';
  if (period === 'visit') return String(facts.get('就诊号'));
  if (period === 'stay') return String(facts.get('住院号'));
  const day = dayFact(facts, period === 'year' ? dates.year : dates.other);
  if (period === 'year') return String(insuredYearOf(day, yearStart));
  const { year, month } = dayOfNumber(day);
  return period === 'month' ? `${year}-${month}` : String(day);
}

export function dayFact(facts: Facts, name: string): number {
  const value = facts.get(name);
  if (typeof value !== 'bigint') throw new Error(`a claim has no date ${name}`);
  return Number(value);
}

export function layerPlace(
  layer: LayerModel,
  { quantity, period, keys }: LayerAccumulator,
  facts: Facts,
  policy: PolicyModel,
): Place {
  return {
    name: `${layer.name}.${quantity}.${PERIODS[period]}${keys.length > 0 ? '.分别' : ''}`,
    keys: keys.map((key) => String(facts.get(key))).join('|'),
    instance: instanceOf(period, facts, datesOf(layer), policy),
  };
}

export function datesOf(layer: LayerModel): { readonly year: string; readonly other: string } {
  const other = layer.governedBy ?? '结算日期';
  return { year: layer.yearBy ?? other, other };
}

/** `keys` are names of facts. */
export interface LayerAccumulator {
  readonly quantity: LayerQuantity;
  readonly period: PeriodName;
  readonly keys: readonly string[];
}

/** What a layer carries (reference 3.3): the canonical year sums, and what a slot of any of its versions names. */
export function accumulatorsOf(layer: LayerModel): readonly LayerAccumulator[] {
  const cases = layer.cases.flatMap((each) => [each, ...each.exceptions]);
  const given = [layer.slots, ...cases.map(({ slots }) => slots)];
  const all = typeof layer.otherwise === 'string' ? given : [...given, layer.otherwise];
  const found: LayerAccumulator[] = (['基数', '起付', '计入', '支付'] as const).map((quantity) => ({
    quantity,
    period: 'year',
    keys: [],
  }));
  const add = (quantity: LayerQuantity, period: SlotPeriod, keys: readonly string[] = []): void => {
    if (period !== 'claim') found.push({ quantity, period, keys });
  };
  for (const slots of all) {
    if (slots.rate.some(({ value }) => value.cumulative)) add('应付', 'year');
    for (const { value } of slots.deductible) {
      if (value.period !== 'claim') add('起付', value.period, value.by);
      if (value.highestInYear) add('最高起付', 'year');
    }
    for (const { value } of slots.caps) if (value.kind === 'cap') add('支付', value.period);
    for (const { value } of slots.admitBefore) add('费用限额', value.period);
    for (const { value } of slots.admitAfter) add('费用限额后', value.period);
  }
  const keyOf = (each: LayerAccumulator): string => JSON.stringify(each);
  return [...new Map(found.map((each) => [keyOf(each), each])).values()];
}
