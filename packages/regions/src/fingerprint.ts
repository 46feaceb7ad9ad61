import { assertNever } from '@tiaoli/base';
import type { Form } from './linear-form.ts';
import type { Condition, NumberTerm, Pool } from './pool.ts';
import { finiteOf, keyOfShape, numberOf } from './pool.ts';

/** Equal for forms of any pool that are the same function of the same facts over the same domains. */
export function fingerprintOf(pool: Pool, form: Form): string {
  let key = `${form.constant}/${form.denominator}`;
  for (const [at, id] of form.ids.entries()) {
    key += ` ${form.coefficients[at]}*${meaningOfTerm(pool, id)}`;
  }
  return key;
}

function meaningOfTerm(pool: Pool, id: number): number {
  const known = pool.termMeanings.get(id);
  if (known !== undefined) return known;
  const meaning = numbered(pool, textOfTerm(pool, numberOf(pool, id)));
  pool.termMeanings.set(id, meaning);
  return meaning;
}

function numbered({ proofs: { meanings } }: Pool, text: string): number {
  const known = meanings.get(text) ?? meanings.size;
  meanings.set(text, known);
  return known;
}

function textOfTerm(pool: Pool, term: NumberTerm): string {
  switch (term.kind) {
    case 'fact':
      return `fact ${JSON.stringify(term.source)} ${term.scale} ${term.low}..${term.high}`;
    case 'floor':
      return `floor ${fingerprintOf(pool, term.argument)} ÷ ${term.divisor}`;
    case 'positive':
      return `positive ${fingerprintOf(pool, term.argument)}`;
    case 'step':
      return `step ${fingerprintOf(pool, term.of)}`;
    case 'product':
      return `product ${fingerprintOf(pool, term.left)} × ${fingerprintOf(pool, term.right)}`;
    case 'calendar':
      return `calendar ${keyOfShape(term.shape)} ${fingerprintOf(pool, term.argument)}`;
    case 'choice': {
      const branches = term.branches.map(
        ({ when, value }) => `${meaningOfCondition(pool, when)}:${fingerprintOf(pool, value)}`,
      );
      return `choice ${branches.join('; ')}`;
    }
    case 'opaque':
      return unlike(pool);
    default:
      return assertNever(term);
  }
}

/** Nothing is the same as what is known by its range alone. */
function unlike({ proofs: { meanings } }: Pool): string {
  return `unlike ${meanings.size}`;
}

/** The number of the meaning of a condition: equal for conditions that hold in the same cases. */
export function meaningOfCondition(pool: Pool, condition: Condition): number {
  const known = pool.conditionMeanings.get(condition.id);
  if (known !== undefined) return known;
  const meaning = numbered(pool, textOfCondition(pool, condition));
  pool.conditionMeanings.set(condition.id, meaning);
  return meaning;
}

function textOfCondition(pool: Pool, condition: Condition): string {
  switch (condition.kind) {
    case 'true':
    case 'false':
      return condition.kind;
    case 'at-least':
    case 'at-most':
      return `${condition.kind} ${condition.bound} ${fingerprintOf(pool, condition.form)}`;
    case 'within':
      return `within ${condition.mask} ${textOfFinite(pool, condition.finite)}`;
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => meaningOfCondition(pool, part));
      return `${condition.kind} ${parts.join()}`;
    }
    default:
      return assertNever(condition);
  }
}

function textOfFinite(pool: Pool, finite: number): string {
  const { meaning, size } = finiteOf(pool, finite);
  if (meaning.kind === 'opaque') return unlike(pool);
  const sets = [...pool.cardinalities].filter(([, { finites }]) => finites.includes(finite));
  const most = sets.map(([key, { finites, most }]) => `${key}:${most} of ${finites.length}`);
  return `${JSON.stringify(meaning)} ${size} ${most.join()}`;
}
