import type { Job, Outcome, PolicyStore } from '@tiaoli/workspace';
import { askForCheck, proposeDraft } from '@tiaoli/workspace';
import { cityText, pathOf, publishBase } from './delegated.ts';
import type { World } from './world.ts';
import { as, personOf } from './world.ts';

export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** The documents of the province and the city in force; answers with the version of the city. */
export async function publishBoth(store: PolicyStore, world: World): Promise<string> {
  await publishBase(store, world, 'province', '100元');
  return publishBase(store, world, 'city', '55%');
}

/** Id of what the city proposes. */
export async function proposeRate(
  store: PolicyStore,
  world: World,
  { base, rate }: { readonly base: string; readonly rate: string },
): Promise<string> {
  const author = personOf(world, 'city', 'proposer');
  const draft = await as(store, author, ({ drafts }) =>
    drafts.create({
      ...{ jurisdictionId: world.places.city, documentId: world.documents.city.id },
      ...{ title: '调整', path: pathOf('city'), baseVersionId: base, text: cityText(rate) },
    }),
  );
  const request = { draftId: draft.id, draftRevision: 1, effectiveFrom: '2027-06-01' };
  return done(await proposeDraft(store, author, { ...request, reason: '结余' })).id;
}

export async function askCheck(store: PolicyStore, world: World, proposalId: string): Promise<Job> {
  return done(await askForCheck(store, personOf(world, 'province', 'reviewer'), proposalId));
}

export async function jobOf(store: PolicyStore, world: World, id: string): Promise<Job> {
  const job = await as(store, personOf(world, 'province', 'reviewer'), ({ jobs }) => jobs.find(id));
  if (!job) throw new Error(`no job ${id}`);
  return job;
}
