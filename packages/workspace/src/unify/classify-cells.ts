import type { Share } from '@tiaoli/base';

/** How the value of a city stands to that of the province. */
export type CellState = 'same' | 'different' | 'not-set' | 'out-of-bounds' | 'unknown';

/** One parameter in one city, as far as the comparison needs it. */
export interface ComparedCity {
  /** One value per cell of the parameter, in a form that is equal exactly when the values are; undefined where open. */
  readonly values: readonly (string | undefined)[];
  /** A setting of the city breaks a bound, or has no right. */
  readonly isOutside: boolean;
  /** Documents of the city that might set the parameter have errors, so that its value cannot be told. */
  readonly isUnknown: boolean;
}

/**
 * The state of each city for one parameter.
 *
 * Each cell is compared with the province's; where the province leaves it open, the cities are compared with each other:
 * they are the same as long as all that settle it agree. Of a table one cell that differs makes the table differ, and
 * one that nobody settles leaves it not set.
 */
export function classifyCells(
  province: readonly (string | undefined)[],
  cities: readonly ComparedCity[],
): readonly CellState[] {
  const references = province.map((value, at) => value ?? agreed(cities, at));
  return cities.map((city) => classify(city, references));
}

/** The one value of all cities that settle a cell; undefined when none does, or when they do not agree. */
function agreed(cities: readonly ComparedCity[], at: number): string | undefined {
  const known = cities.filter(({ isUnknown }) => !isUnknown).map(({ values }) => values[at]);
  const distinct = new Set(known.filter((value) => value !== undefined));
  if (distinct.size > 1) return undefined;
  return [...distinct][0];
}

function classify(
  { values, isOutside, isUnknown }: ComparedCity,
  references: readonly (string | undefined)[],
): CellState {
  if (isOutside) return 'out-of-bounds';
  if (isUnknown) return 'unknown';
  const isDifferent = values.some((value, at) => value !== undefined && value !== references[at]);
  if (isDifferent) return 'different';
  return values.includes(undefined) ? 'not-set' : 'same';
}

const worstFirst: readonly CellState[] = [
  'out-of-bounds',
  'unknown',
  'different',
  'not-set',
  'same',
];

/** The state that stands for several: the worst of them; `same` for none. */
export function worstState(states: readonly CellState[]): CellState {
  return worstFirst.find((state) => states.includes(state)) ?? 'same';
}

export function shareOf(states: readonly CellState[]): Share {
  return { same: states.filter((state) => state === 'same').length, of: states.length };
}
