import { mix32 } from '../random/counter-random.ts';
import { CHANGE_CLASSES } from '../result/simulation-result.ts';
import type { ClaimSource } from './claim-source.ts';
import { columnOf } from './claim-source.ts';
import { rowsOfPeople } from './group-rows.ts';
import type { Ledger } from './ledger.ts';
import {
  binOfBurden,
  catastrophicShares,
  groupFigures,
  RANDOM_GROUPS,
  wholeFigures,
} from './ledger.ts';
import { doublesOf, intsOf } from './map-numbers.ts';
import type { RunPlan } from './run-plan.ts';
import { isAside } from './run-plan.ts';
import type { WeighedColumn } from './weighed-column.ts';
import { addColumn, weighed } from './weighed-column.ts';

/** What the people of a bucket come to under one version, by row of the persons; fen. */
export interface PersonAmounts {
  readonly fund: Float64Array;
  readonly burden: Float64Array;
  readonly cash: Float64Array;
  readonly firstLayerOfAdmissions: Float64Array;
  readonly layers: readonly Float64Array[];
  readonly outputs: readonly Float64Array[];
}

/** What the claims of people cost, by row of the persons; fen. */
export interface PersonCosts {
  readonly costs: Float64Array;
  readonly inScope: Float64Array;
  readonly admissionsInScope: Float64Array;
}

export interface TalliedBucket {
  readonly claims: ClaimSource;
  readonly costs: PersonCosts;
  /** The baseline first. */
  readonly amounts: readonly PersonAmounts[];
  /** By row of the persons: 1 for those who are in the sums. */
  readonly counted: Uint8Array;
}

/** Adds the people of a bucket to a ledger, figure by figure. */
export function tallyBucket(ledger: Ledger, plan: RunPlan, bucket: TalliedBucket): void {
  const { persons } = bucket.claims;
  const households = columnOf(persons, 'hid');
  const place: Place = {
    ...{ ledger, plan, bucket },
    weights: doublesOf(columnOf(persons, 'weight'), (weight, person) =>
      bucket.counted[person] === 1 ? weight : 0,
    ),
    random: intsOf(households, randomGroup),
  };
  tallyGroups(place);
  tallyWhole(place);
  tallyOutputs(place);
}

interface Place {
  readonly ledger: Ledger;
  readonly plan: RunPlan;
  readonly bucket: TalliedBucket;
  /** 0 for those who are in no sum. */
  readonly weights: Float64Array;
  readonly random: Int32Array;
}

/** Of the random groups; `spark/random-group.ts` reckons the same. */
export const SALT = 0x5bd1e995;

/** One of a hundred, by the household: people of one are alike and must not be told apart. */
export function randomGroup(hid: number): number {
  const high = Math.floor(hid / 2 ** 32) >>> 0;
  return mix32((hid ^ mix32(high ^ SALT)) >>> 0) % RANDOM_GROUPS;
}

/** People by what changes for them under one reform. */
interface PersonChanges {
  readonly classes: Int32Array;
  readonly better: Float64Array;
  readonly worse: Float64Array;
  readonly gained: Float64Array;
  readonly lost: Float64Array;
}

function tallyGroups(place: Place): void {
  const { ledger, plan, bucket, weights, random } = place;
  const groups = groupFigures(bucket.amounts.length);
  const cellsOfRow = groups.count * RANDOM_GROUPS;
  const starts = rowsOfPeople(bucket.claims, plan.survey).map((rows) =>
    intsOf(rows, (row, person) => row * cellsOfRow + (random[person] ?? 0)),
  );
  const add = (figure: number, column: WeighedColumn, of = starts): void => {
    for (const cells of of) addColumn(ledger.groups, cells, column, figure * RANDOM_GROUPS);
  };
  const ones = new Float64Array(weights.length).fill(1);
  const people = weighed(weights, ones);
  add(
    groups.persons,
    weighed(
      doublesOf(bucket.counted, (is) => is),
      ones,
    ),
  );
  add(groups.people, people);
  for (const [s, { fund, burden }] of bucket.amounts.entries()) {
    // Of what is run beside, the row of everybody is asked for, and no other.
    const of = isAside(plan, s) ? starts.slice(0, 1) : starts;
    add(groups.fund(s), weighed(weights, fund), of);
    add(groups.burden(s), weighed(weights, burden), of);
    if (s === 0) continue;
    const changes = changesOf(place, burden);
    add(groups.better(s), weighed(weights, changes.better), of);
    add(groups.worse(s), weighed(weights, changes.worse), of);
    add(groups.gained(s), weighed(weights, changes.gained), of);
    add(groups.lost(s), weighed(weights, changes.lost), of);
    if (isAside(plan, s)) continue;
    const first = groups.changeClass(s, 0);
    const shifts = changes.classes;
    for (let person = 0; person < shifts.length; person += 1) {
      shifts[person] = (first + (shifts[person] ?? 0)) * RANDOM_GROUPS;
    }
    for (const cells of starts) addColumn(ledger.groups, sumOf(cells, shifts), people);
  }
}

