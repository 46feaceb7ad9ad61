import type { Rational, RoundingMode } from '@tiaoli/base';
import { compareText, leastCommonMultiple, rational } from '@tiaoli/base';
import { isAtLeastZero, negate, or } from './conditions.ts';
import { fewValues } from './few-values.ts';
import type { Bounds } from './integers.ts';
import { bounds, floorDivide, hullOf } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  addForms,
  constantForm,
  constantOf,
  contentOf,
  integerForm,
  isConstant,
  keyOfForm,
  negateForm,
  numeratorOf,
  scaleForm,
  subtractForms,
  termForm,
  zeroForm,
} from './linear-form.ts';
import type { CalendarShape, ChoiceBranch, Condition, Construct, Pool } from './pool.ts';
import { boundsOfForm, hullOfForms, internNumber, keyOfShape, numberOf } from './pool.ts';

/** The greater of 0 and `form`. */
export function positivePart(pool: Pool, form: Form): Form {
  const whole = numeratorOf(form);
  const { low, high } = boundsOfForm(pool, whole);
  if (low !== undefined && low >= 0n) return form;
  if (high !== undefined && high <= 0n) return zeroForm;
  const few = fewValues(pool, whole, mostFolded);
  if (few) {
    const parts = few.map(({ when, value }) => branchOf(when, positiveOf(value)));
    return scaleForm(choiceOf(pool, parts), rational(1n, form.denominator));
  }
  return scaleForm(positiveTerm(pool, whole), rational(1n, form.denominator));
}

function branchOf(when: Condition, value: Rational): ChoiceBranch {
  return { when, value: constantForm(value) };
}

function positiveOf(value: Rational): Rational {
  return value.numerator > 0n ? value : rational(0n);
}

/** (L)⁺ = (−L)⁺ + L: of the two, the one whose first coefficient is positive is kept. */
function positiveTerm(pool: Pool, form: Form): Form {
  const [first = 1n] = form.coefficients;
  if (first < 0n) return addForms(positiveTerm(pool, negateForm(form)), form);
  const content = form.constant === 0n ? contentOf(form) : contentWithConstant(form);
  if (content > 1n) {
    const primitive = scaleForm(form, rational(1n, content));
    return scaleForm(positiveTerm(pool, primitive), rational(content));
  }
  const range = (): Bounds => bounds(0n, boundsOfForm(pool, form).high);
  const meaning = { kind: 'positive', argument: form } as const;
  return termForm(internNumber(pool, `positive ${keyOfForm(form)}`, meaning, range));
}

function contentWithConstant(form: Form): bigint {
  const content = contentOf(form);
  return contentOf({ ...form, coefficients: [content, form.constant] });
}

export function least(pool: Pool, left: Form, right: Form): Form {
  return subtractForms(left, positivePart(pool, subtractForms(left, right)));
}

export function greatest(pool: Pool, left: Form, right: Form): Form {
  return addForms(right, positivePart(pool, subtractForms(left, right)));
}

/** ⌊form⌋. */
export function floorOf(pool: Pool, form: Form): Form {
  const divisor = form.denominator;
  const whole = numeratorOf(form);
  if (divisor === 1n) return whole;
  const outside = mapCoefficients(whole, (each) => floorDivide(each, divisor));
  const inside = mapCoefficients(whole, (each) => each - floorDivide(each, divisor) * divisor);
  return addForms(outside, floorTerm(pool, inside, divisor));
}

function mapCoefficients(form: Form, change: (value: bigint) => bigint): Form {
  const kept = form.ids.map((id, at) => ({ id, value: change(form.coefficients[at] ?? 0n) }));
  const terms = kept.filter(({ value }) => value !== 0n);
  return {
    constant: change(form.constant),
    ids: terms.map(({ id }) => id),
    coefficients: terms.map(({ value }) => value),
    denominator: 1n,
  };
}

