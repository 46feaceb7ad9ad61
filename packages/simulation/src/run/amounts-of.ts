import type { BulkCalculator } from '@tiaoli/compiler';
import type { ClaimSource } from './claim-source.ts';
import { columnOf, INPATIENT } from './claim-source.ts';
import { addRows } from './rows-of.ts';
import type { PlannedScenario } from './run-plan.ts';
import type { Batch, LoadedRules } from './settle-bucket.ts';
import { settleBucket } from './settle-bucket.ts';
import { addExactly, settleExactly } from './settle-exactly.ts';
import type { PersonAmounts } from './tally-bucket.ts';

export interface SettledAmounts {
  readonly settled: PersonAmounts;
  /** Places in `ClaimSource.people`, with the reason of the first claim that could not be settled. */
  readonly refused: readonly { readonly person: number; readonly reason: string }[];
  /** Claims of which the payments of all layers and the cash are not the total. */
  readonly unbalanced: number;
}

/** What some results add up to, claim by claim, for others who ask for it. */
export interface Feed {
  readonly input: string;
  readonly adds: readonly string[];
  /** Fen, one for each of `ClaimSource.rows`. */
  readonly amounts: Float64Array;
}

/** What the people of a bucket come to under one version; fills `feeds` beside. */
export function amountsOf(
  planned: PlannedScenario,
  loaded: LoadedRules,
  source: ClaimSource,
  feeds: readonly Feed[] = [],
): SettledAmounts {
  const [first] = planned.layers;
  const admissions = new Float64Array(source.people.length);
  let unbalanced = 0;
  const { totals, lost } = settleBucket(loaded, source, (calculator, batch, own) => {
    unbalanced += unbalancedIn(calculator, planned, source, { batch, lost: own });
    if (first) addAdmissions(calculator, first.definition, source, { batch, into: admissions });
    for (const { adds, amounts } of feeds) {
      const into = amounts.subarray(batch.firstRow, batch.lastRow);
      for (const definition of adds) addRows(calculator, definition, into);
    }
  });
  const refused = lost.flatMap((person) => {
    const exact = settleExactly(planned, source, person);
    // What the module left of them is of no worth.
    if (feeds.length > 0 && addExactly(planned, source, person, feeds) !== undefined) {
      forget(feeds, source, person);
    }
    if (exact.kind === 'refused') return [{ person, reason: exact.reason }];
    if (!exact.isBalanced) unbalanced += 1;
    for (const [definition, amount] of exact.totals) setAt(totals.get(definition), person, amount);
    admissions[person] = exact.firstLayerOfAdmissions;
    return [];
  });
  return { settled: byPerson(planned, source, { totals, admissions }), refused, unbalanced };
}

function forget(feeds: readonly Feed[], { firsts }: ClaimSource, person: number): void {
  for (const { amounts } of feeds) amounts.fill(0, firsts[person], firsts[person + 1]);
}

function setAt(totals: Float64Array | undefined, person: number, amount: number): void {
  if (totals) totals[person] = amount;
}

/** From people with claims to all of them. */
function byPerson(
  { layers, person, cash, outputs }: PlannedScenario,
  { people, persons }: ClaimSource,
  {
    totals,
    admissions,
  }: {
    readonly totals: ReadonlyMap<string, Float64Array>;
    readonly admissions: Float64Array;
  },
): PersonAmounts {
  const spread = (own: Float64Array): Float64Array => {
    const all = new Float64Array(persons.count);
    for (let at = 0; at < own.length; at += 1) all[people[at] ?? 0] = own[at] ?? 0;
    return all;
  };
  const ofDefinition = (definition: string): Float64Array => {
    const own = totals.get(definition);
    if (!own) throw new Error(`${definition} is not added up`);
    return spread(own);
  };
  const paid = layers.map(({ definition }) => ofDefinition(definition));
  return {
    fund: addUp(
      paid.filter((_, at) => layers[at]?.isFund),
      persons.count,
    ),
    layers: paid,
    burden: ofDefinition(person),
    cash: ofDefinition(cash),
    firstLayerOfAdmissions: spread(admissions),
    outputs: outputs.map(({ definition }) => ofDefinition(definition)),
  };
}

function addUp(amounts: readonly Float64Array[], count: number): Float64Array {
  const sums = new Float64Array(count);
  for (const each of amounts) {
    for (let row = 0; row < count; row += 1) sums[row] = (sums[row] ?? 0) + (each[row] ?? 0);
  }
  return sums;
}

/** Claims that do not add up, counted from the columns of results, another way than sums are made. */
function unbalancedIn(
  calculator: BulkCalculator,
  { layers, total, cash }: PlannedScenario,
  { firsts }: ClaimSource,
  { batch, lost }: { readonly batch: Batch; readonly lost: readonly number[] },
): number {
  const { firstRow, lastRow } = batch;
  const rest = new Float64Array(lastRow - firstRow);
  addRows(calculator, total, rest);
  for (const { definition } of layers) addRows(calculator, definition, rest, -1);
  addRows(calculator, cash, rest, -1);
  for (const person of lost) {
    rest.fill(0, (firsts[person] ?? 0) - firstRow, (firsts[person + 1] ?? 0) - firstRow);
  }
  let count = 0;
  for (const amount of rest) if (amount !== 0) count += 1;
  return count;
}

/** What the first layer pays for admissions, by person. */
function addAdmissions(
  calculator: BulkCalculator,
  definition: string,
  { claims, rows, firsts }: ClaimSource,
  { batch, into }: { readonly batch: Batch; readonly into: Float64Array },
): void {
  const { firstRow, lastRow, firstPerson, lastPerson } = batch;
  const kinds = columnOf(claims, 'med_type');
  const paid = new Float64Array(lastRow - firstRow);
  addRows(calculator, definition, paid);
  for (let person = firstPerson; person < lastPerson; person += 1) {
    const end = firsts[person + 1] ?? 0;
    for (let row = firsts[person] ?? 0; row < end; row += 1) {
      if (kinds[rows[row] ?? 0] !== INPATIENT) continue;
      into[person] = (into[person] ?? 0) + (paid[row - firstRow] ?? 0);
    }
  }
}
