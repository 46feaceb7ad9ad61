import type { DocumentRecords, PolicyDocument } from '@tiaoli/workspace';
import { permits } from '@tiaoli/workspace';
import { keptName } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { things } from './things.ts';

export function documentRecords(session: Session): DocumentRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findDocument(session, id);
      return row && documentOf(row);
    },
    list: async () => {
      const rows = await database.document.findMany({
        include: { jurisdiction: true },
        orderBy: { code: 'asc' },
      });
      return rows
        .filter(({ jurisdiction }) => permits(actor, 'read-published', jurisdiction))
        .map(documentOf);
    },
    add: async ({ jurisdictionId, code, title }) => {
      const place = isId(jurisdictionId)
        ? await database.jurisdiction.findUnique({ where: { id: jurisdictionId } })
        : null;
      demand(session, 'add-document', found(place ?? undefined, things.jurisdiction));
      const id = session.newId();
      const row = await database.document.create({
        data: {
          ...{ id, jurisdictionId, createdAt: session.now() },
          ...{ code: keptName(code, things.code), title: keptName(title, things.title) },
        },
      });
      const detail = { code, title };
      await appendEvent(session, jurisdictionId, { action: 'add-document', subject: id, detail });
      return documentOf(row);
    },
  };
}

/** A document that the person may see, with its place. */
export async function findDocument({ database, actor }: Session, id: string) {
  if (!isId(id)) return undefined;
  const row = await database.document.findUnique({
    where: { id },
    include: { jurisdiction: true },
  });
  return row && permits(actor, 'read-published', row.jurisdiction) ? row : undefined;
}

function documentOf({ id, jurisdictionId, code, title }: PolicyDocument): PolicyDocument {
  return { id, jurisdictionId, code, title };
}
