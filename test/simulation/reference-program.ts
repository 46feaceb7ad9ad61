import { resolve } from 'node:path';
import { dayNumber } from '@tiaoli/base';
import { POPULATION_YEAR, referenceRules } from '@tiaoli/simulation';
import type { BoundDocument } from '@tiaoli/workspace';
import { bindDocument, openPolicies, resolveReference } from '@tiaoli/workspace';
import { openPolicyFiles } from '../../apps/cli/src/files/policy-files.ts';

/** The reference rules of the repository, bound for the year of populations. */
export async function referenceProgram(): Promise<BoundDocument> {
  const files = await openPolicyFiles(resolve(import.meta.dirname, '../..'), ['policies']);
  const policies = await openPolicies(files);
  const { reference } = resolveReference(policies, referenceRules.document);
  if (!reference) throw new Error('the reference rules are not in policies/');
  const on = dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 });
  const { jurisdiction } = referenceRules;
  const { bound } = bindDocument(policies, reference, { on, jurisdiction });
  if (!bound) throw new Error('the reference rules cannot be bound');
  return bound;
}
