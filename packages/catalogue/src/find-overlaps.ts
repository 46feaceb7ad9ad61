import type { DayNumber } from '@tiaoli/base';

/** How rows of one key exclude each other: by their days, or by the stretches of their numbers. */
export interface OverlapRules {
  readonly validityOf: (row: number) => { readonly from: DayNumber; readonly to: DayNumber };
  /** Whether the stretches of two rows share a number; true where there are none. */
  readonly meet: (left: number, right: number) => boolean;
  /** Pairs after which the search ends. */
  readonly most: number;
}

/** Pairs of rows of one group that hold for the same numbers on the same day, the earlier row first. */
export function findOverlaps(
  groups: readonly (readonly number[])[],
  rules: OverlapRules,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (const group of groups) {
    if (pairs.length >= rules.most) break;
    pairs.push(...overlapsAmong(group, rules));
  }
  return pairs.slice(0, rules.most);
}

/** By first day: only what has not ended when the next begins can overlap with it. */
function overlapsAmong(
  rows: readonly number[],
  { validityOf, meet, most }: OverlapRules,
): readonly (readonly [number, number])[] {
  const sorted = rows.toSorted((a, b) => startOf(a) - startOf(b) || a - b);
  const pairs: (readonly [number, number])[] = [];
  let open: number[] = [];
  for (const row of sorted) {
    open = open.filter((other) => validityOf(other).to >= validityOf(row).from);
    const other = open.find((each) => meet(each, row));
    if (other !== undefined) pairs.push(other < row ? [other, row] : [row, other]);
    if (pairs.length >= most) return pairs;
    open.push(row);
  }
  return pairs;

  /** Without days all rows hold always; two infinities have no difference. */
  function startOf(row: number): number {
    return Math.max(validityOf(row).from, Number.MIN_SAFE_INTEGER);
  }
}
