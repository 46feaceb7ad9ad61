import { insuredYearOf } from './calendar.ts';
import type { Fraction } from './fraction.ts';
import { fraction, minus, most, nothing, plus, positive, sum } from './fraction.ts';
import type {
  AccumulatorModel,
  ClaimFacts,
  LayerModel,
  PolicyModel,
  PoolModel,
  Reading,
  ResultName,
  RuleModel,
} from './model.ts';
import { undetermined } from './model.ts';
import { drawerOf, paidByRank } from './records.ts';
import type { SettledLayer } from './settle-layer.ts';
import { settleLayer } from './settle-layer.ts';
import type { LayerAccumulator, LayerState, Place, ReferenceState } from './state.ts';
import {
  accumulatorsOf,
  blankState,
  datesOf,
  dayFact,
  instanceOf,
  layerPlace,
  valueAt,
  withValue,
} from './state.ts';
import { paidInTotal, stockChanges, stockLeft, stockPlace, stocksOfOthers } from './stocks.ts';
import { versionAt } from './versions.ts';

/** A value; `undefined` for 不适用, `'undetermined'` for 待补充. */
export type ResultValue = Fraction | boolean | 'undetermined' | undefined;

export interface ReferenceResult {
  /** By the name of the definition (`层甲`, `层甲.起付`, `个人负担`). */
  readonly results: ReadonlyMap<string, ResultValue>;
  /** Accumulators of this claim by name, before and after; undefined where a 最近 has seen no claim. */
  readonly before: ReadonlyMap<string, Fraction | undefined>;
  /** `'kept'` where the claim writes nothing. */
  readonly after: ReadonlyMap<string, Fraction | 'kept'>;
  readonly state: ReferenceState;
}

const SETTLED_ON = '结算日期';

/** One claim under one policy, straight from reference section 3. Throws `undetermined` where there is no value. */
export function settleClaim(
  policy: PolicyModel,
  state: ReferenceState,
  claim: ClaimFacts,
): ReferenceResult {
  const settled = new Map<string, SettledLayer | undefined>();
  const remainders = remaindersOf(policy, settled);
  const reading = readingOf(policy, state, claim, settled, remainders);
  const whole = policy.waterfall.whole.read(reading);
  const { policy: inPolicy } = policy.waterfall;
  remainders.start(
    whole,
    inPolicy.length === 0 ? whole : sum(inPolicy.map((each) => each.read(reading))),
  );
  for (const step of policy.waterfall.steps) {
    for (const name of step) {
      const layer = policy.layers.find((each) => each.name === name);
      if (!layer) throw new Error(`no layer ${name}`);
      settled.set(name, settleInTurn(policy, state, layer, claim, reading));
    }
    remainders.pay(step);
  }
  const results = new Map<string, ResultValue>([
    ...layerResults(policy, settled),
    ...recordResults(policy, claim, settled),
    ['个人负担', remainders.afterFunds()],
    ['现金', reading.remainder('total')],
    ...policy.rules.map((rule): [string, ResultValue] => [rule.name, valueOfRule(rule, reading)]),
  ]);
  const before = new Map<string, Fraction | undefined>();
  const after = new Map<string, Fraction | 'kept'>();
  let next = state;
  for (const { place, written, seen } of changes(policy, state, claim, reading, settled)) {
    before.set(place.name, seen);
    after.set(place.name, written ?? 'kept');
    if (written) next = withValue(next, place, written);
  }
  const drawnBy = (layer: string) => settled.get(layer)?.amounts.draws ?? [];
  const others = stocksOfOthers(policy, state, claim.facts, reading, drawnBy);
  for (const { place, written } of others) next = withValue(next, place, written);
  return { results, before, after, state: next };
}

function valueOfRule({ read }: RuleModel, at: Reading): ResultValue {
  try {
    return read(at);
  } catch (problem) {
    if (problem === undetermined) return 'undetermined';
    throw problem;
  }
}

function settleInTurn(
  policy: PolicyModel,
  state: ReferenceState,
  layer: LayerModel,
  claim: ClaimFacts,
  reading: Reading,
): SettledLayer | undefined {
  const { facts } = claim;
  const dates = datesOf(layer);
  const at: Reading = {
    ...reading,
    day: dayFact(facts, dates.other),
    year: insuredYearOf(dayFact(facts, dates.year), policy.yearStart),
  };
  const layerState: LayerState = {
    before: (quantity, period, keys) => {
      const names = keys && keys.length > 0 ? keyNames(layer) : [];
      const place = layerPlace(layer, { quantity, period, keys: names }, facts, policy);
      return valueAt(state, place) ?? nothing;
    },
    blank: blankState,
  };
  const pools = policy.pools
    .filter(({ layers }) => layers.includes(layer.name))
    .map((pool) => poolLeft(pool, policy, state, facts, reading));
  const { stock, forEach } = layer;
  const limits =
    stock === undefined ? pools : [...pools, stockLeft(policy, state, layer, facts, reading)];
  const headerRounding = { ...policy.headerRounding, perBand: false };
  return settleLayer(layer, {
    at,
    state: layerState,
    pools: limits,
    headerRounding,
    ...(forEach && { drawFrom: drawerOf(forEach, state, claim) }),
  });
}

