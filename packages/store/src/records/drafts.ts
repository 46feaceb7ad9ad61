import { fileSpan } from '@tiaoli/base';
import type { Draft, DraftRecords } from '@tiaoli/workspace';
import { permits, report } from '@tiaoli/workspace';
import type { Draft as Row } from '../generated/client.ts';
import { keptName } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { keepText, textOf } from './blobs.ts';
import { findDocument } from './documents.ts';
import { things } from './things.ts';

export function draftRecords(session: Session): DraftRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findDraft(session, id);
      return row && draftOf(row);
    },
    list: async () => {
      const rows = await database.draft.findMany({
        where: { state: 'open' },
        include: { jurisdiction: true },
        orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
      });
      return rows.filter((row) => permits(actor, 'read-draft', subjectOfDraft(row))).map(draftOf);
    },
    create: (draft) => createDraft(session, draft),
    revision: async (id, number) => {
      const draft = await findDraft(session, id);
      const row =
        draft &&
        (await database.draftRevision.findUnique({
          where: { draftId_number: { draftId: id, number } },
          include: { source: true },
        }));
      if (!row) return undefined;
      const { authorId, savedAt, source } = row;
      return { number, authorId, savedAt, text: textOf(source.bytes) };
    },
    save: (id, baseRevision, text, base) => saveDraft(session, id, { baseRevision, text, base }),
    close: (id) => closeDraft(session, id),
  };
}

async function createDraft(
  session: Session,
  draft: Parameters<DraftRecords['create']>[0],
): Promise<Draft> {
  const { database, actor } = session;
  const { jurisdictionId, documentId, title, path, baseVersionId, text } = draft;
  const place = isId(jurisdictionId)
    ? await database.jurisdiction.findUnique({ where: { id: jurisdictionId } })
    : null;
  demand(session, 'create-draft', found(place ?? undefined, things.jurisdiction));
  found(await findDocument(session, documentId), things.document);
  const id = session.newId();
  const at = session.now();
  const row = await database.draft.create({
    data: {
      ...{ id, jurisdictionId, documentId },
      ...{ title: keptName(title, things.title), path: keptName(path, things.path) },
      ...{ authorId: actor.id, state: 'open', revision: 1, createdAt: at, savedAt: at },
      baseVersionId: baseVersionId ?? null,
    },
  });
  const sourceHash = await keepText(session, text);
  await database.draftRevision.create({
    data: { draftId: id, number: 1, sourceHash, authorId: actor.id, savedAt: at },
  });
  const detail = { documentId, sourceHash };
  await appendEvent(session, jurisdictionId, { action: 'create-draft', subject: id, detail });
  return draftOf(row);
}

interface NewRevision {
  readonly baseRevision: number;
  readonly text: string;
  readonly base: string | undefined;
}

async function saveDraft(
  session: Session,
  id: string,
  { baseRevision, text, base }: NewRevision,
): Promise<Draft | undefined> {
  const { database, actor } = session;
  openDraft(session, 'save-draft', await findDraft(session, id));
  if (base !== undefined) await demandBase(session, id, base);
  const savedAt = session.now();
  const number = baseRevision + 1;
  // INVARIANT: of two saves from one revision the row takes one, whatever the isolation of the transaction.
  const { count } = await database.draft.updateMany({
    where: { id, state: 'open', revision: baseRevision },
    data: { revision: number, savedAt, ...(base !== undefined && { baseVersionId: base }) },
  });
  if (count !== 1) return undefined;
  const sourceHash = await keepText(session, text);
  await database.draftRevision.create({
    data: { draftId: id, number, sourceHash, authorId: actor.id, savedAt },
  });
  return draftOf(found(await findDraft(session, id), things.draft));
}

/** A version of the same document. */
async function demandBase(session: Session, id: string, base: string): Promise<void> {
  const draft = await session.database.draft.findUnique({ where: { id } });
  const version = isId(base)
    ? await session.database.version.findUnique({ where: { id: base } })
    : null;
  const isOwn = version !== null && version.documentId === draft?.documentId;
  found(isOwn ? version : undefined, things.version);
}

async function closeDraft(session: Session, id: string): Promise<void> {
  const draft = openDraft(session, 'close-draft', await findDraft(session, id));
  await session.database.draft.update({ where: { id }, data: { state: 'closed' } });
  await appendEvent(session, draft.jurisdictionId, {
    ...{ action: 'close-draft', subject: id, detail: { revision: String(draft.revision) } },
  });
}

/** A draft that the person may change; ends the transaction otherwise. */
function openDraft(
  session: Session,
  action: 'save-draft' | 'close-draft',
  row: SeenDraft | undefined,
): SeenDraft {
  const draft = found(row, things.draft);
  if (draft.state === 'closed') throw new Refusal([report('draft-closed', {}, fileSpan(draft.id))]);
  demand(session, action, subjectOfDraft(draft));
  return draft;
}

/** A draft that the person may see, with its place. */
export async function findDraft(
  { database, actor }: Session,
  id: string,
): Promise<SeenDraft | undefined> {
  if (!isId(id)) return undefined;
  const row = await database.draft.findUnique({ where: { id }, include: { jurisdiction: true } });
  return row && permits(actor, 'read-draft', subjectOfDraft(row)) ? row : undefined;
}

type SeenDraft = Row & { readonly jurisdiction: { readonly path: string } };

export function subjectOfDraft({ jurisdiction, state, authorId }: SeenDraft) {
  return {
    path: jurisdiction.path,
    state: state === 'open' ? ('open' as const) : ('closed' as const),
    owner: authorId,
  };
}

function draftOf(row: Row): Draft {
  const { id, jurisdictionId, documentId, authorId, title, path } = row;
  const { revision, savedAt, baseVersionId } = row;
  return {
    ...{ id, jurisdictionId, documentId, authorId, title, path, revision, savedAt },
    state: row.state === 'open' ? 'open' : 'closed',
    ...(baseVersionId !== null && { baseVersionId }),
  };
}
