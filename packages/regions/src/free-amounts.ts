import { assertNever } from '@tiaoli/base';
import type { Form } from './linear-form.ts';
import type { Lowered } from './lowered.ts';
import type { Condition, NumberTerm, Pool } from './pool.ts';
import { numberOf } from './pool.ts';

/**
 * How many numbers stay free in some values: amounts, counts and days of facts and of the state, each once, that any of
 * them hangs on, however far down.
 */
export function countFreeAmounts(pool: Pool, values: readonly Lowered[]): number {
  const seen = new Set<Part>();
  const waiting = values.flatMap((value) => partsOfLowered(pool, value));
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    waiting.push(...partsOf(pool, part));
  }
  return [...seen].filter(({ kind }) => kind === 'fact').length;
}

/** Terms and conditions are interned: the same one is the same object. */
type Part = NumberTerm | Condition;

function partsOfLowered(pool: Pool, lowered: Lowered): readonly Part[] {
  return [lowered.absent, ...Object.values(lowered.missing), ...partsOfValue(pool, lowered)];
}

function partsOfValue(pool: Pool, lowered: Lowered): readonly Part[] {
  switch (lowered.kind) {
    case 'number':
      return termsOf(pool, lowered.value);
    case 'truth':
      return [lowered.value];
    case 'member':
      return lowered.options.map(({ when }) => when);
    case 'set':
      return [...lowered.members.values()];
    case 'none':
      return [];
    default:
      return assertNever(lowered);
  }
}

function termsOf(pool: Pool, ...forms: readonly Form[]): readonly NumberTerm[] {
  return forms.flatMap(({ ids }) => ids.map((id) => numberOf(pool, id)));
}

function partsOf(pool: Pool, part: Part): readonly Part[] {
  switch (part.kind) {
    case 'fact':
    case 'opaque':
    case 'true':
    case 'false':
    case 'within':
      return [];
    case 'floor':
    case 'positive':
    case 'calendar':
      return termsOf(pool, part.argument);
    case 'step':
      return termsOf(pool, part.of);
    case 'product':
      return termsOf(pool, part.left, part.right);
    case 'choice':
      return part.branches.flatMap(({ when, value }) => [when, ...termsOf(pool, value)]);
    case 'at-least':
    case 'at-most':
      return termsOf(pool, part.form);
    case 'all':
    case 'any':
      return part.parts;
    default:
      return assertNever(part);
  }
}