/** The facts by which a deductible is counted apart; a layer has one such list. */
function keyNames(layer: LayerModel): readonly string[] {
  return accumulatorsOf(layer).find(({ keys }) => keys.length > 0)?.keys ?? [];
}

function poolLeft(
  pool: PoolModel,
  policy: PolicyModel,
  state: ReferenceState,
  facts: ClaimFacts['facts'],
  at: Reading,
): Fraction {
  const limit = versionAt(pool.limit, at.day);
  if (!limit) throw undetermined;
  const used = valueAt(state, poolPlace(pool, facts, policy)) ?? nothing;
  const paid = pool.layers.map((layer) => paidInTotal(layer, at));
  return positive(minus(limit.read(at), sum([used, ...paid])));
}

function poolPlace(
  { name, period }: PoolModel,
  facts: ClaimFacts['facts'],
  policy: PolicyModel,
): Place {
  const instance = instanceOf(period, facts, { year: SETTLED_ON, other: SETTLED_ON }, policy);
  return { name: `限额池「${name}」`, keys: '', instance };
}

/** What is left of the whole and of the policy, as the turns of the 层序 come (reference 3.4). */
interface Remainders {
  start(total: Fraction, policy: Fraction): void;
  pay(step: readonly string[]): void;
  of(of: 'total' | 'policy', behind?: string): Fraction;
  afterFunds(): Fraction;
}

function remaindersOf(
  { layers }: PolicyModel,
  settled: ReadonlyMap<string, SettledLayer | undefined>,
): Remainders {
  let left = { total: nothing, policy: nothing };
  let funds = nothing;
  const behind = new Map<string, typeof left>();
  return {
    start: (total, policy) => {
      left = { total, policy };
      funds = total;
    },
    pay: (step) => {
      const paid = sum(step.map((name) => settled.get(name)?.results.get('支付') ?? nothing));
      left = { total: minus(left.total, paid), policy: minus(left.policy, paid) };
      for (const name of step) behind.set(name, left);
      if (layers.some(({ name, fund }) => fund && step.includes(name))) funds = left.total;
    },
    of: (of, layer) => (layer === undefined ? left : (behind.get(layer) ?? left))[of],
    afterFunds: () => funds,
  };
}

function readingOf(
  policy: PolicyModel,
  state: ReferenceState,
  { facts, items }: ClaimFacts,
  settled: ReadonlyMap<string, SettledLayer | undefined>,
  remainders: Remainders,
): Reading {
  const day = dayFact(facts, SETTLED_ON);
  return {
    facts,
    items,
    day,
    year: insuredYearOf(day, policy.yearStart),
    accumulated: (name, keys) => accumulatedBefore(name, policy, state, facts, keys),
    result: (layer, name) => settled.get(layer)?.results.get(name),
    remainder: (of, behind) => remainders.of(of, behind),
  };
}

function accumulatedBefore(
  name: string,
  policy: PolicyModel,
  state: ReferenceState,
  facts: ClaimFacts['facts'],
  keys?: string,
): Fraction | undefined {
  const model = policy.accumulators.find((each) => each.name === name);
  if (model) return valueBefore(model, policy, state, facts);
  const stock = policy.stocks.find((each) => each.name === name);
  if (stock) {
    const own = stockPlace(stock, facts);
    return valueAt(state, { ...own, keys: keys ?? own.keys }) ?? nothing;
  }
  const [place] = policy.layers
    .flatMap((layer) => accumulatorsOf(layer).map((each) => layerPlace(layer, each, facts, policy)))
    .filter((each) => each.name === name);
  if (!place) throw new Error(`no accumulator ${name}`);
  return valueAt(state, place) ?? nothing;
}

function layerResults(
  { layers }: PolicyModel,
  settled: ReadonlyMap<string, SettledLayer | undefined>,
): readonly (readonly [string, Fraction | undefined])[] {
  return layers.flatMap(({ name, slots, cases }): [string, Fraction | undefined][] => {
    const results = settled.get(name)?.results;
    if (results) {
      return [...results].map(([result, value]) => [
        result === '支付' ? name : `${name}.${result}`,
        value,
      ]);
    }
    const labels = [slots, ...cases.map((each) => each.slots)]
      .flatMap(({ adjustments }) => adjustments)
      .filter(({ value }) => value.tracked)
      .map(({ value }) => `损失「${value.label}」` as const);
    const names: readonly ResultName[] = ['基数', '起付', '比例自付', '超封顶', '限外', ...labels];
    return [
      [name, undefined],
      ...names.map((result): [string, undefined] => [`${name}.${result}`, undefined]),
    ];
  });
}

