import { printDate } from '@tiaoli/base';
import type { NamedItem } from '@tiaoli/workspace';
import { findItems, today } from '@tiaoli/workspace';
import { readAsAsker } from '../../../http/store-api.ts';
import type { DocumentOnDay, DraftSummary, Proposal } from '../../workflow/answers.ts';
import type { FoundStored } from '../palette-answers.ts';

const MOST = 12;

/** Drafts, proposals and published documents by title, 标识 or the hash of the version in force: of those that the one who asks may see, and no others. */
export async function findStored(request: Request, words: string): Promise<readonly FoundStored[]> {
  const [drafts, proposals, published] = await Promise.all([
    read<{ readonly drafts: readonly DraftSummary[] }>(request, '/drafts'),
    read<{ readonly proposals: readonly Proposal[] }>(request, '/proposals'),
    read<{ readonly documents: readonly DocumentOnDay[] }>(
      request,
      `/documents-on-day?on=${printDate(today())}`,
    ),
  ]);
  const items = [
    ...(published?.documents ?? []).map(publishedItem),
    ...(proposals?.proposals ?? []).map(proposalItem),
    ...(drafts?.drafts ?? []).map(draftItem),
  ];
  return findItems(items, words).slice(0, MOST);
}

/** Undefined for what the one who asks has no right to. */
async function read<Answer>(request: Request, path: string): Promise<Answer | undefined> {
  const answer = await readAsAsker(request, path);
  if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
  return answer.ok ? answer.json() : undefined;
}

function publishedItem({ document, version }: DocumentOnDay): NamedItem<FoundStored> {
  const { id, title, code } = document;
  return {
    names: [title, code, ...(version ? [version.hash, version.meaningHash] : [])],
    item: {
      ...{ kind: 'published', id, title, code },
      ...(version && { from: version.effectiveFrom }),
    },
  };
}

function proposalItem({ id, title }: Proposal): NamedItem<FoundStored> {
  return { names: [title], item: { kind: 'proposal', id, title } };
}

function draftItem({ id, title }: DraftSummary): NamedItem<FoundStored> {
  return { names: [title], item: { kind: 'draft', id, title } };
}
