import { compareTwins } from './compare-twins.ts';
import { addKnownForm } from './known-forms.ts';
import type { Form } from './linear-form.ts';
import {
  addForms,
  integerForm,
  isConstant,
  numeratorOf,
  scaleForm,
  subtractForms,
  termForm,
} from './linear-form.ts';
import type { Pool } from './pool.ts';
import { boundsOfForm, numberOf } from './pool.ts';
import { isNeverNegative } from './prove-form.ts';

/** An amount of the program, and the amounts that it is likely a part of. */
export interface Step {
  readonly value: Form;
  readonly wholes: readonly Form[];
  /** The value is a term of its own. */
  readonly isOwn: boolean;
}

/** Takes down that an amount is not below zero and not above its wholes, and `others`, as far as it is proved. */
export function learnParts(pool: Pool, step: Step, others: readonly Form[]): void {
  const { value, wholes, isOwn } = step;
  const own = isOwn ? value.ids : [];
  learn(pool, value, own);
  const left = isKnown(pool, value) ? wholes.map((whole) => subtractForms(whole, value)) : [];
  for (const part of [...left, ...others]) learn(pool, part, own);
}

/** Where a side adds a fen to a fact: no part becomes less, and the amount grows by a fen at most. */
export function learnMoves(pool: Pool, step: Step, before: Step): void {
  const move = subtractForms(step.value, before.value);
  const own = step.isOwn ? [...step.value.ids, ...before.value.ids] : [];
  learn(pool, move, own);
  if (!isKnown(pool, move)) return;
  for (const [at, whole] of step.wholes.entries()) {
    const growth = subtractForms(whole, before.wholes[at] ?? whole);
    // What is left of a whole grows only where the whole does.
    if (isKnown(pool, growth)) learn(pool, subtractForms(growth, move), own);
  }
  learn(pool, subtractForms(integerForm(1n), move), []);
}

/** Takes down that a form is never below zero, where that follows from what `steps` are made of. */
function learn(pool: Pool, part: Form, steps: readonly number[]): void {
  const form = numeratorOf(part);
  if (isConstant(form) || isKnown(pool, form)) return;
  const whole = opened(pool, form, steps);
  compareTwins(pool, whole);
  if (isNeverNegative(pool, whole)) addKnownForm(pool.knownForms, form);
}

function isKnown(pool: Pool, form: Form): boolean {
  const { low } = boundsOfForm(pool, form);
  return low !== undefined && low >= 0n;
}

/** The form with some steps as what they are made of. */
function opened(pool: Pool, form: Form, steps: readonly number[]): Form {
  let found: Form = integerForm(form.constant);
  for (const [at, id] of form.ids.entries()) {
    const term = numberOf(pool, id);
    const isOpen = term.kind === 'step' && steps.includes(id);
    const coefficient = { numerator: form.coefficients[at] ?? 0n, denominator: 1n };
    found = addForms(found, scaleForm(isOpen ? term.of : termForm(id), coefficient));
  }
  return found;
}
