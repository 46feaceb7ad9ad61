import { documentAndBasis } from '@tiaoli/compiler';
import type { VersionComparison } from '../compare/compare-versions.ts';
import { compareVersions } from '../compare/compare-versions.ts';
import { clausePieces } from '../drafts/clause-pieces.ts';
import { reportOf } from '../gate/check-proposal.ts';
import type { GateReport } from '../gate/gate-report.ts';
import type { ReadProposal } from '../gate/read-proposal.ts';
import { readProposal } from '../gate/read-proposal.ts';
import { openBase, openProposed } from '../proposals/read-proposed.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Proposal, ProposalRound } from '../records/proposals.ts';
import type { ReviewThread } from '../records/review-records.ts';
import type { Opinion } from './opinion.ts';
import { opinionOf } from './opinion.ts';

/** All that goes into the papers that accompany a proposal. */
export interface ProposalPapers {
  readonly proposal: Proposal;
  readonly round: ProposalRound;
  /** Title of the document. */
  readonly title: string;
  /** Names of the place that proposes, and of the one that decides. */
  readonly place: string;
  readonly reviewPlace: string;
  /** Titles, with numbers where they have one, of what the text rests on. */
  readonly basis: readonly string[];
  /** One for each thread, the oldest first. */
  readonly opinions: readonly Opinion[];
  /** What the newest round changes; absent for the first version, and where it cannot be compared. */
  readonly comparison?: VersionComparison;
  /** Names of the clauses of the text. */
  readonly clauses: readonly string[];
  /** What the gate found of this round. */
  readonly report?: GateReport;
  readonly isDemo: boolean;
}

/** Reads what the papers of a proposal say; who may not see the proposal is told that there is none. */
export async function readProposalPapers(
  store: PolicyStore,
  actorId: string,
  proposalId: string,
): Promise<Outcome<ProposalPapers>> {
  const outcome = await store.transaction(actorId, 'serializable', (records) =>
    readAll(records, proposalId),
  );
  if (outcome.kind === 'refused') return outcome;
  const { read, threads, names, places, report, isDemo } = outcome.value;
  const { proposal, round, proposed } = read;
  const pieces = await clausePieces([round.text]);
  const labels = new Map((pieces[0] ?? []).map(({ key, clause }) => [key, clause]));
  const policies = await openProposed(proposed);
  const before = await openBase(proposed);
  const { module } = policies.lower(proposed.path);
  const comparison =
    before && proposed.base
      ? compareVersions(
          { policies: before, reference: proposed.base.version.path },
          { policies, reference: proposed.path },
        ).comparison
      : undefined;
  const above = module ? [...documentAndBasis(module)].filter((id) => id !== module.document) : [];
  const basis = (module?.declarations ?? []).flatMap((each) =>
    each.kind === 'document' && above.includes(each.id)
      ? [each.number === undefined ? `《${each.title}》` : `《${each.title}》（${each.number}）`]
      : [],
  );
  const placeName = (id: string): string => places.get(id) ?? '';
  return {
    kind: 'done',
    value: {
      ...{ proposal, round, isDemo, basis, title: proposed.document.title },
      place: placeName(proposal.jurisdictionId),
      reviewPlace: placeName(proposal.reviewPlaceId),
      opinions: threads.map((thread) =>
        opinionOf(thread, { names, labels, authors: proposal.authors }),
      ),
      clauses: [...labels.values()].filter((name) => name !== ''),
      ...(comparison && { comparison }),
      ...(report && { report }),
    },
  };
}

interface ReadAll {
  readonly read: ReadProposal;
  readonly threads: readonly ReviewThread[];
  readonly names: ReadonlyMap<string, string>;
  /** Names by id. */
  readonly places: ReadonlyMap<string, string>;
  readonly report?: GateReport;
  readonly isDemo: boolean;
}

async function readAll(records: Records, id: string): Promise<Outcome<ReadAll>> {
  const read = await readProposal(records, id);
  if (read.kind === 'refused') return read;
  const threads = await records.reviews.threads(id);
  const people = threads.flatMap(({ authorId, comments, suggestions }) => [
    authorId,
    ...comments.map((each) => each.authorId),
    ...suggestions.map((each) => each.authorId),
  ]);
  const names = await records.users.names([...new Set(people)]);
  const all = await records.jurisdictions.list();
  const check = await records.gate.newest(id);
  // What was found of an earlier round is not about this text.
  const report = check?.round === read.value.round.number ? reportOf(check) : undefined;
  return {
    kind: 'done',
    value: {
      ...{ read: read.value, threads, names, isDemo: records.isDemo },
      places: new Map(all.map((place) => [place.id, place.name])),
      ...(report && { report }),
    },
  };
}
