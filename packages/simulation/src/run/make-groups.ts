import type { CityChange, GroupRow, GroupTable } from '../result/simulation-result.ts';
import { CHANGE_CLASSES, groupings } from '../result/simulation-result.ts';
import { peopleText } from './decimal.ts';
import { changeOf, minus, people, splitSumAt, yuan } from './estimates.ts';
import { groupNames, rowOfCity, rowOfGroup } from './group-rows.ts';
import { groupFigures } from './ledger.ts';
import type { Counted } from './make-result.ts';

/** People by what they are, as they are under the baseline. */
export function makeGroups(counted: Counted, r: number): readonly GroupTable[] {
  return groupings.map((by) => {
    const rows = groupNames[by].map((name, at) => ({ name, row: rowOfGroup(by, at) }));
    const there = rows.filter(({ row }) => personsIn(counted, row) > 0);
    const hidden = suppressedRows(
      counted,
      there.map(({ row }) => row),
    );
    return {
      by,
      rows: there.map(
        ({ name, row }): GroupRow =>
          hidden.has(row) ? { kind: 'suppressed', name } : shownRow(counted, r, { name, row }),
      ),
    };
  });
}

export function makeCities(counted: Counted, r: number): readonly CityChange[] {
  const { cities } = counted.survey;
  const rows = cities
    .map((city, at) => ({ city, row: rowOfCity(at) }))
    .filter(({ row }) => personsIn(counted, row) > 0);
  const hidden = suppressedRows(
    counted,
    rows.map(({ row }) => row),
  );
  return rows.map(({ city, row }) => {
    if (hidden.has(row)) {
      const none = { value: '0.00' };
      const nothing = { baseline: none, reform: none, change: none };
      return { city, isSuppressed: true, persons: none, fund: nothing, person: nothing };
    }
    const { persons, fund, person } = shownRow(counted, r, { name: city, row });
    return { city, isSuppressed: false, persons, fund, person };
  });
}

function figureOf({ ledger, scenarios }: Counted, row: number, figure: number) {
  return splitSumAt(ledger.groups, row * groupFigures(scenarios.length).count + figure);
}

function personsIn(counted: Counted, row: number): number {
  const { persons } = groupFigures(counted.scenarios.length);
  return Number(figureOf(counted, row, persons).all);
}

/**
 * Rows with too few people; and where one row alone would be hidden, or all that are hidden together are too few, the next
 * smallest ones too: the total less what is shown would give them away.
 */
export function suppressedAmong(sizes: readonly number[], least: number): ReadonlySet<number> {
  const bySize = sizes.map((size, at) => ({ size, at })).toSorted((a, b) => a.size - b.size);
  const hidden = new Set<number>();
  let together = 0;
  for (const { size, at } of bySize) {
    const isDone = hidden.size === 0 || (hidden.size > 1 && together >= least);
    if (size >= least && isDone) break;
    hidden.add(at);
    together += size;
  }
  return hidden;
}

function suppressedRows(counted: Counted, rows: readonly number[]): ReadonlySet<number> {
  const sizes = rows.map((row) => personsIn(counted, row));
  const hidden = suppressedAmong(sizes, counted.identity.options.leastPersons);
  return new Set(rows.filter((_, at) => hidden.has(at)));
}

function shownRow(
  counted: Counted,
  r: number,
  { name, row }: { readonly name: string; readonly row: number },
): Extract<GroupRow, { kind: 'shown' }> {
  const figures = groupFigures(counted.scenarios.length);
  const of = (figure: number) => figureOf(counted, row, figure);
  const [better, worse] = [of(figures.better(r)), of(figures.worse(r))];
  return {
    kind: 'shown',
    name,
    persons: people(of(figures.people)),
    fund: changeOf(of(figures.fund(0)), of(figures.fund(r)), yuan),
    person: changeOf(of(figures.burden(0)), of(figures.burden(r)), yuan),
    better: people(better),
    worse: people(worse),
    same: people(minus(minus(of(figures.people), better), worse)),
    classes: Array.from({ length: CHANGE_CLASSES.length + 1 }, (_, at) =>
      peopleText(of(figures.changeClass(r, at)).all),
    ),
  };
}
