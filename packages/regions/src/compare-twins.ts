import { ceilingDivide, hullOf } from './integers.ts';
import { addKnownForm } from './known-forms.ts';
import type { Form } from './linear-form.ts';
import { integerForm, negateForm, subtractForms, termForm } from './linear-form.ts';
import type { ChoiceBranch, NumberTerm, Pool } from './pool.ts';
import { boundsOfForm, numberOf } from './pool.ts';

/**
 * Takes down how terms of a form compare that are made alike: of two positive parts, roundings or choices the one whose
 * argument is greater is the greater, by no more than the argument.
 */
export function compareTwins(pool: Pool, { ids, coefficients }: Form): void {
  for (const [at, left] of ids.entries()) {
    for (const [other, right] of ids.entries()) {
      const isOpposed = (coefficients[at] ?? 0n) > 0n !== (coefficients[other] ?? 0n) > 0n;
      if (other >= at || !isOpposed) continue;
      comparePair(pool, numberOf(pool, left), numberOf(pool, right));
    }
  }
}

function comparePair(pool: Pool, left: NumberTerm, right: NumberTerm): void {
  if (left.kind === 'positive' && right.kind === 'positive') {
    const own = { value: termForm(left.id), argument: left.argument };
    const other = { value: termForm(right.id), argument: right.argument };
    if (comparePositives(pool, own, other)) return;
    // (−L)⁺ = (L)⁺ − L.
    const value = subtractForms(own.value, own.argument);
    comparePositives(pool, { value, argument: negateForm(own.argument) }, other);
  } else if (left.kind === 'floor' && right.kind === 'floor') {
    if (left.divisor !== right.divisor) return;
    const { low, high } = boundsOfForm(pool, subtractForms(left.argument, right.argument));
    const difference = subtractForms(termForm(left.id), termForm(right.id));
    if (low !== undefined) atLeast(pool, difference, -ceilingDivide(-low, left.divisor));
    if (high !== undefined) atMost(pool, difference, ceilingDivide(high, left.divisor));
  } else if (left.kind === 'choice' && right.kind === 'choice') {
    compareChoices(pool, left, right);
  }
}

interface Positive {
  readonly value: Form;
  readonly argument: Form;
}

/** True where one of the arguments is known to be the greater. */
function comparePositives(pool: Pool, left: Positive, right: Positive): boolean {
  const argument = subtractForms(left.argument, right.argument);
  const value = subtractForms(left.value, right.value);
  const { low, high } = boundsOfForm(pool, argument);
  const rises = low !== undefined && low >= 0n;
  const falls = high !== undefined && high <= 0n;
  if (!rises && !falls) return false;
  const [more, most] = rises ? [value, argument] : [negateForm(value), negateForm(argument)];
  note(pool, more);
  note(pool, subtractForms(most, more));
  return true;
}

/** Two choices on the same conditions differ as their branches do. */
function compareChoices(
  pool: Pool,
  left: NumberTerm & { readonly branches: readonly ChoiceBranch[] },
  right: NumberTerm & { readonly branches: readonly ChoiceBranch[] },
): void {
  if (left.branches.length !== right.branches.length) return;
  if (!left.branches.every(({ when }, at) => when === right.branches[at]?.when)) return;
  const moves = left.branches.map(({ value }, at) =>
    boundsOfForm(pool, subtractForms(value, right.branches[at]?.value ?? value)),
  );
  const { low, high } = hullOf(moves);
  const difference = subtractForms(termForm(left.id), termForm(right.id));
  if (low !== undefined) atLeast(pool, difference, low);
  if (high !== undefined) atMost(pool, difference, high);
}

function atLeast(pool: Pool, form: Form, low: bigint): void {
  note(pool, subtractForms(form, integerForm(low)));
}

function atMost(pool: Pool, form: Form, high: bigint): void {
  note(pool, subtractForms(integerForm(high), form));
}

function note(pool: Pool, form: Form): void {
  if (form.ids.length > 1) addKnownForm(pool.knownForms, form);
}
