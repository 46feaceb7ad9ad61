import { headersOf } from '@tiaoli/language';
import type { NamedSide } from '../compare/version-side.ts';
import { notFound } from '../proposals/read-proposed.ts';
import type { StoredPolicies } from '../publication/stored-policies.ts';
import { openStoredPolicies, readStoredPolicies } from '../publication/stored-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { Records } from '../records/policy-store.ts';
import type { StoredVersion } from '../records/records.ts';
import { inForce } from '../versions/in-force.ts';

/**
 * A text of the store as somebody names it: a version, a draft as it is saved now, or a proposal as it is laid before the
 * office now, on a day (`YYYY-MM-DD`). A version and a proposal have a first day, which is meant where none is named.
 */
export type NamedText =
  | { readonly versionId: string; readonly on?: string }
  | { readonly draftId: string; readonly on: string }
  | { readonly proposalId: string; readonly on?: string };

/** The same, so that it is the same text whenever it is read. */
export type FixedText =
  | { readonly versionId: string; readonly on: string }
  | { readonly draftId: string; readonly revision: number; readonly on: string }
  | { readonly proposalId: string; readonly round: number; readonly on: string };

/** A text, and the other documents that are in force on its day; plain data. */
export interface StoredSide {
  readonly path: string;
  readonly source: Uint8Array;
  readonly on: string;
  /** What it names beside itself, by path. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
  readonly others: StoredPolicies;
}

/** Which text it is now; what is not to be seen is refused as not found. */
export async function fixText(records: Records, named: NamedText): Promise<Outcome<FixedText>> {
  const { versions, drafts } = records;
  if ('versionId' in named) {
    const { versionId } = named;
    const version = await versions.find(versionId);
    if (!version) return notFound({ zh: '版本', en: 'version' }, versionId);
    return { kind: 'done', value: { versionId, on: named.on ?? version.effectiveFrom } };
  }
  if ('proposalId' in named) return fixProposal(records, named);
  const { draftId, on } = named;
  const draft = await drafts.find(draftId);
  if (!draft) return notFound({ zh: '草稿', en: 'draft' }, draftId);
  return { kind: 'done', value: { draftId, revision: draft.revision, on } };
}

async function fixProposal(
  { proposals }: Records,
  { proposalId, on }: Extract<NamedText, { proposalId: string }>,
): Promise<Outcome<FixedText>> {
  const proposal = await proposals.find(proposalId);
  const round = proposal && (await proposals.round(proposalId, proposal.round));
  if (!round) return notFound({ zh: '提案', en: 'proposal' }, proposalId);
  return {
    kind: 'done',
    value: { proposalId, round: round.number, on: on ?? round.effectiveFrom },
  };
}

/** Reads a text with all that it meets. */
export async function readStoredSide(
  records: Records,
  text: FixedText,
): Promise<Outcome<StoredSide>> {
  if ('versionId' in text) return readVersionSide(records, text);
  const { on } = text;
  const found = 'draftId' in text ? await draftText(records, text) : await roundText(records, text);
  if (found.kind === 'refused') return found;
  const { path, documentId, words } = found.value;
  const base = inForce(await records.versions.history(documentId), on);
  const beside = base ? await filesOf(records, base) : new Map<string, Uint8Array>();
  const others = await readStoredPolicies(records, on, documentId);
  const source = new TextEncoder().encode(words);
  return { kind: 'done', value: { path, source, on, beside, others } };
}

/** Words that nobody has published. */
interface OpenText {
  readonly path: string;
  readonly documentId: string;
  readonly words: string;
}

async function draftText(
  { drafts }: Records,
  { draftId, revision }: Extract<FixedText, { draftId: string }>,
): Promise<Outcome<OpenText>> {
  const draft = await drafts.find(draftId);
  const saved = draft && (await drafts.revision(draftId, revision));
  if (!draft || !saved) return notFound({ zh: '草稿', en: 'draft' }, draftId);
  const { path, documentId } = draft;
  return { kind: 'done', value: { path, documentId, words: saved.text } };
}

async function roundText(
  { proposals }: Records,
  { proposalId, round: number }: Extract<FixedText, { proposalId: string }>,
): Promise<Outcome<OpenText>> {
  const proposal = await proposals.find(proposalId);
  const round = proposal && (await proposals.round(proposalId, number));
  if (!proposal || !round) return notFound({ zh: '提案', en: 'proposal' }, proposalId);
  const { path, text: words } = round;
  return { kind: 'done', value: { path, documentId: proposal.documentId, words } };
}

async function readVersionSide(
  records: Records,
  { versionId, on }: Extract<FixedText, { versionId: string }>,
): Promise<Outcome<StoredSide>> {
  const version = await records.versions.find(versionId);
  const source = version && (await records.versions.bytes(version.sourceHash));
  if (!version || !source) return notFound({ zh: '版本', en: 'version' }, versionId);
  const beside = await filesOf(records, version);
  const others = await readStoredPolicies(records, on, version.documentId);
  return { kind: 'done', value: { path: version.path, source, on, beside, others } };
}

async function filesOf(
  { versions }: Records,
  { files }: StoredVersion,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const beside = new Map<string, Uint8Array>();
  for (const { path, hash } of files) {
    const bytes = await versions.bytes(hash);
    if (bytes) beside.set(path, bytes);
  }
  return beside;
}

/** The text among the others, named as it is on its day. */
export async function openStoredSide(side: StoredSide): Promise<NamedSide> {
  const { path, source, beside, others, on } = side;
  const policies = await openStoredPolicies(others, new Map([[path, source]]), beside);
  const id = headersOf(policies.language).find((each) => each.path === path)?.id ?? path;
  return { policies, reference: `${id}@${on}` };
}
