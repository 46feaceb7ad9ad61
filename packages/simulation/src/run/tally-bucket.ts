import { mix32 } from '../random/counter-random.ts';
import { CHANGE_CLASSES } from '../result/simulation-result.ts';
import type { ClaimSource } from './claim-source.ts';
import { columnOf } from './claim-source.ts';
import type { ExactSums } from './exact-sums.ts';
import { addProduct } from './exact-sums.ts';
import { ROWS_OF_PERSON, rowsOfPeople } from './group-rows.ts';
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

const SALT = 0x5bd1e995;

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
  const rows = rowsOfPeople(bucket.claims, plan.survey);
  const ones = new Float64Array(weights.length).fill(1);
  const counted = doublesOf(bucket.counted, (is) => is);
  const changes = bucket.amounts.slice(1).map(({ burden }) => changesOf(place, burden));
  for (let at = 0; at < ROWS_OF_PERSON; at += 1) {
    const starts = intsOf(
      random,
      (group, person) =>
        (rows[person * ROWS_OF_PERSON + at] ?? 0) * groups.count * RANDOM_GROUPS + group,
    );
    const add = (figure: number, values: Float64Array, times = weights): void =>
      addColumn(ledger.groups, starts, times, values, figure * RANDOM_GROUPS);
    add(groups.persons, ones, counted);
    add(groups.people, ones);
    bucket.amounts.forEach(({ fund, burden }, s) => {
      add(groups.fund(s), fund);
      add(groups.burden(s), burden);
    });
    changes.forEach(({ classes, better, worse, gained, lost }, index) => {
      const r = index + 1;
      const first = groups.changeClass(r, 0);
      const cells = starts.map(
        (start, person) => start + (first + (classes[person] ?? 0)) * RANDOM_GROUPS,
      );
      addColumn(ledger.groups, cells, weights, ones);
      add(groups.better(r), better);
      add(groups.worse(r), worse);
      add(groups.gained(r), gained);
      add(groups.lost(r), lost);
    });
  }
}

/** Adds weight × value of each person to the cell of the person, so many cells further. */
function addColumn(
  sums: ExactSums,
  cells: Int32Array,
  weights: Float64Array,
  values: Float64Array,
  shift = 0,
): void {
  for (let person = 0; person < cells.length; person += 1) {
    addProduct(sums, shift + (cells[person] ?? 0), weights[person] ?? 0, values[person] ?? 0);
  }
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

const classEdges = CHANGE_CLASSES.map((yuan) => yuan * 100);

/** The class of a gain in fen: from an edge on. */
export function classOf(gain: number): number {
  let at = 0;
  while (at < classEdges.length && gain >= (classEdges[at] ?? 0)) at += 1;
  return at;
}

function tallyWhole({ ledger, plan, bucket, weights, random }: Place): void {
  const whole = wholeFigures(plan.scenarios.map(({ layers }) => layers.length));
  const burdened = catastrophicPeople(bucket);
  const { costs, amounts } = bucket;
  const add = (figure: number, values: Float64Array): void =>
    addColumn(ledger.whole, random, weights, values, figure * RANDOM_GROUPS);
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

function tallyOutputs({ ledger, bucket, weights }: Place): void {
  bucket.amounts.forEach(({ outputs, burden }, s) => {
    const sums = ledger.outputs[s];
    const bins = ledger.burdens[s];
    if (!sums || !bins) throw new Error('a ledger of another shape');
    const everybody = new Int32Array(weights.length);
    for (const [at, amounts] of outputs.entries()) {
      addColumn(sums, everybody.fill(at), weights, amounts);
    }
    const own = intsOf(burden, binOfBurden);
    addColumn(bins.people, own, weights, new Float64Array(own.length).fill(1));
    addColumn(bins.amounts, own, weights, burden);
  });
}

/** By scenario and share: 1 for people who live in a household whose costs are catastrophic. */
function catastrophicPeople({
  claims,
  amounts,
  counted,
}: TalliedBucket): readonly Float64Array[][] {
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
