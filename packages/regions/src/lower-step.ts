import type { Definition } from '@tiaoli/ir';
import { fewValues } from './few-values.ts';
import type { Bounds } from './integers.ts';
import { bounds, floorDivide } from './integers.ts';
import type { Step } from './learn-forms.ts';
import { learnMoves, learnParts } from './learn-forms.ts';
import type { Form } from './linear-form.ts';
import { numeratorOf, subtractForms } from './linear-form.ts';
import type { Lowered } from './lowered.ts';
import type { Lowering } from './lowering.ts';
import { stepTerm } from './number-terms.ts';
import type { Pool } from './pool.ts';
import { boundsOfForm, numberOf } from './pool.ts';
import { isNeverNegative } from './prove-form.ts';
import { leftoverPair, wholesOf } from './wholes-of.ts';

/**
 * An amount that hangs on decisions becomes a number of its own, with what is proved of it: that it is not below zero, nor
 * above what it is a part of, and that more of a fact makes neither it nor what it leaves less.
 */
export function lowerStep(definition: Definition, lowered: Lowered, lowering: Lowering): Lowered {
  if (lowered.kind !== 'number' || definition.type.kind !== 'money') return lowered;
  const { pool, plain } = lowering;
  const form = lowered.value;
  const isOwn = isInvolved(pool, form) && !fewValues(pool, form, mostValues);
  if (!isOwn && form.ids.length < 2) return lowered;
  const wholes = isOwn ? wholesOf(definition, lowering) : [];
  const value = isOwn ? stepTerm(pool, form, rangeOfStep(pool, form, wholes)) : form;
  const step: Step = { value, wholes, isOwn };
  learnParts(pool, step, leftoverPair(definition, value, lowering));
  const before = plain?.definitions.get(definition.id);
  if (plain && before?.kind === 'number') {
    const earlier = {
      value: before.value,
      wholes: isOwn ? wholesOf(definition, plain) : [],
      isOwn,
    };
    learnMoves(pool, step, earlier);
  }
  return { ...lowered, value };
}

/** A form with so few values is as good as its values. */
const mostValues = 32;

function isInvolved(pool: Pool, { ids }: Form): boolean {
  let floors = 0;
  for (const id of ids) {
    const term = numberOf(pool, id);
    if (term.kind === 'positive' || term.kind === 'choice' || term.kind === 'product') return true;
    if (term.kind === 'floor' && isInvolved(pool, term.argument)) return true;
    if (term.kind === 'floor') floors += 1;
  }
  return floors > 1;
}

/** What is proved of the ends of its values: not below zero, and no more than the most of what it is a part of. */
function rangeOfStep(pool: Pool, form: Form, wholes: readonly Form[]): Bounds {
  const of = numeratorOf(form);
  const own = boundsOfForm(pool, of);
  if (!isNeverNegative(pool, of)) return own;
  const highs = wholes.flatMap((whole) => {
    const high = highOf(pool, whole, form.denominator);
    const isMuchLess = high !== undefined && own.high !== undefined && 2n * high < own.high;
    const isPart = isMuchLess && isNeverNegative(pool, numeratorOf(subtractForms(whole, form)));
    return isPart ? [high] : [];
  });
  const [least] = highs.toSorted((left, right) => (left < right ? -1 : 1));
  return bounds(0n, least ?? own.high);
}

/** The most that the numerator of a form over `denominator` may be where the form is at most `whole`. */
function highOf(pool: Pool, whole: Form, denominator: bigint): bigint | undefined {
  const { high } = boundsOfForm(pool, numeratorOf(whole));
  return high === undefined ? undefined : floorDivide(high * denominator, whole.denominator);
}
