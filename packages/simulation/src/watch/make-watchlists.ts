import type { WatchlistChange, WatchlistRow } from '../result/simulation-result.ts';
import { people, splitSumAt } from '../run/estimates.ts';
import { suppressedAmong } from '../run/make-groups.ts';
import type { Counted } from '../run/make-result.ts';
import { categories } from '../table/columns.ts';
import { watchFigure, watchFigures } from './watch-figures.ts';

/** How many people stand on each list, before and after; and which lists could not be counted. */
export function makeWatchlists(counted: Counted, r: number): readonly WatchlistChange[] {
  let list = 0;
  return counted.lists.map(({ name, document, title, assumed, ...planned }): WatchlistChange => {
    const named = { name, document, title };
    if (planned.kind === 'not-counted') {
      return { kind: 'not-counted', ...named, reason: planned.reason };
    }
    const rows = rowsOf(counted, list, r);
    const undecided = undecidedOf(counted, list, r);
    list += 1;
    return { kind: 'counted', ...named, assumed, rows, ...(undecided > 0 && { undecided }) };
  });
}

/** Everybody first, then the categories that are on the list at all. */
function rowsOf(counted: Counted, list: number, r: number): readonly WatchlistRow[] {
  const scenarios = counted.rules.length;
  const figures = watchFigures(scenarios);
  const sum = (row: number, figure: number) =>
    splitSumAt(counted.ledger.watch, watchFigure(scenarios, { list, row, figure }));
  const parts = [
    figures.persons(0),
    figures.persons(r),
    figures.newlyPersons(r),
    figures.clearedPersons(r),
  ];
  /** The smallest number of the row that is not nothing. */
  const sizeOf = (row: number): number =>
    Math.min(...parts.map((figure) => Number(sum(row, figure).all) || Number.POSITIVE_INFINITY));
  const shown = (name: string, row: number): WatchlistRow => ({
    ...{ kind: 'shown', name },
    baseline: people(sum(row, figures.people(0))),
    reform: people(sum(row, figures.people(r))),
    newly: people(sum(row, figures.newly(r))),
    cleared: people(sum(row, figures.cleared(r))),
  });
  const least = counted.identity.options.leastPersons;
  const there = categories
    .map((name, at) => ({ name, row: 1 + at }))
    .filter(({ row }) => Number.isFinite(sizeOf(row)));
  const isAllHidden = sizeOf(0) < least;
  const hidden = suppressedAmong(
    there.map(({ row }) => sizeOf(row)),
    least,
  );
  // Of one group alone what is hidden is what everybody comes to.
  const isAloneHidden = there.length === 1 && hidden.size === 1;
  return [
    isAllHidden || isAloneHidden ? { kind: 'suppressed', name: 'all' } : shown('all', 0),
    ...there.map(
      ({ name, row }, at): WatchlistRow =>
        hidden.has(at) ? { kind: 'suppressed', name } : shown(name, row),
    ),
  ];
}

/** People of the sample of whom the list cannot be told on either side. */
function undecidedOf({ ledger, rules }: Counted, list: number, r: number): number {
  const { undecided } = watchFigures(rules.length);
  const [before, after] = [0, r].map((s) =>
    splitSumAt(ledger.watch, watchFigure(rules.length, { list, row: 0, figure: undecided(s) })),
  );
  return Number((before?.all ?? 0n) + (after?.all ?? 0n));
}
