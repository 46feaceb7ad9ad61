import type { Grouping } from '../result/simulation-result.ts';
import { groupings } from '../result/simulation-result.ts';
import { categories, hospitalLevels, schemes, settlings } from '../table/columns.ts';
import type { ClaimSource } from './claim-source.ts';
import { columnOf } from './claim-source.ts';
import { intsOf } from './map-numbers.ts';
import type { Survey } from './survey.ts';

/** First year of life of each band of age. */
export const AGE_EDGES = [0, 18, 45, 60, 75] as const;
export const ageBands = ['0-17', '18-44', '45-59', '60-74', '75+'] as const;
export const incomeGroups = ['income-1', 'income-2', 'income-3', 'income-4', 'income-5'] as const;
/** The highest level at which a person was treated in the year. */
export const levelsVisited = ['none', ...hospitalLevels] as const;

/** Names of the groups of each grouping, in their order. */
export const groupNames: Readonly<Record<Grouping, readonly string[]>> = {
  scheme: schemes,
  category: categories,
  income: incomeGroups,
  age: ageBands,
  'urban-rural': settlings,
  'hospital-level': levelsVisited,
};

/** Row 0 is everybody; behind it the groups of each grouping, then the cities. */
export function rowOfGroup(grouping: Grouping, at: number): number {
  const before = groupings.slice(0, groupings.indexOf(grouping));
  return 1 + before.reduce((sum, each) => sum + groupNames[each].length, 0) + at;
}

export function rowOfCity(at: number): number {
  return 1 + groupings.reduce((sum, each) => sum + groupNames[each].length, 0) + at;
}

/** To which rows the people of a bucket belong, column by column: that of everybody, one of each grouping, the city's. */
export function rowsOfPeople(
  claims: ClaimSource,
  { cities, incomeEdges }: Survey,
): readonly Int32Array[] {
  const { persons } = claims;
  const places: Readonly<Record<Grouping, ArrayLike<number>>> = {
    scheme: columnOf(persons, 'scheme'),
    category: columnOf(persons, 'category'),
    income: placesAmong(columnOf(persons, 'income_pc'), [0, ...incomeEdges]),
    age: placesAmong(columnOf(persons, 'age'), AGE_EDGES),
    'urban-rural': columnOf(persons, 'urban_rural'),
    'hospital-level': levelsOf(claims),
  };
  const cityRows = Int32Array.from(persons.words.city ?? [], (name) =>
    rowOfCity(cities.indexOf(name)),
  );
  return [
    new Int32Array(persons.count),
    ...groupings.map((grouping) => {
      const start = rowOfGroup(grouping, 0);
      return intsOf(places[grouping], (place) => start + place);
    }),
    intsOf(columnOf(persons, 'city'), (city) => cityRows[city] ?? 0),
  ];
}

/** Of each value the last of the edges that it reaches. */
function placesAmong(values: ArrayLike<number>, edges: readonly number[]): Int32Array {
  const further = Float64Array.from(edges.slice(1));
  return intsOf(values, (value) => {
    let place = 0;
    while (place < further.length && value >= (further[place] ?? 0)) place += 1;
    return place;
  });
}

/** By person, 0 for those without a claim. */
function levelsOf({ claims, persons, rows }: ClaimSource): Uint8Array {
  const owners = columnOf(claims, 'person_row');
  const levels = columnOf(claims, 'hosp_lv');
  const highest = new Uint8Array(persons.count);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const person = owners[row] ?? 0;
    const level = 1 + (levels[row] ?? 0);
    if (level > (highest[person] ?? 0)) highest[person] = level;
  }
  return highest;
}
