import type { ClaimSource } from '../run/claim-source.ts';
import { columnOf } from '../run/claim-source.ts';
import { doublesOf, intsOf } from '../run/map-numbers.ts';
import type { TalliedBucket } from '../run/tally-bucket.ts';
import { categories, employments, schemes } from '../table/columns.ts';

/** A person in words: `居民·低保对象`. */
export function groupOf({ persons }: ClaimSource, row: number): string {
  const [scheme, category] = ['scheme', 'category'].map((name) => columnOf(persons, name)[row]);
  // Read only where some rules ask for it.
  const employment = persons.columns.emp_status;
  return [
    schemeWords[schemes[scheme ?? 0] ?? 'resident'],
    ...(employment ? employmentWords[employments[employment[row] ?? 0] ?? 'none'] : []),
    categoryWords[categories[category ?? 0] ?? 'ordinary'],
  ].join('·');
}

const employmentWords = { active: ['在职'], retired: ['退休'], none: [] } as const;

const schemeWords = { employee: '职工', resident: '居民' } as const;

const categoryWords = {
  ordinary: '普通',
  destitute: '特困人员',
  subsistence: '低保对象',
  returned_to_poverty: '返贫致贫人口',
  low_income_edge: '低保边缘家庭成员',
  monitored: '监测对象',
  poor_by_illness: '因病致贫重病患者',
} as const;

/** One of each group: the lower median of what their claims cost. */
export function typicalPlaces(
  { claims, costs }: TalliedBucket,
  places: Int32Array,
): readonly number[] {
  const { persons, people } = claims;
  const [scheme, category] = ['scheme', 'category'].map((name) => columnOf(persons, name));
  const employment = persons.columns.emp_status;
  const codes = intsOf(places, (place) => {
    const row = people[place] ?? 0;
    const own = (scheme?.[row] ?? 0) * employments.length + (employment?.[row] ?? 0);
    return own * categories.length + (category?.[row] ?? 0);
  });
  const groups = placesByCode(places, codes).map((own) => ({
    name: groupOf(claims, people[own[0] ?? 0] ?? 0),
    own,
  }));
  const costOf = (place: number): number => costs.costs[people[place] ?? 0] ?? 0;
  return groups
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ own }) => medianOf(own, costOf));
}

/** In the order in which the codes come up, each with its places in order. */
function placesByCode(places: Int32Array, codes: Int32Array): readonly Int32Array[] {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const lists = new Map([...counts].map(([code, count]) => [code, new Int32Array(count)]));
  const filled = new Int32Array(Math.max(0, ...counts.keys()) + 1);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const to = filled[code] ?? 0;
    const own = lists.get(code);
    if (own) own[to] = places[at] ?? 0;
    filled[code] = to + 1;
  }
  return [...lists.values()];
}

/** Of those with the same costs as the lower median, the one that has its place where all are put in order. */
function medianOf(places: Int32Array, costOf: (place: number) => number): number {
  const costs = doublesOf(places, costOf).sort();
  const middle = Math.floor((costs.length - 1) / 2);
  const alike = places.filter((place) => costOf(place) === costs[middle]);
  return alike[middle - costs.indexOf(costs[middle] ?? 0)] ?? 0;
}
