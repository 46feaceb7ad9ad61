import {
  addMonths,
  assertNever,
  calendarDate,
  dayNumber,
  firstOfNextMonth,
  insuredYear,
  rational,
} from '@tiaoli/base';
import type { DatePart, DateShift } from '@tiaoli/ir';
import { constant, isConstant, keyOf, single } from './linear.ts';
import type { Evaluate, Outcome, Scope } from './scope.ts';
import { formOf, numberOf, valuesOf } from './scope.ts';
import { internUnread } from './terms.ts';

/** Dates and their parts; of a day that is free only this is known: it is the same on both sides. */
export function evaluateDate(
  expr: DatePart | DateShift,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const by = expr.kind === 'date-shift' && expr.by ? [expr.by] : [];
  const values = valuesOf([expr.operand, ...by], scope, evaluate);
  if ('status' in values) return values;
  const forms = values.map(formOf);
  if (forms.every(isConstant)) {
    const [day = 0, months = 0] = forms.map(({ constant: value }) => Number(value.numerator));
    return numberOf(constant(rational(calendarValue(expr, scope, day, months))));
  }
  const part = expr.kind === 'date-part' ? expr.part : expr.shift;
  const { month, day } = scope.side.program.yearStart;
  const start = part === 'insured-year' ? ` from ${month}-${day}` : '';
  const key = `${part}${start} of ${forms.map((form) => `(${keyOf(form)})`).join(' by ')}`;
  return numberOf(single(internUnread(scope.terms, key)));
}

function calendarValue(
  expr: DatePart | DateShift,
  { side }: Scope,
  operand: number,
  months: number,
): number {
  if (expr.kind === 'date-part') {
    const { part } = expr;
    const { yearStart } = side.program;
    return part === 'insured-year' ? insuredYear(operand, yearStart) : calendarDate(operand)[part];
  }
  switch (expr.shift) {
    case 'months':
      return addMonths(operand, months);
    case 'first-of-next-month':
      return firstOfNextMonth(operand);
    case 'year-start':
      return dayNumber({ year: operand, month: 1, day: 1 });
    default:
      return assertNever(expr.shift);
  }
}
