import type { DayNumber, Validity } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';

/** The newest of the versions that are in force on `day`: a later one ends the earlier the day before it starts. */
export function versionInForce<T extends { readonly validity: Validity }>(
  versions: readonly T[],
  day: DayNumber,
): T | undefined {
  const begun = versions.filter(({ validity }) => (validity.from ?? day) <= day);
  const newest = begun.reduce<T | undefined>(
    (best, version) =>
      best === undefined || startOf(version.validity) > startOf(best.validity) ? version : best,
    undefined,
  );
  return newest && isInForce(newest.validity, day) ? newest : undefined;
}

function startOf(validity: Validity): number {
  return validity.from ?? Number.NEGATIVE_INFINITY;
}

/**
 * The largest stretch of days around `day` in which `choose` gives what it gives on `day`.
 *
 * `choose` may change only on the first day of one of `validities`, or on the day after the last.
 */
export function stableWindow(
  day: DayNumber,
  validities: readonly Validity[],
  choose: (day: DayNumber) => unknown,
): Validity {
  const starts = [...new Set(validities.flatMap(({ from, to }) => boundariesOf(from, to)))].sort(
    (left, right) => left - right,
  );
  const chosen = choose(day);
  const next = starts.find((start) => start > day && choose(start) !== chosen);
  const begins = starts.filter((start) => start <= day).reverse();
  const first = begins.find((start) => choose(start - 1) !== chosen);
  return {
    ...(first !== undefined && { from: first }),
    ...(next !== undefined && { to: next - 1 }),
  };
}

function boundariesOf(from: DayNumber | undefined, to: DayNumber | undefined): DayNumber[] {
  return [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined || !Number.isFinite(to) ? [] : [to + 1]),
  ];
}
