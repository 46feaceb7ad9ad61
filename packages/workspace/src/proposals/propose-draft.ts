import type { Diagnostic } from '@tiaoli/base';
import { fileSpan, parseDate } from '@tiaoli/base';
import { headersOf } from '@tiaoli/language';
import { checkStatements } from '../check-policies.ts';
import { report } from '../messages.ts';
import type { Policies } from '../open-policies.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { NewRound } from '../records/proposal-records.ts';
import type { Proposal } from '../records/proposals.ts';
import type { Draft } from '../records/records.ts';
import type { Proposed } from './read-proposed.ts';
import { notFound, openProposed, readProposed } from './read-proposed.ts';
import type { KnownPlaces } from './route-proposal.ts';
import { routeProposal } from './route-proposal.ts';

export interface ProposeRequest {
  readonly draftId: string;
  /** The revision that the author looked at: another newest one is refused. */
  readonly draftRevision: number;
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
  readonly reason: string;
}

/**
 * Lays a draft before the office that decides on it (`routeProposal`). Refused where its text has errors, such as a value
 * outside what is left to the place, and where the version that it was made from is no longer the one in force.
 */
export async function proposeDraft(
  store: PolicyStore,
  actorId: string,
  request: ProposeRequest,
): Promise<Outcome<Proposal>> {
  const { draftId, draftRevision, effectiveFrom, reason } = request;
  if (parseDate(effectiveFrom) === undefined) {
    return refused([report('not-a-day', { text: effectiveFrom }, fileSpan(draftId))]);
  }
  const read = await store.transaction(actorId, 'serializable', (records) =>
    readDraft(records, request),
  );
  if (read.kind === 'refused') return read;
  const { proposed, places } = read.value;
  const policies = await openProposed(proposed);
  const problems = problemsOf(policies, proposed);
  if (problems.length > 0) return refused(problems);
  const { module } = policies.lower(proposed.path);
  if (!module) return refused([report('nothing-to-publish', {}, fileSpan(proposed.path))]);
  const baseVersionId = proposed.base?.version.id;
  const round: NewRound = {
    ...{ draftId, draftRevision, effectiveFrom, reason },
    ...routeProposal(proposed.document, module, places),
    ...(baseVersionId !== undefined && { baseVersionId }),
  };
  return store.transaction(actorId, 'serializable', async ({ proposals }) => ({
    kind: 'done',
    value: await proposals.propose(round),
  }));
}

interface ReadDraft {
  readonly draft: Draft;
  readonly proposed: Proposed;
  readonly places: KnownPlaces;
}

async function readDraft(
  records: Records,
  { draftId, draftRevision, effectiveFrom }: ProposeRequest,
): Promise<Outcome<ReadDraft>> {
  const draft = await records.drafts.find(draftId);
  const revision = await records.drafts.revision(draftId, draftRevision);
  if (!draft || !revision) return notFound({ zh: '草稿', en: 'draft' }, draftId);
  const { documentId, path, baseVersionId } = draft;
  const read = await readProposed(records, {
    ...{ documentId, path, effectiveFrom, text: revision.text },
  });
  if (read.kind === 'refused') return read;
  if (read.value.base?.version.id !== baseVersionId) {
    return refused([report('base-moved', {}, fileSpan(path))]);
  }
  const jurisdictions = await records.jurisdictions.list();
  const documents = await records.documents.list();
  const places = { jurisdictions, documents };
  return { kind: 'done', value: { draft, proposed: read.value, places } };
}

/** Errors of the text itself, and where it is the text of another document. */
function problemsOf(policies: Policies, { path, document }: Proposed): readonly Diagnostic[] {
  const errors = checkStatements(policies, (each) => each === path).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return errors;
  const header = headersOf(policies.language).find((each) => each.path === path);
  if (!header || header.id === document.code) return [];
  const params = { found: header.id, expected: document.code };
  return [report('document-differs', params, header.span)];
}

function refused(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { kind: 'refused', diagnostics };
}
