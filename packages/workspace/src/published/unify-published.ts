import type { DayNumber } from '@tiaoli/base';
import { printDate } from '@tiaoli/base';
import { notFound } from '../proposals/read-proposed.ts';
import type { StoredPolicies } from '../publication/stored-policies.ts';
import { openStoredPolicies, readStoredPolicies } from '../publication/stored-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { UnificationMatrix } from '../unify/unification-matrix.ts';
import { unifyProvince } from '../unify/unify-province.ts';
import { inForce } from '../versions/in-force.ts';

/** What the cities of a province have made of its parameters on a day, of all that is published and in force. */
export async function unifyPublished(
  store: PolicyStore,
  actorId: string,
  { jurisdictionId, on }: { readonly jurisdictionId: string; readonly on: DayNumber },
): Promise<Outcome<UnificationMatrix>> {
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readPublished(records, jurisdictionId, printDate(on)),
  );
  if (read.kind === 'refused') return read;
  const { name, paths, stored } = read.value;
  const policies = await openStoredPolicies(stored, new Map(), new Map());
  // Texts call the place as they do; the name of the office may be spelt otherwise.
  const own = policies.language.documents().find(({ path }) => paths.includes(path));
  const { matrix, diagnostics } = unifyProvince(policies, { province: own?.place ?? name, on });
  return matrix ? { kind: 'done', value: matrix } : { kind: 'refused', diagnostics };
}

interface PublishedPlace {
  readonly name: string;
  /** Of the texts that are its own. */
  readonly paths: readonly string[];
  readonly stored: StoredPolicies;
}

async function readPublished(
  records: Records,
  jurisdictionId: string,
  on: string,
): Promise<Outcome<PublishedPlace>> {
  const place = await records.jurisdictions.find(jurisdictionId);
  if (!place) return notFound({ zh: '地区', en: 'place' }, jurisdictionId);
  const paths: string[] = [];
  for (const document of await records.documents.list()) {
    if (document.jurisdictionId !== jurisdictionId) continue;
    const version = inForce(await records.versions.history(document.id), on);
    if (version) paths.push(version.path);
  }
  const stored = await readStoredPolicies(records, on);
  return { kind: 'done', value: { name: place.name, paths, stored } };
}