function floorTerm(pool: Pool, inside: Form, divisor: bigint): Form {
  if (isConstant(inside)) return integerForm(floorDivide(inside.constant, divisor));
  const content = contentOf({ ...inside, coefficients: [contentOf(inside), divisor] });
  // ⌊(g·L + c) ÷ (g·d)⌋ = ⌊(L + ⌊c ÷ g⌋) ÷ d⌋.
  const argument = mapCoefficients(inside, (each) => floorDivide(each, content));
  const reduced = divisor / content;
  if (reduced === 1n) return argument;
  const { low, high } = boundsOfForm(pool, argument);
  const range = bounds(
    low === undefined ? undefined : floorDivide(low, reduced),
    high === undefined ? undefined : floorDivide(high, reduced),
  );
  if (range.low !== undefined && range.low === range.high) return integerForm(range.low);
  const meaning = { kind: 'floor', argument, divisor: reduced } as const;
  const key = `floor ${keyOfForm(argument)} ÷ ${reduced}`;
  return termForm(internNumber(pool, key, meaning, () => range));
}

/** The multiple of `unit` that `mode` gives, as `roundTo` of the rationals does. */
export function roundForm(pool: Pool, form: Form, mode: RoundingMode, unit: Rational): Form {
  const units = scaleForm(form, rational(unit.denominator, unit.numerator));
  const { low, high } = boundsOfForm(pool, units);
  const up = (): Form => roundUpwards(pool, units, mode);
  const down = (): Form => negateForm(roundUpwards(pool, negateForm(units), mode));
  if (low !== undefined && low >= 0n) return scaleForm(up(), unit);
  if (high !== undefined && high <= 0n) return scaleForm(down(), unit);
  const isPositive = isAtLeastZero(pool, units);
  return scaleForm(chooseForm(pool, isPositive, up(), down()), unit);
}

/** Rounding of what is not negative. */
function roundUpwards(pool: Pool, form: Form, mode: RoundingMode): Form {
  const { denominator } = form;
  switch (mode) {
    case 'half-away-from-zero':
      return floorOf(pool, addForms(form, constantForm(rational(1n, 2n))));
    case 'toward-zero':
      return floorOf(pool, form);
    case 'away-from-zero':
      return floorOf(pool, addForms(form, constantForm(rational(denominator - 1n, denominator))));
  }
}

export function chooseForm(pool: Pool, when: Condition, value: Form, otherwise: Form): Form {
  return choiceOf(pool, [
    { when, value },
    { when: negate(pool, when), value: otherwise },
  ]);
}

/** The value of the branch whose condition holds; the conditions exclude each other. */
export function choiceOf(pool: Pool, branches: readonly ChoiceBranch[]): Form {
  const byValue = new Map<string, ChoiceBranch>();
  for (const { when, value } of branches) {
    if (when.kind === 'false') continue;
    if (when.kind === 'true') return value;
    const key = keyOfForm(value);
    const known = byValue.get(key);
    byValue.set(key, { value, when: known ? or(pool, [known.when, when]) : when });
  }
  const kept = [...byValue.values()];
  const [only] = kept;
  if (!only) return zeroForm;
  if (kept.length === 1) return only.value;
  return choiceTerm(pool, kept);
}

function choiceTerm(pool: Pool, branches: readonly ChoiceBranch[]): Form {
  const denominator = branches
    .map(({ value }) => value.denominator)
    .reduce(leastCommonMultiple, 1n);
  const whole = branches
    .map(({ when, value }) => ({ when, value: scaleForm(value, rational(denominator)) }))
    .toSorted((left, right) => left.when.id - right.when.id);
  const key = whole.map(({ when, value }) => `${when.id}:${keyOfForm(value)}`).join(' ');
  const range = (): Bounds =>
    hullOfForms(
      pool,
      whole.map(({ value }) => value),
    );
  const meaning = { kind: 'choice', branches: whole } as const;
  return termForm(internNumber(pool, `choice ${key}`, meaning, range), denominator);
}

