import type { Grouping } from '../result/simulation-result.ts';
import { groupings } from '../result/simulation-result.ts';
import { categories, hospitalLevels, schemes, settlings } from '../table/columns.ts';
import type { ClaimSource } from './claim-source.ts';
import { columnOf } from './claim-source.ts';
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

/** To which rows each person of a bucket belongs: `groupings.length + 2` for each, one behind the other. */
export const ROWS_OF_PERSON = groupings.length + 2;

export function rowsOfPeople(claims: ClaimSource, { cities, incomeEdges }: Survey): Int32Array {
  const { persons } = claims;
  const levels = levelsOf(claims);
  const places: Readonly<Record<Grouping, (person: number) => number>> = {
    scheme: placeIn(columnOf(persons, 'scheme')),
    category: placeIn(columnOf(persons, 'category')),
    income: placeAmong(columnOf(persons, 'income_pc'), [0, ...incomeEdges]),
    age: placeAmong(columnOf(persons, 'age'), AGE_EDGES),
    'urban-rural': placeIn(columnOf(persons, 'urban_rural')),
    'hospital-level': (person) => levels[person] ?? 0,
  };
  const city = columnOf(persons, 'city');
  const cityRows = (persons.words.city ?? []).map((name) => rowOfCity(cities.indexOf(name)));
  const starts = groupings.map((grouping) => rowOfGroup(grouping, 0));
  const rows = new Int32Array(persons.count * ROWS_OF_PERSON);
  for (let person = 0; person < persons.count; person += 1) {
    const at = person * ROWS_OF_PERSON;
    groupings.forEach((grouping, index) => {
      rows[at + 1 + index] = (starts[index] ?? 0) + places[grouping](person);
    });
    rows[at + ROWS_OF_PERSON - 1] = cityRows[city[person] ?? 0] ?? 0;
  }
  return rows;
}

function placeIn(values: ArrayLike<number>): (person: number) => number {
  return (person) => values[person] ?? 0;
}

/** The last of the edges that the value reaches. */
function placeAmong(
  values: ArrayLike<number>,
  edges: readonly number[],
): (person: number) => number {
  return (person) => {
    const value = values[person] ?? 0;
    let place = 0;
    while (place + 1 < edges.length && value >= (edges[place + 1] ?? 0)) place += 1;
    return place;
  };
}

/** By person, 0 for those without a claim. */
function levelsOf({ claims, persons, rows }: ClaimSource): Uint8Array {
  const owners = columnOf(claims, 'person_row');
  const levels = columnOf(claims, 'hosp_lv');
  const highest = new Uint8Array(persons.count);
  for (const row of rows) {
    const person = owners[row] ?? 0;
    highest[person] = Math.max(highest[person] ?? 0, 1 + (levels[row] ?? 0));
  }
  return highest;
}
