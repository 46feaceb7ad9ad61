import { isInteger, rational } from '@tiaoli/base';
import type { WorkingDayShift } from '@tiaoli/ir';
import { countableFrom, workingDayBehind } from './day-calendar.ts';
import { internDays } from './day-terms.ts';
import { evaluateUnread } from './evaluate-unread.ts';
import type { Linear } from './linear.ts';
import { constant, isConstant, single } from './linear.ts';
import type { Evaluate, Outcome, Scope } from './scope.ts';
import { formOf, isAtLeastForm, isOpen, missing, numberOf, valuesOf } from './scope.ts';
import type { CountedDays, Terms } from './terms.ts';
import { isWholeForm, termOf } from './terms.ts';

/**
 * A day that is so many working days behind another: by the calendar, where one is at hand and the number of days is known.
 * What it is of a free day is a term of its own; whether it can be counted at all is a question.
 */
export function evaluateWorkingDays(
  expr: WorkingDayShift,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const { calendar } = scope.joint;
  if (!calendar) return evaluateUnread(expr, scope);
  const values = valuesOf([expr.operand, expr.by], scope, evaluate);
  if ('status' in values) return values;
  const [from, by] = values.map(formOf);
  if (!from || !by) throw new Error('days are counted from a day');
  const isKnown = isConstant(by) && isInteger(by.constant) && isWholeForm(scope.terms, from);
  if (!isKnown) return evaluateUnread(expr, scope);
  const count = Number(by.constant.numerator);
  if (count === 0) return numberOf(from);
  if (isConstant(from)) {
    const day = workingDayBehind(calendar, Number(from.constant.numerator), count);
    return day === undefined ? missing : numberOf(constant(rational(BigInt(day))));
  }
  const whole = countedTogether(scope.terms, { form: from, count });
  const isCounted = countableFrom(calendar, whole.count).some(({ low, high }) =>
    isBetween(scope, whole.form, low, high),
  );
  if (isOpen(scope) || !isCounted) return missing;
  return numberOf(single(internDays(scope.terms, whole.form, whole.count)));
}

/** Two working days and three more the same way are five. */
function countedTogether(terms: Terms, days: CountedDays): CountedDays {
  const { form, count } = days;
  const [[inner, times] = []] = form.coefficients;
  const first = inner === undefined ? undefined : termOf(terms, inner).days;
  const isAlone = form.coefficients.size === 1 && form.constant.numerator === 0n;
  const isOnce = times?.numerator === 1n && times.denominator === 1n;
  if (!first || !isAlone || !isOnce || Math.sign(first.count) !== Math.sign(count)) return days;
  return { form: first.form, count: first.count + count };
}

function isBetween(scope: Scope, form: Linear, low: number, high: number): boolean {
  const [least, most] = [low, high].map((day) => constant(rational(BigInt(day))));
  if (!least || !most) throw new Error('a stretch has two ends');
  return isAtLeastForm(scope, form, least) && isAtLeastForm(scope, most, form);
}
