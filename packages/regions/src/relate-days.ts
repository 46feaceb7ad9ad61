import { gapBetween } from './announced-days.ts';
import type { Form } from './linear-form.ts';
import { integerForm, keyOfForm, subtractForms, termForm } from './linear-form.ts';
import type { NumberTerm } from './pool.ts';
import { numberOf } from './pool.ts';
import type { Space } from './space.ts';
import { assumeAtLeastZero } from './space.ts';

type CalendarTerm = Extract<NumberTerm, { kind: 'calendar' }>;

/**
 * How far working days lie behind the day from which they are counted, and behind other working days that are counted from
 * it, on the stretch on which it is known to be: exactly, from the calendar. False when nothing can hold.
 */
export function relateDays(
  space: Space,
  { id, shape, argument }: CalendarTerm,
  within: { readonly low: bigint; readonly high: bigint },
): boolean {
  if (shape.part !== 'working-days') return true;
  const own = gapBetween(shape.days, undefined, within);
  if (!isBetween(space, subtractForms(termForm(id), argument), own)) return false;
  const key = keyOfForm(argument);
  return [...space.active].every((other) => {
    const term = numberOf(space.pool, other);
    if (other >= id || term.kind !== 'calendar' || term.shape.part !== 'working-days') return true;
    if (keyOfForm(term.argument) !== key) return true;
    const gap = gapBetween(shape.days, term.shape.days, within);
    return isBetween(space, subtractForms(termForm(id), termForm(other)), gap);
  });
}

function isBetween(
  space: Space,
  form: Form,
  { low, high }: ReturnType<typeof gapBetween>,
): boolean {
  const isAbove =
    low === undefined || assumeAtLeastZero(space, subtractForms(form, integerForm(low)));
  return (
    isAbove &&
    (high === undefined || assumeAtLeastZero(space, subtractForms(integerForm(high), form)))
  );
}
