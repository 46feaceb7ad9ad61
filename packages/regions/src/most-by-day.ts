import { assertNever } from '@tiaoli/base';
import type { Form } from './linear-form.ts';
import { termForm } from './linear-form.ts';
import { valuesAt } from './point.ts';
import type { Condition, Pool } from './pool.ts';
import { numberOf } from './pool.ts';
import type { Space } from './space.ts';
import { boundsNow } from './space.ts';

/** Days that are looked at one by one, at most: some thirty years. */
const mostDays = 12_000n;

/**
 * The greatest value of an integer form that is made of one day alone (`soleDay`), on the stretch on which the day is known
 * to be. Undefined where the stretch is long.
 */
export function mostByDay(space: Space, form: Form, fact: number): bigint | undefined {
  const { pool } = space;
  const { low, high } = boundsNow(space, termForm(fact));
  if (low === undefined || high === undefined || high - low > mostDays) return undefined;
  let most: bigint | undefined;
  for (let day = low; day <= high; day += 1n) {
    const point = { numbers: new Map([[fact, day]]), finites: new Map<number, number>() };
    const value = valuesAt(pool, point).form(form);
    if (value === undefined) return undefined;
    if (most === undefined || value > most) most = value;
  }
  return most;
}

/** The one fact of which a form is made, calendars among what makes it; undefined where that is not so. */
export function soleDay(pool: Pool, form: Form): number | undefined {
  const made: Made = { facts: new Set(), seen: new Set(), byCalendar: false };
  const isSole = isOfFacts(pool, form, made) && made.byCalendar;
  return isSole ? [...made.facts][0] : undefined;
}

interface Made {
  readonly facts: Set<number>;
  /** Terms that were looked at. */
  readonly seen: Set<number>;
  byCalendar: boolean;
}

/** Whether a form is made of one number that is a fact, and of nothing else; which one is taken down. */
function isOfFacts(pool: Pool, { ids }: Form, made: Made): boolean {
  return ids.every((id) => {
    if (made.seen.has(id)) return true;
    made.seen.add(id);
    const term = numberOf(pool, id);
    switch (term.kind) {
      case 'fact':
        made.facts.add(id);
        return made.facts.size === 1;
      case 'calendar':
        made.byCalendar = true;
        return isOfFacts(pool, term.argument, made);
      case 'floor':
      case 'positive':
        return isOfFacts(pool, term.argument, made);
      case 'choice':
        return term.branches.every(
          ({ when, value }) => isAboutFacts(pool, when, made) && isOfFacts(pool, value, made),
        );
      case 'product':
      case 'step':
      case 'opaque':
        return false;
      default:
        return assertNever(term);
    }
  });
}

function isAboutFacts(pool: Pool, condition: Condition, made: Made): boolean {
  switch (condition.kind) {
    case 'true':
    case 'false':
      return true;
    case 'at-least':
    case 'at-most':
      return isOfFacts(pool, condition.form, made);
    case 'all':
    case 'any':
      return condition.parts.every((part) => isAboutFacts(pool, part, made));
    case 'within':
      return false;
    default:
      return assertNever(condition);
  }
}
