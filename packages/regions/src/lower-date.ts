import type { DatePart, DateShift } from '@tiaoli/ir';
import { calendarValue, isRising } from './calendar.ts';
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
  zeroForm,
} from './linear-form.ts';
import type { Lowered } from './lowered.ts';
import { formOf, strictStatus } from './lowered.ts';
import type { Lower, Lowering } from './lowering.ts';
import { calendarOf, choiceOf, opaqueNumber } from './number-terms.ts';
import type { CalendarShape } from './pool.ts';
import { boundsOfForm } from './pool.ts';

/** Parts of dates and dates made of others. */
export function lowerDate(expr: DatePart | DateShift, lowering: Lowering, lower: Lower): Lowered {
  const { pool, program } = lowering;
  const by = expr.kind === 'date-shift' && expr.by ? [lower(expr.by, lowering)] : [];
  const operand = lower(expr.operand, lowering);
  const status = strictStatus(pool, [operand, ...by]);
  const form = numeratorOf(formOf(operand, zeroForm));
  const part = expr.kind === 'date-part' ? expr.part : expr.shift;
  const start = program.yearStart;
  const shapeOf = (months: number): CalendarShape => ({ part, months, start });
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