function sumOf(left: Int32Array, right: Int32Array): Int32Array {
  const sums = new Int32Array(left.length);
  for (let at = 0; at < sums.length; at += 1) sums[at] = (left[at] ?? 0) + (right[at] ?? 0);
  return sums;
}

/** Who bears less is better off. */
function changesOf({ bucket, plan }: Place, burden: Float64Array): PersonChanges {
  const count = burden.length;
  const before = bucket.amounts[0]?.burden ?? burden;
  const changes = {
    classes: new Int32Array(count),
    better: new Float64Array(count),
    worse: new Float64Array(count),
    gained: new Float64Array(count),
    lost: new Float64Array(count),
  };
  for (let person = 0; person < count; person += 1) {
    const gain = (before[person] ?? 0) - (burden[person] ?? 0);
    changes.classes[person] = classOf(gain);
    if (gain > plan.sameWithin) {
      changes.better[person] = 1;
      changes.gained[person] = gain;
    }
    if (gain < -plan.sameWithin) {
      changes.worse[person] = 1;
      changes.lost[person] = gain;
    }
  }
  return changes;
}

/** Fen of a gain at which each further class begins. */
export const classEdges = CHANGE_CLASSES.map((yuan) => yuan * 100);

/** The class of a gain in fen: from an edge on. */
export function classOf(gain: number): number {
  let at = 0;
  while (at < classEdges.length && gain >= (classEdges[at] ?? 0)) at += 1;
  return at;
}

function tallyWhole({ ledger, plan, bucket, weights, random }: Place): void {
  const whole = wholeFigures(plan.scenarios.map(({ layers }) => layers.length));
  const { costs, amounts } = bucket;
  const burdened = catastrophicPeople(bucket, plan);
  const add = (figure: number, values: Float64Array): void =>
    addColumn(ledger.whole, random, weighed(weights, values), figure * RANDOM_GROUPS);
  add(whole.costs, costs.costs);
  add(whole.inScope, costs.inScope);
  add(whole.admissionsInScope, costs.admissionsInScope);
  for (const [s, { layers, cash, firstLayerOfAdmissions }] of amounts.entries()) {
    add(whole.firstLayerOfAdmissions(s), firstLayerOfAdmissions);
    if (isAside(plan, s)) continue;
    add(whole.cash(s), cash);
    for (const [at, paid] of layers.entries()) add(whole.layer(s, at), paid);
    for (const [at, isOne] of (burdened[s] ?? []).entries()) add(whole.catastrophic(s, at), isOne);
  }
}

function tallyOutputs({ ledger, plan, bucket, weights }: Place): void {
  const everybody = new Int32Array(weights.length);
  const people = weighed(weights, new Float64Array(weights.length).fill(1));
  for (const [s, { outputs, burden }] of bucket.amounts.entries()) {
    if (isAside(plan, s)) continue;
    const sums = ledger.outputs[s];
    const bins = ledger.burdens[s];
    if (!sums || !bins) throw new Error('a ledger of another shape');
    for (const [at, amounts] of outputs.entries()) {
      addColumn(sums, everybody, weighed(weights, amounts), at);
    }
    const own = intsOf(burden, binOfBurden);
    addColumn(bins.people, own, people);
    addColumn(bins.amounts, own, weighed(weights, burden));
  }
}

/** By scenario and share: 1 for people who live in a household whose costs are catastrophic. */
function catastrophicPeople(
  { claims, amounts, counted }: TalliedBucket,
  plan: RunPlan,
): readonly Float64Array[][] {
  const { persons } = claims;
  const households = householdsOf(columnOf(persons, 'hid'));
  const addUp = (values: ArrayLike<number>): Float64Array => {
    const sums = new Float64Array(households.count);
    for (let person = 0; person < persons.count; person += 1) {
      const at = households.of[person] ?? 0;
      // Who is in no sum is in no household either.
      if (counted[person] === 1) sums[at] = (sums[at] ?? 0) + (values[person] ?? 0);
    }
    return sums;
  };
  const income = addUp(columnOf(persons, 'income_pc'));
  const means = { income, 'capacity-to-pay': addUp(columnOf(persons, 'consumption_pc')) };
  return amounts.map(({ burden }, s) => {
    if (isAside(plan, s)) return [];
    const borne = addUp(burden);
    return catastrophicShares.map(({ of, percent }) =>
      doublesOf(households.of, (at) =>
        100 * (borne[at] ?? 0) > percent * (means[of][at] ?? 0) ? 1 : 0,
      ),
    );
  });
}

/** Households of a bucket by number; they lie in one bucket whole. */
function householdsOf(ids: ArrayLike<number>): { readonly of: Int32Array; readonly count: number } {
  const numbers = new Map<number, number>();
  const of = intsOf(ids, (hid) => {
    const number = numbers.get(hid) ?? numbers.size;
    numbers.set(hid, number);
    return number;
  });
  return { of, count: numbers.size };
}
