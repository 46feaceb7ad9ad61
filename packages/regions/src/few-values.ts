import type { Rational } from '@tiaoli/base';
import { rational } from '@tiaoli/base';
import { and, isAtLeastZero } from './conditions.ts';
import { floorDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import {
  addForms,
  constantForm,
  constantOf,
  integerForm,
  scaleForm,
  subtractForms,
  termForm,
} from './linear-form.ts';
import { valuesAt } from './point.ts';
import type { Condition, Pool } from './pool.ts';
import { numberOf } from './pool.ts';

/** A value, and where a form has it. */
export interface FewValue {
  readonly when: Condition;
  readonly value: Rational;
}

/** Facts with at most so many values are enumerated. */
const mostFactValues = 256n;

/** All values of a form with conditions that exclude each other; undefined when they are more than `most`. */
export function fewValues(pool: Pool, form: Form, most: number): readonly FewValue[] | undefined {
  const constant = { ...form, ids: [], coefficients: [] };
  let found: readonly FewValue[] = [{ when: and(pool, []), value: constantOf(constant) }];
  for (const part of partsOf(pool, form)) {
    const values = valuesOfPart(pool, part, most);
    if (!values || values.length * found.length > most) return undefined;
    found = found.flatMap((before) =>
      values.map(({ when, value }) => ({
        when: and(pool, [before.when, when]),
        value: constantOf(addForms(constantForm(before.value), constantForm(value))),
      })),
    );
    found = found.filter(({ when }) => when.kind !== 'false');
  }
  return found;
}

/** The part of a form that depends on one fact alone, or one term that depends on others too. */
interface Part {
  readonly form: Form;
  readonly fact: number | undefined;
}

function partsOf(pool: Pool, form: Form): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const [at, id] of form.ids.entries()) {
    const factor = rational(form.coefficients[at] ?? 0n, form.denominator);
    const term = scaleForm(termForm(id), factor);
    const fact = soleFact(pool, id);
    const key = fact === undefined ? `term ${id}` : `fact ${fact}`;
    const known = parts.get(key);
    parts.set(key, { fact, form: known ? addForms(known.form, term) : term });
  }
  return [...parts.values()];
}

/** The one fact of which a term is computed without any condition. */
function soleFact(pool: Pool, id: number): number | undefined {
  const term = numberOf(pool, id);
  if (term.kind === 'fact') return id;
  if (term.kind !== 'floor' && term.kind !== 'positive') return undefined;
  const facts = new Set(term.argument.ids.map((inner) => soleFact(pool, inner)));
  return facts.size === 1 ? [...facts][0] : undefined;
}

function valuesOfPart(pool: Pool, { form, fact }: Part, most: number): FewValue[] | undefined {
  if (fact !== undefined) return valuesByFact(pool, form, fact, most);
  const [id = -1] = form.ids;
  const factor = rational(form.coefficients[0] ?? 0n, form.denominator);
  const values = valuesOfTerm(pool, id, most);
  return values?.map(({ when, value }) => ({
    when,
    value: constantOf(scaleForm(constantForm(value), factor)),
  }));
}

function valuesOfTerm(pool: Pool, id: number, most: number): readonly FewValue[] | undefined {
  const term = numberOf(pool, id);
  switch (term.kind) {
    case 'choice': {
      const found: FewValue[] = [];
      for (const { when, value } of term.branches) {
        const values = fewValues(pool, value, most);
        if (!values || values.length + found.length > most) return undefined;
        for (const each of values) {
          found.push({ when: and(pool, [when, each.when]), value: each.value });
        }
      }
      return found.filter(({ when }) => when.kind !== 'false');
    }
    case 'floor':
    case 'positive': {
      const values = fewValues(pool, term.argument, most);
      return values?.map(({ when, value }) => ({
        when,
        value:
          term.kind === 'floor'
            ? rational(floorDivide(value.numerator, term.divisor))
            : rational(value.numerator > 0n ? value.numerator : 0n, value.denominator),
      }));
    }
    default:
      return undefined;
  }
}

/** The stretches of a fact on which a form of it alone does not change. */
function valuesByFact(pool: Pool, form: Form, fact: number, most: number): FewValue[] | undefined {
  const { low, high } = numberOf(pool, fact);
  if (low === undefined || high === undefined || high - low >= mostFactValues) return undefined;
  const found: FewValue[] = [];
  let start = low;
  for (let at = low; at <= high; at += 1n) {
    const value = valueAt(pool, form, fact, at);
    if (at < high && valueAt(pool, form, fact, at + 1n) === value) continue;
    if (found.length >= most) return undefined;
    found.push({
      when: isBetween(pool, fact, start, at),
      value: rational(value, form.denominator),
    });
    start = at + 1n;
  }
  return found;
}

function valueAt(pool: Pool, form: Form, fact: number, value: bigint): bigint {
  const point = { numbers: new Map([[fact, value]]), finites: new Map<number, number>() };
  return valuesAt(pool, point).form(form) ?? 0n;
}

function isBetween(pool: Pool, fact: number, low: bigint, high: bigint): Condition {
  const value = termForm(fact);
  return and(pool, [
    isAtLeastZero(pool, subtractForms(value, integerForm(low))),
    isAtLeastZero(pool, subtractForms(integerForm(high), value)),
  ]);
}