/** What each record of 逐个 paid. */
function recordResults(
  { layers }: PolicyModel,
  claim: ClaimFacts,
  settled: ReadonlyMap<string, SettledLayer | undefined>,
): readonly (readonly [string, ResultValue])[] {
  return layers.flatMap(({ name, forEach }) => {
    if (!forEach) return [];
    const done = settled.get(name);
    const paid = paidByRank(forEach, claim, done?.amounts.draws ?? []);
    return paid.map((each, at) => [`${name}.逐个${at + 1}`, done ? each : undefined] as const);
  });
}

interface Change {
  readonly place: Place;
  readonly seen: Fraction | undefined;
  /** Undefined: left as it was. */
  readonly written: Fraction | undefined;
}

function changes(
  policy: PolicyModel,
  state: ReferenceState,
  claim: ClaimFacts,
  reading: Reading,
  settled: ReadonlyMap<string, SettledLayer | undefined>,
): readonly Change[] {
  const { facts } = claim;
  const paidBy = (name: string): Fraction => paidInTotal(name, reading);
  return [
    ...policy.layers.flatMap((layer) => layerChanges(policy, state, facts, layer, settled)),
    ...policy.pools.map((pool): Change => {
      const place = poolPlace(pool, facts, policy);
      const seen = valueAt(state, place) ?? nothing;
      return { place, seen, written: sum([seen, ...pool.layers.map(paidBy)]) };
    }),
    ...stockChanges(policy, state, facts, reading),
    ...policy.accumulators.map((model): Change => {
      const place = accumulatorPlace(model, policy, facts);
      const seen = valueBefore(model, policy, state, facts);
      const counts = model.when === undefined || model.when.read(reading);
      return { place, seen, written: counts ? nextValue(model, seen, reading) : undefined };
    }),
  ];
}

function layerChanges(
  policy: PolicyModel,
  state: ReferenceState,
  facts: ClaimFacts['facts'],
  layer: LayerModel,
  settled: ReadonlyMap<string, SettledLayer | undefined>,
): readonly Change[] {
  const done = settled.get(layer.name);
  return accumulatorsOf(layer).map((accumulator) => {
    const place = layerPlace(layer, accumulator, facts, policy);
    const seen = valueAt(state, place) ?? nothing;
    return { place, seen, written: done && nextOfLayer(accumulator, seen, done) };
  });
}

/** Reference 3.1: A⁺, T⁺, H⁺, S⁺, C⁺, E⁺ and P⁺. */
function nextOfLayer(
  { quantity }: LayerAccumulator,
  seen: Fraction,
  { amounts, results }: SettledLayer,
): Fraction {
  switch (quantity) {
    case '最高起付':
      return most(seen, amounts.called);
    case '基数':
    case '费用限额':
      return plus(seen, amounts.admitted);
    case '起付':
      return plus(seen, results.get('起付') ?? nothing);
    case '计入':
    case '费用限额后':
      return plus(seen, amounts.counted);
    case '应付':
      return plus(seen, amounts.exact);
    default:
      return sum([seen, results.get('支付') ?? nothing, results.get('追补') ?? nothing]);
  }
}

function accumulatorPlace(
  { name, period, by }: AccumulatorModel,
  policy: PolicyModel,
  facts: ClaimFacts['facts'],
): Place {
  return {
    name,
    keys: by.map((key) => String(facts.get(key))).join('|'),
    instance: instanceOf(period, facts, { year: SETTLED_ON, other: SETTLED_ON }, policy),
  };
}

function valueBefore(
  model: AccumulatorModel,
  policy: PolicyModel,
  state: ReferenceState,
  facts: ClaimFacts['facts'],
): Fraction | undefined {
  const value = valueAt(state, accumulatorPlace(model, policy, facts));
  return value ?? (model.operator === 'latest' ? undefined : nothing);
}

function nextValue(
  { operator, value }: AccumulatorModel,
  seen: Fraction | undefined,
  at: Reading,
): Fraction {
  const before = seen ?? nothing;
  const amount = value?.read(at) ?? nothing;
  if (operator === 'count') return plus(before, fraction(1));
  if (operator === 'total') return plus(before, amount);
  return operator === 'greatest' ? most(before, amount) : amount;
}
