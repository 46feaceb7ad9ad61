import type { ClaimSource } from '../run/claim-source.ts';
import { columnOf } from '../run/claim-source.ts';
import type { HeldFacts } from '../run/held-facts.ts';
import { heldFacts } from '../run/held-facts.ts';
import type { PlannedScenario } from '../run/run-plan.ts';
import type { PersonAmounts, TalliedBucket } from '../run/tally-bucket.ts';
import { groupOf, typicalPlaces } from './typical-people.ts';

/** Somebody of a bucket, to be opened claim by claim. */
export interface FoundCase {
  readonly kind: 'typical' | 'gain' | 'loss';
  /** Of what somebody is typical: `居民·低保对象`. */
  readonly group: string;
  readonly age: number;
  /** Row of the persons. */
  readonly row: number;
  /** Fen that the person bears in the year. */
  readonly baseline: number;
  readonly reform: number;
  /** Fen that each layer pays in the year, of those that pay something. */
  readonly layers: readonly PaidLayer[];
  /** Of the claims in order, as the rules of the reform take them: few of those who are found are shown. */
  readonly claims: HeldFacts;
}

export interface PaidLayer {
  readonly layer: string;
  readonly baseline: number;
  readonly reform: number;
}

/** Gains and losses that are shown. */
export const MOST_CASES = 20;

/**
 * People of a bucket worth a look under the `r`-th reform: of each scheme and category the one whose costs are the median
 * of all who have claims, and those who gain and lose most, in a fixed order.
 */
export function findCases(
  bucket: TalliedBucket,
  scenarios: readonly PlannedScenario[],
  r: number,
): readonly FoundCase[] {
  const [before, planned] = [scenarios[0], scenarios[r]];
  const [baseline, reform] = [bucket.amounts[0], bucket.amounts[r]];
  if (!before || !planned || !baseline || !reform) throw new Error(`no reform ${r}`);
  const { claims, counted } = bucket;
  const places = placesOf(claims, counted);
  const firstOf = (place: number): number => claims.firsts[place] ?? 0;
  const gainOf = (place: number): number => {
    const row = claims.people[place] ?? 0;
    return (baseline.burden[row] ?? 0) - (reform.burden[row] ?? 0);
  };
  const told =
    (kind: FoundCase['kind']) =>
    (place: number): FoundCase => {
      const row = claims.people[place] ?? 0;
      return {
        ...{ kind, row, group: groupOf(claims, row) },
        age: columnOf(claims.persons, 'age')[row] ?? 0,
        baseline: baseline.burden[row] ?? 0,
        reform: reform.burden[row] ?? 0,
        layers: layersOf(paidIn(before, baseline, row), paidIn(planned, reform, row)),
        claims: heldFacts(planned.sources, claims, firstOf(place), firstOf(place + 1)),
      };
    };
  return [
    ...typicalPlaces(bucket, places).map(told('typical')),
    ...foremost(places, MOST_CASES, gainOf).map(told('gain')),
    ...foremost(places, MOST_CASES, (place) => -gainOf(place)).map(told('loss')),
  ];
}

/** Places in `ClaimSource.people` of those who are in the sums, in order. */
function placesOf({ people }: ClaimSource, counted: Uint8Array): Int32Array {
  const places = new Int32Array(people.length);
  let count = 0;
  for (let place = 0; place < people.length; place += 1) {
    if (counted[people[place] ?? 0] === 0) continue;
    places[count] = place;
    count += 1;
  }
  return places.subarray(0, count);
}

/** The most of those that are more than nothing, of equal ones the first. */
function foremost(
  places: Int32Array,
  most: number,
  amountOf: (place: number) => number,
): readonly number[] {
  const cut = (found: readonly number[]): number[] =>
    found.toSorted((one, other) => amountOf(other) - amountOf(one)).slice(0, most);
  let found: number[] = [];
  // Once there are enough, whoever does not have more than the last of them comes behind it.
  let beyond = 0;
  for (const place of places) {
    if (amountOf(place) <= beyond) continue;
    found.push(place);
    if (found.length < 2 * most) continue;
    found = cut(found);
    beyond = amountOf(found.at(-1) ?? place);
  }
  return cut(found);
}

/** Fen by name of the layer; layers of one name are one. */
function paidIn(
  { layers }: PlannedScenario,
  amounts: PersonAmounts,
  row: number,
): ReadonlyMap<string, number> {
  const paid = new Map<string, number>();
  for (const [at, { layer }] of layers.entries()) {
    paid.set(layer, (paid.get(layer) ?? 0) + (amounts.layers[at]?.[row] ?? 0));
  }
  return paid;
}

/** In the order of the reform, then what the baseline alone has. */
function layersOf(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): readonly PaidLayer[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((layer) => {
    const [baseline, reform] = [before.get(layer) ?? 0, after.get(layer) ?? 0];
    return baseline === 0 && reform === 0 ? [] : [{ layer, baseline, reform }];
  });
}

export type ChosenCase = FoundCase & { readonly bucket: number };

/**
 * Of several buckets: who is typical from the first bucket that has such people, each bucket being a sample of the whole;
 * those who gain and lose most, of equal ones the first. What was chosen of some buckets may stand for them among others,
 * so that no more is kept than is shown.
 */
export function chooseCases(found: readonly ChosenCase[]): readonly ChosenCase[] {
  const all = found.toSorted((left, right) => left.bucket - right.bucket);
  const of = (kind: FoundCase['kind']): readonly ChosenCase[] =>
    all.filter((each) => each.kind === kind);
  const typical = new Map(
    of('typical')
      .toReversed()
      .map((each) => [each.group, each]),
  );
  const gainOf = ({ baseline, reform }: ChosenCase): number => baseline - reform;
  return [
    ...[...typical.values()].toSorted((left, right) => (left.group < right.group ? -1 : 1)),
    ...of('loss')
      .toSorted((a, b) => gainOf(a) - gainOf(b))
      .slice(0, MOST_CASES),
    ...of('gain')
      .toSorted((a, b) => gainOf(b) - gainOf(a))
      .slice(0, MOST_CASES),
  ];
}
