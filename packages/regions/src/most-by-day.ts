import type { Form } from './linear-form.ts';
import { termForm } from './linear-form.ts';
import { valuesAt } from './point.ts';
import type { Pool } from './pool.ts';
import { numberOf } from './pool.ts';
import type { Space } from './space.ts';
import { boundsNow } from './space.ts';

/** Days that are looked at one by one, at most: some thirty years. */
const mostDays = 12_000n;

/**
 * The greatest value of an integer form that is made of one day alone, by way of calendars, on the stretch on which the day
 * is known to be. Undefined of any other form, and where the stretch is long.
 */
export function mostByDay(space: Space, form: Form): bigint | undefined {
  const { pool } = space;
  if (!form.ids.some((id) => numberOf(pool, id).kind === 'calendar')) return undefined;
  const facts = new Set(form.ids.map((id) => soleFact(pool, id)));
  const [fact] = facts;
  if (fact === undefined || facts.size > 1) return undefined;
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

/** The one fact of which a term is made by calendars. */
function soleFact(pool: Pool, id: number): number | undefined {
  const term = numberOf(pool, id);
  if (term.kind === 'fact') return id;
  if (term.kind !== 'calendar') return undefined;
  const facts = new Set(term.argument.ids.map((inner) => soleFact(pool, inner)));
  return facts.size === 1 ? [...facts][0] : undefined;
}
