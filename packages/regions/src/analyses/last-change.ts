import type { DayNumber, Validity } from '@tiaoli/base';
import { dayNumber } from '@tiaoli/base';
import type { Declaration, Module } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';

/** The last day on which a module says that something changes; behind it every year is like the one before. */
export function lastChange({ declarations, definitions }: Module): DayNumber | undefined {
  const days = [
    ...declarations.flatMap(daysOf),
    ...definitions.flatMap(({ body }) => {
      const found: DayNumber[] = [];
      walkExpr(body, (expr) => {
        if (expr.kind === 'dated') found.push(...expr.versions.flatMap((each) => ends(each)));
      });
      return found;
    }),
  ];
  return days.length === 0 ? undefined : Math.max(...days);
}

function daysOf(declaration: Declaration): readonly DayNumber[] {
  switch (declaration.kind) {
    case 'document':
      return ends({ validity: declaration.effective });
    case 'parameter':
      return declaration.versions.flatMap((version) => [
        ...ends(version),
        // A statistic is read for the year behind it at the latest; then the next is missing.
        ...(version.year === undefined ? [] : [firstDay(version.year + 2)]),
      ]);
    case 'fill':
    case 'derogation':
      return ends(declaration);
    default:
      return [];
  }
}

function ends({ validity: { from, to } }: { readonly validity: Validity }): readonly DayNumber[] {
  return [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [to + 1])];
}

function firstDay(year: number): DayNumber {
  return dayNumber({ year, month: 1, day: 1 });
}
