import { fingerprintOf } from './fingerprint.ts';
import type { Form } from './linear-form.ts';
import { negateForm, shiftForm } from './linear-form.ts';
import type { Pool } from './pool.ts';
import { boundsOfForm } from './pool.ts';
import type { Candidate, Limits, Search } from './search.ts';
import { explore } from './search.ts';
import { assumeAtLeastZero, createSpace } from './space.ts';

/** The effort that one fact about one step is worth. */
const proofLimits: Limits = { splits: 6, pivots: 200 };

/** Whether an integer form is proved to be never below zero in all of the declared domains; steps stay closed. */
export function isNeverNegative(pool: Pool, form: Form): boolean {
  const { low, high } = boundsOfForm(pool, form);
  if (low !== undefined && low >= 0n) return true;
  if (high !== undefined && high < 0n) return false;
  const key = fingerprintOf(pool, form);
  const known = pool.proofs.neverNegative.get(key);
  if (known !== undefined) return known;
  const proved = isProved(pool, form);
  pool.proofs.neverNegative.set(key, proved);
  return proved;
}

function isProved(pool: Pool, form: Form): boolean {
  const space = createSpace(pool);
  if (!assumeAtLeastZero(space, shiftForm(negateForm(form), -1n))) return true;
  let proved = true;
  const refuse = (): void => {
    proved = false;
    search.stopped = true;
  };
  const look = (points: readonly Candidate[]): 'closer' | 'stop' => {
    if (!points.some(({ values }) => (values.form(form) ?? 0n) < 0n)) return 'closer';
    proved = false;
    return 'stop';
  };
  const visitor = { look, leave: refuse };
  const search: Search = {
    ...{ space, visitor },
    limits: proofLimits,
    splits: 0,
    depth: 0,
    stopped: false,
    closed: 'all',
  };
  explore(search, []);
  return proved;
}
