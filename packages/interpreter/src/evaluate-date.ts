import {
  addMonths,
  assertNever,
  calendarDate,
  dayNumber,
  firstOfNextMonth,
  insuredYear,
  rational,
} from '@tiaoli/base';
import type { DatePart, DateShift, WorkingDayShift } from '@tiaoli/ir';
import { noHolidayNotice } from './messages.ts';
import type { Evaluate, Scope } from './scope.ts';
import { numbersOf } from './strict.ts';
import type { Outcome } from './values.ts';
import { undetermined, valueOutcome } from './values.ts';

/** Dates and their parts; days are counted from 1970-01-01 = 0. */
export function evaluateDate(
  expr: DatePart | DateShift,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const by = expr.kind === 'date-shift' && expr.by ? [expr.by] : [];
  const operands = numbersOf([expr.operand, ...by], scope, evaluate);
  if ('status' in operands) return operands;
  const [operand = 0, months = 0] = operands.map(({ numerator }) => Number(numerator));
  const result =
    expr.kind === 'date-part' ? partOf(expr, operand, scope) : shifted(expr, operand, months);
  return valueOutcome(rational(result));
}

function partOf({ part }: DatePart, date: number, { step }: Scope): number {
  return part === 'insured-year' ? insuredYear(date, step.yearStart) : calendarDate(date)[part];
}

/** @param operand a day number; for `year-start` a calendar year */
function shifted({ shift }: DateShift, operand: number, months: number): number {
  switch (shift) {
    case 'months':
      return addMonths(operand, months);
    case 'first-of-next-month':
      return firstOfNextMonth(operand);
    case 'year-start':
      return dayNumber({ year: operand, month: 1, day: 1 });
    default:
      return assertNever(shift);
  }
}

/** Counts day by day, so that nothing is assumed of a week: a Saturday may be worked and a Monday off. */
export function evaluateWorkingDays(
  { operand, by }: WorkingDayShift,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const operands = numbersOf([operand, by], scope, evaluate);
  if ('status' in operands) return operands;
  const [date = 0, count = 0] = operands.map(({ numerator }) => Number(numerator));
  const step = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day += step;
    const isWorked = scope.step.reference.workingDays?.isWorkingDay(day);
    if (isWorked === undefined) return undetermined('not-seen', noHolidayNotice);
    if (isWorked) left -= 1;
  }
  return valueOutcome(rational(day));
}
