import { mix32 } from '../random/counter-random.ts';
import { CHANGE_CLASSES } from '../result/simulation-result.ts';
import type { ClaimSource } from './claim-source.ts';
import { columnOf } from './claim-source.ts';
import { addProduct } from './exact-sums.ts';
import { ROWS_OF_PERSON, rowsOfPeople } from './group-rows.ts';
import type { GroupFigures, Ledger, WholeFigures } from './ledger.ts';
import {
  binOfBurden,
  catastrophicShares,
  groupFigures,
  RANDOM_GROUPS,
  wholeFigures,
} from './ledger.ts';
import type { RunPlan } from './run-plan.ts';

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

/** Adds the people of a bucket to a ledger. */
export function tallyBucket(ledger: Ledger, plan: RunPlan, bucket: TalliedBucket): void {
  const { persons } = bucket.claims;
  const weights = columnOf(persons, 'weight');
  const households = columnOf(persons, 'hid');
  const place: Place = {
    ...{ ledger, plan, bucket },
    rows: rowsOfPeople(bucket.claims, plan.survey),
    groups: groupFigures(bucket.amounts.length),
    whole: wholeFigures(plan.scenarios.map(({ layers }) => layers.length)),
  };
  const burdened = catastrophicPeople(bucket);
  for (let person = 0; person < persons.count; person += 1) {
    if (bucket.counted[person] === 0) continue;
    const one: One = {
      person,
      weight: weights[person] ?? 0,
      random: randomGroup(households[person] ?? 0),
    };
    tallyGroups(place, one);
    tallyWhole(place, one, burdened);
    tallyOutputs(place, one);
  }
}

interface Place {
  readonly ledger: Ledger;
  readonly plan: RunPlan;
  readonly bucket: TalliedBucket;
  readonly rows: Int32Array;
  readonly groups: GroupFigures;
  readonly whole: WholeFigures;
}

interface One {
  readonly person: number;
  readonly weight: number;
  readonly random: number;
}

const SALT = 0x5bd1e995;

/** One of a hundred, by the household: people of one are alike and must not be told apart. */
export function randomGroup(hid: number): number {
  const high = Math.floor(hid / 2 ** 32) >>> 0;
  return mix32((hid ^ mix32(high ^ SALT)) >>> 0) % RANDOM_GROUPS;
}

function tallyGroups(place: Place, one: One): void {
  const { ledger, rows, groups, bucket } = place;
  const { person, weight, random } = one;
  for (let at = 0; at < ROWS_OF_PERSON; at += 1) {
    const start = (rows[person * ROWS_OF_PERSON + at] ?? 0) * groups.count;
    const cell = (figure: number): number => (start + figure) * RANDOM_GROUPS + random;
    addProduct(ledger.groups, cell(groups.persons), 1, 1);
    addProduct(ledger.groups, cell(groups.people), weight, 1);
    bucket.amounts.forEach(({ fund, burden }, s) => {
      addProduct(ledger.groups, cell(groups.fund(s)), weight, fund[person] ?? 0);
      addProduct(ledger.groups, cell(groups.burden(s)), weight, burden[person] ?? 0);
      if (s > 0) tallyChange(place, one, s, cell);
    });
  }
}

/** Who bears less is better off. */
function tallyChange(
  { ledger, groups, bucket, plan }: Place,
  { person, weight }: One,
  r: number,
  cell: (figure: number) => number,
): void {
  const before = bucket.amounts[0]?.burden[person] ?? 0;
  const gain = before - (bucket.amounts[r]?.burden[person] ?? 0);
  addProduct(ledger.groups, cell(groups.changeClass(r, classOf(gain))), weight, 1);
  if (gain > plan.sameWithin) {
    addProduct(ledger.groups, cell(groups.better(r)), weight, 1);
    addProduct(ledger.groups, cell(groups.gained(r)), weight, gain);
  }
  if (gain < -plan.sameWithin) {
    addProduct(ledger.groups, cell(groups.worse(r)), weight, 1);
    addProduct(ledger.groups, cell(groups.lost(r)), weight, gain);
  }
}

const classEdges = CHANGE_CLASSES.map((yuan) => yuan * 100);

/** The class of a gain in fen: from an edge on. */
export function classOf(gain: number): number {
  let at = 0;
  while (at < classEdges.length && gain >= (classEdges[at] ?? 0)) at += 1;
  return at;
}

function tallyWhole(
  { ledger, whole, bucket }: Place,
  { person, weight, random }: One,
  burdened: readonly (readonly Uint8Array[])[],
): void {
  const { costs, amounts } = bucket;
  const add = (figure: number, values: ArrayLike<number>): void => {
    addProduct(ledger.whole, figure * RANDOM_GROUPS + random, weight, values[person] ?? 0);
  };
  add(whole.costs, costs.costs);
  add(whole.inScope, costs.inScope);
  add(whole.admissionsInScope, costs.admissionsInScope);
  amounts.forEach(({ layers, cash, firstLayerOfAdmissions }, s) => {
    add(whole.cash(s), cash);
    add(whole.firstLayerOfAdmissions(s), firstLayerOfAdmissions);
    for (const [at, paid] of layers.entries()) add(whole.layer(s, at), paid);
    for (const [at, isOne] of (burdened[s] ?? []).entries()) add(whole.catastrophic(s, at), isOne);
  });
}

function tallyOutputs({ ledger, bucket }: Place, { person, weight }: One): void {
  bucket.amounts.forEach(({ outputs, burden }, s) => {
    const sums = ledger.outputs[s];
    const bins = ledger.burdens[s];
    if (!sums || !bins) throw new Error('a ledger of another shape');
    for (const [at, amounts] of outputs.entries()) {
      addProduct(sums, at, weight, amounts[person] ?? 0);
    }
    const borne = burden[person] ?? 0;
    const bin = binOfBurden(borne);
    addProduct(bins.people, bin, weight, 1);
    addProduct(bins.amounts, bin, weight, borne);
  });
}

/** By scenario and share: 1 for people who live in a household whose costs are catastrophic. */
function catastrophicPeople({ claims, amounts, counted }: TalliedBucket): readonly Uint8Array[][] {
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
  return amounts.map(({ burden }) => {
    const borne = addUp(burden);
    return catastrophicShares.map(({ of, percent }) =>
      Uint8Array.from(households.of, (at) =>
        100 * (borne[at] ?? 0) > percent * (means[of][at] ?? 0) ? 1 : 0,
      ),
    );
  });
}

/** Households of a bucket by number; they lie in one bucket whole. */
function householdsOf(ids: ArrayLike<number>): { readonly of: Int32Array; readonly count: number } {
  const numbers = new Map<number, number>();
  const of = Int32Array.from(ids, (hid) => {
    const number = numbers.get(hid) ?? numbers.size;
    numbers.set(hid, number);
    return number;
  });
  return { of, count: numbers.size };
}
