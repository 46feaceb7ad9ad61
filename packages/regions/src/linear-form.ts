import type { Rational } from '@tiaoli/base';
import { greatestCommonDivisor, leastCommonMultiple, rational } from '@tiaoli/base';

/**
 * `(constant + Σ coefficients[i] × term ids[i]) ÷ denominator` over integer terms, in lowest terms.
 *
 * `ids` ascend, no coefficient is zero, the denominator is positive: equal forms have equal keys.
 */
export interface Form {
  readonly constant: bigint;
  readonly ids: readonly number[];
  readonly coefficients: readonly bigint[];
  readonly denominator: bigint;
}

export const zeroForm: Form = { constant: 0n, ids: [], coefficients: [], denominator: 1n };

export function constantForm({ numerator, denominator }: Rational): Form {
  return { constant: numerator, ids: [], coefficients: [], denominator };
}

export function integerForm(value: bigint): Form {
  return { constant: value, ids: [], coefficients: [], denominator: 1n };
}

/** The term itself, divided by `denominator`. */
export function termForm(id: number, denominator = 1n): Form {
  return { constant: 0n, ids: [id], coefficients: [1n], denominator };
}

export function isConstant({ ids }: Form): boolean {
  return ids.length === 0;
}

/** The value of a form without terms. */
export function constantOf({ constant, denominator }: Form): Rational {
  return rational(constant, denominator);
}

export function keyOfForm({ constant, ids, coefficients, denominator }: Form): string {
  let key = `${constant}/${denominator}`;
  for (const [at, id] of ids.entries()) key += `,${id}*${coefficients[at]}`;
  return key;
}

export function isSameForm(left: Form, right: Form): boolean {
  return keyOfForm(left) === keyOfForm(right);
}

export function addForms(left: Form, right: Form): Form {
  return combine(left, right, 1n);
}

export function subtractForms(left: Form, right: Form): Form {
  return combine(left, right, -1n);
}

export function negateForm(form: Form): Form {
  return scaleForm(form, { numerator: -1n, denominator: 1n });
}

export function scaleForm(form: Form, { numerator, denominator }: Rational): Form {
  if (numerator === 0n) return zeroForm;
  return reduced({
    constant: form.constant * numerator,
    ids: form.ids,
    coefficients: form.coefficients.map((each) => each * numerator),
    denominator: form.denominator * denominator,
  });
}

export function shiftForm(form: Form, by: bigint): Form {
  return { ...form, constant: form.constant + by * form.denominator };
}

/** The form times its denominator: integer coefficients. */
export function numeratorOf(form: Form): Form {
  return form.denominator === 1n ? form : { ...form, denominator: 1n };
}

/** The greatest common divisor of the coefficients of the terms; 1 without terms. */
export function contentOf({ coefficients }: Form): bigint {
  let divisor = 0n;
  for (const each of coefficients) {
    divisor = greatestCommonDivisor(divisor, each);
    if (divisor === 1n) return 1n;
  }
  return divisor === 0n ? 1n : divisor;
}

function combine(left: Form, right: Form, sign: bigint): Form {
  if (left.denominator === 1n && right.denominator === 1n) return merged(left, right, 1n, sign, 1n);
  const denominator = leastCommonMultiple(left.denominator, right.denominator);
  const byLeft = denominator / left.denominator;
  const byRight = (denominator / right.denominator) * sign;
  return reduced(merged(left, right, byLeft, byRight, denominator));
}

/** `left × byLeft + right × byRight`, over `denominator`, not reduced. */
function merged(
  left: Form,
  right: Form,
  byLeft: bigint,
  byRight: bigint,
  denominator: bigint,
): Form {
  const ids: number[] = [];
  const coefficients: bigint[] = [];
  const put = (id: number, coefficient: bigint): void => {
    if (coefficient === 0n) return;
    ids.push(id);
    coefficients.push(coefficient);
  };
  let at = 0;
  for (const [place, id] of left.ids.entries()) {
    for (; (right.ids[at] ?? Infinity) < id; at += 1) {
      put(right.ids[at] ?? 0, (right.coefficients[at] ?? 0n) * byRight);
    }
    const own = (left.coefficients[place] ?? 0n) * byLeft;
    if (right.ids[at] !== id) put(id, own);
    else {
      put(id, own + (right.coefficients[at] ?? 0n) * byRight);
      at += 1;
    }
  }
  for (; at < right.ids.length; at += 1) {
    put(right.ids[at] ?? 0, (right.coefficients[at] ?? 0n) * byRight);
  }
  return {
    constant: left.constant * byLeft + right.constant * byRight,
    ids,
    coefficients,
    denominator,
  };
}

function reduced(form: Form): Form {
  if (form.denominator === 1n) return form;
  let divisor = greatestCommonDivisor(form.denominator, form.constant);
  for (const each of form.coefficients) {
    if (divisor === 1n) return form;
    divisor = greatestCommonDivisor(divisor, each);
  }
  if (divisor === 1n) return form;
  return {
    constant: form.constant / divisor,
    ids: form.ids,
    coefficients: form.coefficients.map((each) => each / divisor),
    denominator: form.denominator / divisor,
  };
}
