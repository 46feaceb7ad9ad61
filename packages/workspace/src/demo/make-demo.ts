import { fileSpan } from '@tiaoli/base';
import { importPolicies } from '../exchange/import-policies.ts';
import { report } from '../messages.ts';
import { operatorId } from '../permissions/permits.ts';
import { proposeDraft } from '../proposals/propose-draft.ts';
import { notFound } from '../proposals/read-proposed.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore, Records } from '../records/policy-store.ts';
import type { Proposal } from '../records/proposals.ts';
import type { Draft } from '../records/records.ts';
import type { SourceFolder } from '../source-folder.ts';
import { inForce } from '../versions/in-force.ts';
import type { DemoPerson } from './demo-people.ts';
import { demoPeople } from './demo-people.ts';

export interface DemoRequest {
  /** The policies that are published in it; `policies` of the repository. */
  readonly folder: SourceFolder;
  /** The day from which what is proposed is to hold, `YYYY-MM-DD`. */
  readonly from: string;
  readonly onFile?: (file: {
    readonly path: string;
    readonly done: number;
    readonly of: number;
  }) => void;
}

/** A demonstration as it was made. */
export interface MadeDemo {
  /** Ids by login. */
  readonly people: ReadonlyMap<string, string>;
  /** Laid before the province, and not taken up yet. */
  readonly open: Proposal;
  /** Taken up by the province, with a question about one clause. */
  readonly underReview: Proposal;
}

/** Files that are written for the language and its tests: they belong to no office. */
const apart = ['policies/patterns/', 'policies/cases/'];

/**
 * Fills an empty store with a demonstration: the policies, people of every role, and two proposals of cities. The store is
 * one of demonstration for ever. Refused where it holds documents already.
 */
export async function makeDemo(
  store: PolicyStore,
  { folder, from, onFile }: DemoRequest,
): Promise<Outcome<MadeDemo>> {
  const marked = await store.markDemo();
  if (marked.kind === 'refused') return marked;
  const ofOffices: SourceFolder = {
    ...folder,
    list: async () =>
      (await folder.list()).filter((path) => !apart.some((each) => path.startsWith(each))),
  };
  const imported = await importPolicies(store, operatorId, {
    ...{ folder: ofOffices, hearsay: '演示数据' },
    ...(onFile && { onFile }),
  });
  if (imported.kind === 'refused') return imported;
  const people = await store.transaction(operatorId, 'serializable', addPeople);
  if (people.kind === 'refused') return people;
  const open = await propose(store, people.value, { ...zibo, from });
  if (open.kind === 'refused') return open;
  const asked = await propose(store, people.value, { ...taian, from });
  if (asked.kind === 'refused') return asked;
  const underReview = await takeUp(store, people.value, asked.value.id);
  if (underReview.kind === 'refused') return underReview;
  return {
    kind: 'done',
    value: { people: people.value, open: open.value, underReview: underReview.value },
  };
}

async function addPeople(records: Records): Promise<Outcome<ReadonlyMap<string, string>>> {
  const places = await records.jurisdictions.list();
  const people = new Map<string, string>();
  for (const { login, name, place, role } of demoPeople) {
    const found = places.find((each) => each.name === place);
    if (!found) return notFound({ zh: '地区', en: 'place' }, place);
    const user = await records.users.add({ login, name, jurisdictionId: found.id });
    await records.users.grant(user.id, found.id, role);
    people.set(login, user.id);
  }
  return { kind: 'done', value: people };
}

/** What a city would have otherwise than it is. */
interface DemoProposal {
  readonly code: string;
  readonly author: DemoPerson['login'];
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

const zibo: DemoProposal = {
  code: 'zibo.assistance',
  author: 'zibo-proposer',
  title: '提高因病致贫重病患者年度限额',
  before: '因病致贫限额 = 2万元',
  after: '因病致贫限额 = 2.4万元',
  reason: '演示：基金有结余，拟提高因病致贫重病患者的年度限额',
};

const taian: DemoProposal = {
  code: 'taian.assistance',
  author: 'taian-proposer',
  title: '提高边缘救助对象年度限额',
  before: '边缘救助限额 = 1万元',
  after: '边缘救助限额 = 1.2万元',
  reason: '演示：与相邻城市的限额接近',
};

async function propose(
  store: PolicyStore,
  people: ReadonlyMap<string, string>,
  { from, ...wanted }: DemoProposal & { readonly from: string },
): Promise<Outcome<Proposal>> {
  const author = people.get(wanted.author) ?? '';
  const draft = await store.transaction(author, 'serializable', (records) =>
    beginDraft(records, wanted, from),
  );
  if (draft.kind === 'refused') return draft;
  return proposeDraft(store, author, {
    ...{ draftId: draft.value.id, draftRevision: draft.value.revision },
    ...{ effectiveFrom: from, reason: wanted.reason },
  });
}

async function beginDraft(
  { documents, versions, drafts }: Records,
  { code, title, before, after }: DemoProposal,
  from: string,
): Promise<Outcome<Draft>> {
  const document = (await documents.list()).find((each) => each.code === code);
  const base = document && inForce(await versions.history(document.id), from);
  const bytes = base && (await versions.bytes(base.sourceHash));
  if (!document || !base || !bytes) return notFound({ zh: '文件', en: 'document' }, code);
  const text = new TextDecoder().decode(bytes);
  if (!text.includes(before)) {
    const diagnostics = [report('demo-text-differs', { before }, fileSpan(base.path))];
    return { kind: 'refused', diagnostics };
  }
  const draft = await drafts.create({
    ...{ jurisdictionId: document.jurisdictionId, documentId: document.id, title },
    ...{ path: base.path, baseVersionId: base.id, text: text.replace(before, after) },
  });
  return { kind: 'done', value: draft };
}

function takeUp(
  store: PolicyStore,
  people: ReadonlyMap<string, string>,
  proposalId: string,
): Promise<Outcome<Proposal>> {
  const reviewer = people.get('shandong-reviewer') ?? '';
  return store.transaction(reviewer, 'serializable', async ({ proposals, reviews }) => {
    const proposal = await proposals.beginReview(proposalId);
    await reviews.begin(proposalId, {
      ...{ round: proposal.round, clause: '「边缘救助对象」 1' },
      text: '演示：请补充测算，说明限额提高后基金一年多支出多少。',
    });
    return { kind: 'done', value: proposal };
  });
}
