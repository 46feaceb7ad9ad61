import { chineseWorkingDays } from '@tiaoli/calendar';
import type { Behaviour, OpenedComparison, Slicing } from '@tiaoli/diff';
import { openComparison, openSlicing } from '@tiaoli/diff';
import type { Program, WorkingDays } from '@tiaoli/ir';

/** The calendar by which comparisons, and the proofs of what they say, count working days. */
export const comparedDays: WorkingDays = chineseWorkingDays;

/** Two programs, ready to be compared: working days by the calendar that is announced. */
export function openCompared(before: Program, after: Program): OpenedComparison {
  return openComparison(before, after, { workingDays: comparedDays });
}

/** The programs of a comparison, ready to be sliced by the same calendar. */
export function openSlices(behaviour: Pick<Behaviour, 'before' | 'after'>): Slicing {
  return openSlicing(behaviour, comparedDays);
}
