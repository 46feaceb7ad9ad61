import { categories } from '../table/columns.ts';

/** Row 0 is everybody; behind it the categories of people. */
export const WATCH_ROWS = 1 + categories.length;

/** What is counted of each list and row, by its place; `s` a scenario (0 the baseline), `r` a reform (from 1). */
export interface WatchFigures {
  readonly count: number;
  /** People of the sample, and those whom they stand for. */
  readonly persons: (s: number) => number;
  readonly people: (s: number) => number;
  readonly undecided: (s: number) => number;
  readonly newlyPersons: (r: number) => number;
  readonly newly: (r: number) => number;
  readonly clearedPersons: (r: number) => number;
  readonly cleared: (r: number) => number;
}

export function watchFigures(scenarios: number): WatchFigures {
  const ofReform = (r: number): number => 3 * scenarios + 4 * (r - 1);
  return {
    count: ofReform(scenarios),
    persons: (s) => 3 * s,
    people: (s) => 3 * s + 1,
    undecided: (s) => 3 * s + 2,
    newlyPersons: ofReform,
    newly: (r) => ofReform(r) + 1,
    clearedPersons: (r) => ofReform(r) + 2,
    cleared: (r) => ofReform(r) + 3,
  };
}

/** Figures of so many lists; a ledger keeps each for each random group. */
export function watchCount(lists: number, scenarios: number): number {
  return lists * WATCH_ROWS * watchFigures(scenarios).count;
}

/** The place of a figure among those of all lists and rows. */
export function watchFigure(
  scenarios: number,
  { list, row, figure }: { readonly list: number; readonly row: number; readonly figure: number },
): number {
  return (list * WATCH_ROWS + row) * watchFigures(scenarios).count + figure;
}
