import type { DatePart, DateShift, WorkingDayShift } from '@tiaoli/ir';
import { shiftedDays } from './announced-days.ts';
import { calendarValue, isRising } from './calendar.ts';
import { isValued } from './choose-lowered.ts';
import { always, and, isAtLeastZero, negate, or } from './conditions.ts';
import { fewValues } from './few-values.ts';
import type { Bounds } from './integers.ts';
import { bounds } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  constantOf,
  integerForm,
  isConstant,
  keyOfForm,
  numeratorOf,
  subtractForms,
  zeroForm,
} from './linear-form.ts';
import { lowerUnknown } from './lower-unknown.ts';
import type { Lowered } from './lowered.ts';
import { formOf, joinMissing, strictStatus } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import { calendarOf, choiceOf, opaqueNumber } from './number-terms.ts';
import type { CalendarShape, Condition, DateShape } from './pool.ts';
import { boundsOfForm } from './pool.ts';

/** Parts of dates and dates made of others. */
export function lowerDate(
  expr: DatePart | DateShift | WorkingDayShift,
  lowering: Lowering,
  lower: Lower,
): Lowered {
  if (expr.kind === 'working-day-shift') return lowerWorkingDays(expr, lowering, lower);
  const { pool, program } = lowering;
  const by = expr.kind === 'date-shift' && expr.by ? [lower(expr.by, lowering)] : [];
  const operand = lower(expr.operand, lowering);
  const status = strictStatus(pool, [operand, ...by]);
  const form = numeratorOf(formOf(operand, zeroForm));
  const part = expr.kind === 'date-part' ? expr.part : expr.shift;
  const start = program.yearStart;
  const shapeOf = (months: number): DateShape => ({ part, months, start });
  const [shift] = by;
  const shifted = (months: number): Form => functionOf(lowering, shapeOf(months), form);
  const value = shift ? shiftBy(lowering, form, formOf(shift, zeroForm), shifted) : shifted(0);
  return { kind: 'number', value, ...status };
}

/** Shifts by one of few numbers of months are a choice; any other is known to be a date and no more. */
function shiftBy(
  { pool }: Lowering,
  date: Form,
  months: Form,
  shifted: (months: number) => Form,
): Form {
  if (isConstant(months)) return shifted(Number(constantOf(months).numerator));
  const few = fewValues(pool, months, mostShifts);
  if (!few) {
    const key = `shift ${keyOfForm(date)} by ${keyOfForm(months)}`;
    return opaqueNumber(pool, key, 'calendar', {});
  }
  return choiceOf(
    pool,
    few.map(({ when, value }) => ({ when, value: shifted(Number(value.numerator)) })),
  );
}

const mostShifts = 64;

function functionOf({ pool }: Lowering, shape: CalendarShape, argument: Form): Form {
  if (isConstant(argument)) return integerForm(calendarValue(shape, argument.constant));
  return calendarOf(pool, shape, argument, rangeOf(shape, boundsOfForm(pool, argument)));
}

function rangeOf(shape: CalendarShape, { low, high }: Bounds): Bounds {
  if (shape.part === 'month') return bounds(1n, 12n);
  if (shape.part === 'day') return bounds(1n, 31n);
  if (!isRising(shape)) return {};
  const valueAt = (argument: bigint | undefined): bigint | undefined =>
    argument === undefined ? undefined : calendarValue(shape, argument);
  return bounds(valueAt(low), valueAt(high));
}

/**
 * Working days are counted where a calendar is at hand: undetermined from every day from which the count meets one that is
 * not announced. A number of days that is not one of few is unknown.
 */
function lowerWorkingDays(expr: WorkingDayShift, lowering: Lowering, lower: Lower): Lowered {
  const { pool, announced } = lowering;
  const [operand, by] = [lower(expr.operand, lowering), lower(expr.by, lowering)];
  const counts = fewValues(pool, formOf(by, zeroForm), mostShifts);
  const isCounted = counts?.every(({ value: { numerator } }) => isWithinReach(numerator));
  if (!announced || !counts || !isCounted) return lowerUnknown(expr, 'working-days', lowering);
  const date = numeratorOf(formOf(operand, zeroForm));
  const status = strictStatus(pool, [operand, by]);
  const branches = counts.map(({ when, value }) => {
    const count = Number(value.numerator);
    if (count === 0) return { when, value: date, isAnnounced: always(pool) };
    const days = shiftedDays(announced, count);
    const isAnnounced = or(
      pool,
      days.valued.map(({ low, high }) => isBetween(pool, date, BigInt(low), BigInt(high))),
    );
    return { when, value: functionOf(lowering, { part: 'working-days', days }, date), isAnnounced };
  });
  const isUnseen = and(pool, [
    isValued(pool, { kind: 'none', ...status }),
    or(
      pool,
      branches.map(({ when, isAnnounced }) => and(pool, [when, negate(pool, isAnnounced)])),
    ),
  ]);
  const unseen = isUnseen.kind === 'false' ? {} : { 'not-seen': isUnseen };
  const missing = joinMissing(pool, [status.missing, unseen]);
  return { kind: 'number', value: choiceOf(pool, branches), absent: status.absent, missing };
}

/** Days that are counted at most. */
const mostDays = 5000n;

function isWithinReach(count: bigint): boolean {
  return count <= mostDays && count >= -mostDays;
}

function isBetween(pool: Lowering['pool'], form: Form, low: bigint, high: bigint): Condition {
  return and(pool, [
    isAtLeastZero(pool, subtractForms(form, integerForm(low))),
    isAtLeastZero(pool, subtractForms(integerForm(high), form)),
  ]);
}
