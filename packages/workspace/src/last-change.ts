import type { DayNumber } from '@tiaoli/base';
import { dayNumber } from '@tiaoli/base';
import type { Module } from '@tiaoli/ir';

/**
 * The last day on which a rule of the module begins or ends; nothing changes behind it. Undefined when nothing is dated.
 *
 * A statistic is read for the year that it measures and, as 上年, for the next one.
 */
export function lastChange(module: Module): DayNumber | undefined {
  const days: DayNumber[] = [];
  collect([module.declarations, module.definitions], days);
  return days.length === 0 ? undefined : Math.max(...days);
}

function collect(value: unknown, days: DayNumber[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'validity' || key === 'effective') days.push(...endsOf(child));
    else if (key === 'year' && typeof child === 'number') {
      days.push(dayNumber({ year: child + 2, month: 12, day: 31 }));
    } else collect(child, days);
  }
}

function endsOf(validity: unknown): readonly DayNumber[] {
  if (typeof validity !== 'object' || validity === null) return [];
  return Object.values(validity).filter((day): day is DayNumber => typeof day === 'number');
}
