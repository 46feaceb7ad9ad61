import type { Outcome, PolicyStore, Records } from '@tiaoli/workspace';
import { engineVersion, hashOfBytes } from '@tiaoli/workspace';
import type { RandomSource } from '../../conformance/random-source.ts';
import type { Cast } from './cast.ts';

/** What a writer was told is kept; the fields are what has to be found. */
export type Told =
  | {
      readonly kind: 'saved';
      readonly draft: string;
      readonly revision: number;
      readonly text: string;
    }
  | { readonly kind: 'published'; readonly hash: string; readonly text: string }
  | {
      readonly kind: 'proposed';
      readonly proposal: string;
      readonly round: number;
      readonly text: string;
    }
  | { readonly kind: 'approved'; readonly proposal: string; readonly check: string }
  | { readonly kind: 'decided'; readonly proposal: string; readonly hash: string };

export interface Writer {
  readonly store: PolicyStore;
  readonly cast: Cast;
  /** Begins each text, so that those of several writers differ. */
  readonly name: string;
  readonly random: RandomSource;
  /** Proposals that several writers move on, whoever comes first. */
  readonly pool: string[];
  readonly onTold: (told: Told) => void;
  /** Codes of what was refused. */
  readonly onRefused: (code: string) => void;
}

/** As many proposals are under way at once. */
const MOST_PENDING = 3;

/** Saves, publishes or moves a proposal on by one step: one deed, in one transaction or a few. */
export async function writeOnce(writer: Writer, round: number): Promise<void> {
  const text = `${writer.name} ${round}`;
  const roll = writer.random.below(10);
  if (roll < 4) return saveShared(writer, text);
  if (roll < 6) return publishText(writer, text);
  return moveOn(writer, text);
}

async function saveShared(writer: Writer, text: string): Promise<void> {
  const draft = writer.random.pick(writer.cast.drafts);
  const saved = await deed(writer, writer.cast.drafter, 'read-committed', ({ drafts }) =>
    saveNewest(drafts, draft, text),
  );
  if (saved) writer.onTold({ kind: 'saved', draft, revision: saved.revision, text });
}

async function saveNewest(drafts: Records['drafts'], draft: string, text: string) {
  const current = await drafts.find(draft);
  return drafts.save(draft, current?.revision ?? 0, text);
}

async function publishText(writer: Writer, text: string): Promise<void> {
  const { cast, random } = writer;
  const isCity = random.chance(50);
  const documentId = isCity ? cast.cityDocument : cast.provinceDocument;
  const publisher = isCity ? cast.cityPublisher : cast.provincePublisher;
  const version = await deed(writer, publisher, 'serializable', ({ versions }) =>
    versions.publish(publicationOf(documentId, text)),
  );
  if (version) writer.onTold({ kind: 'published', hash: version.hash, text });
}

function publicationOf(documentId: string, text: string) {
  return {
    ...{ documentId, path: 'policies/city.tiaoli', engineVersion, files: [] },
    ...{ meaningHash: 'a'.repeat(64), effectiveFrom: '2027-01-01' },
    source: new TextEncoder().encode(text),
    module: new TextEncoder().encode(`module ${text}`),
  };
}

async function moveOn(writer: Writer, text: string): Promise<void> {
  const { cast, pool, random } = writer;
  const id = pool[random.below(MOST_PENDING)];
  if (id === undefined) return lay(writer, text);
  const found = await deed(writer, cast.reviewer, 'serializable', ({ proposals }) =>
    proposals.find(id),
  );
  if (!found) return;
  if (random.chance(15)) return layAgain(writer, found.draftId, text);
  switch (found.state) {
    case 'proposed':
      await deed(writer, cast.reviewer, 'serializable', ({ proposals }) =>
        proposals.beginReview(id),
      );
      return;
    case 'under-review':
      return approve(writer, id, found.round);
    case 'approved':
      return publishApproved(writer, id, found.round);
    default:
      if (pool.includes(id)) pool.splice(pool.indexOf(id), 1);
  }
}

/** A new proposal of a draft of its own. */
async function lay(writer: Writer, text: string): Promise<void> {
  const { cast, pool } = writer;
  const draft = await deed(writer, cast.proposer, 'serializable', ({ drafts }) =>
    drafts.create({
      ...{ jurisdictionId: cast.city, documentId: cast.cityDocument, title: text },
      ...{ path: 'policies/city.tiaoli', text },
    }),
  );
  if (!draft) return;
  writer.onTold({ kind: 'saved', draft: draft.id, revision: 1, text });
  const id = await propose(writer, draft.id, 1, text);
  if (id !== undefined && !pool.includes(id)) pool.push(id);
}

async function layAgain(writer: Writer, draft: string, text: string): Promise<void> {
  const saved = await deed(writer, writer.cast.proposer, 'read-committed', ({ drafts }) =>
    saveNewest(drafts, draft, text),
  );
  if (!saved) return;
  writer.onTold({ kind: 'saved', draft, revision: saved.revision, text });
  await propose(writer, draft, saved.revision, text);
}

async function propose(
  writer: Writer,
  draftId: string,
  draftRevision: number,
  text: string,
): Promise<string | undefined> {
  const { proposer, province } = writer.cast;
  const proposal = await deed(writer, proposer, 'serializable', ({ proposals }) =>
    proposals.propose({
      ...{ draftId, draftRevision, kind: 'overlay', reviewPlaceId: province },
      ...{ effectiveFrom: '2027-01-01', reason: text },
    }),
  );
  if (!proposal) return undefined;
  const { id, round } = proposal;
  writer.onTold({ kind: 'proposed', proposal: id, round, text });
  return id;
}

async function approve(writer: Writer, proposalId: string, round: number): Promise<void> {
  const differenceHash = hashOfBytes(`${proposalId} ${round}`);
  const report = JSON.stringify({ form: 1, of: proposalId, round });
  const { reviewer } = writer.cast;
  const check = await deed(writer, reviewer, 'serializable', ({ gate }) =>
    gate.keep({ proposalId, round, differenceHash, report }),
  );
  if (!check) return;
  const approved = await deed(writer, reviewer, 'serializable', ({ proposals }) =>
    proposals.approve(proposalId, check.id),
  );
  if (approved) writer.onTold({ kind: 'approved', proposal: proposalId, check: check.id });
}

async function publishApproved(writer: Writer, id: string, number: number): Promise<void> {
  const { cityPublisher, cityDocument } = writer.cast;
  const version = await deed(writer, cityPublisher, 'serializable', async ({ proposals }) => {
    const round = await proposals.round(id, number);
    return proposals.publish(id, number, publicationOf(cityDocument, round?.text ?? ''));
  });
  if (version) writer.onTold({ kind: 'decided', proposal: id, hash: version.hash });
}

/** Undefined where it was refused, or somebody else was first. */
async function deed<Value>(
  { store, onRefused }: Writer,
  actor: string,
  isolation: 'serializable' | 'read-committed',
  work: (records: Records) => Promise<Value>,
): Promise<Value | undefined> {
  const outcome: Outcome<Value> = await store.transaction(actor, isolation, async (records) => ({
    kind: 'done',
    value: await work(records),
  }));
  if (outcome.kind === 'done') return outcome.value;
  for (const { code } of outcome.diagnostics) onRefused(code);
  return undefined;
}