/** The form as a number of its own; `range` bounds its numerator. */
export function stepTerm(pool: Pool, form: Form, range: Bounds): Form {
  const of = numeratorOf(form);
  const id = internNumber(pool, `step ${keyOfForm(of)}`, { kind: 'step', of }, () => range);
  return termForm(id, form.denominator);
}

/** Something numeric of which only the bounds are known. */
export function opaqueNumber(
  pool: Pool,
  key: string,
  construct: Construct,
  range: Bounds,
  denominator = 1n,
): Form {
  const meaning = { kind: 'opaque', construct } as const;
  return termForm(
    internNumber(pool, `opaque ${key}`, meaning, () => range),
    denominator,
  );
}

export function calendarOf(pool: Pool, shape: CalendarShape, argument: Form, range: Bounds): Form {
  const key = `calendar ${keyOfShape(shape)} ${keyOfForm(argument)}`;
  const meaning = { kind: 'calendar', shape, argument } as const;
  return termForm(internNumber(pool, key, meaning, () => range));
}

/** How many values are enumerated at most, as a factor and inside of another term. */
const mostFactors = 512;
const mostFolded = 32;

export function multiplyForms(pool: Pool, left: Form, right: Form): Form {
  if (isConstant(left)) return scaleForm(right, constantOf(left));
  if (isConstant(right)) return scaleForm(left, constantOf(right));
  const [few, other] = fewer(pool, left, right);
  if (few) {
    const branches = few.map(({ when, value }) => ({ when, value: scaleForm(other, value) }));
    return choiceOf(pool, branches);
  }
  const [one, two] = [factorsOf(pool, numeratorOf(left)), factorsOf(pool, numeratorOf(right))];
  const factors = [...one.factors, ...two.factors].toSorted((a, b) =>
    compareText(keyOfForm(a), keyOfForm(b)),
  );
  const [first = zeroForm, ...others] = factors;
  const product = others.reduce((form, factor) => productTerm(pool, form, factor), first);
  const denominator = left.denominator * right.denominator;
  return scaleForm(product, rational(one.times * two.times, denominator));
}

/** Factors that are products of no others, so that the order in which they are multiplied makes no difference. */
function factorsOf(
  pool: Pool,
  form: Form,
): { readonly times: bigint; readonly factors: readonly Form[] } {
  const [only = -1] = form.ids;
  if (form.ids.length !== 1 || form.constant !== 0n) return { times: 1n, factors: [form] };
  const [times = 1n] = form.coefficients;
  const term = numberOf(pool, only);
  if (term.kind !== 'product') return { times, factors: [termForm(only)] };
  const [one, two] = [factorsOf(pool, term.left), factorsOf(pool, term.right)];
  return { times: times * one.times * two.times, factors: [...one.factors, ...two.factors] };
}

function productTerm(pool: Pool, left: Form, right: Form): Form {
  const range = (): Bounds => productBounds(boundsOfForm(pool, left), boundsOfForm(pool, right));
  const key = `product ${keyOfForm(left)} × ${keyOfForm(right)}`;
  return termForm(internNumber(pool, key, { kind: 'product', left, right }, range));
}

function fewer(pool: Pool, left: Form, right: Form): readonly [ReturnType<typeof fewValues>, Form] {
  const ofLeft = fewValues(pool, left, mostFactors);
  const ofRight = fewValues(pool, right, mostFactors);
  if (ofRight && (!ofLeft || ofRight.length < ofLeft.length)) return [ofRight, left];
  return [ofLeft, right];
}

function productBounds(left: Bounds, right: Bounds): Bounds {
  const corners = [left.low, left.high].flatMap((a) =>
    [right.low, right.high].map((b) => {
      const corner = a === undefined || b === undefined ? undefined : a * b;
      return bounds(corner, corner);
    }),
  );
  return hullOf(corners);
}
