import type { Jurisdiction, JurisdictionRecords } from '@tiaoli/workspace';
import { emptyChain, permits } from '@tiaoli/workspace';
import type { Jurisdiction as Row } from '../generated/client.ts';
import { keptName } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { things } from './things.ts';

export function jurisdictionRecords(session: Session): JurisdictionRecords {
  const { database, actor } = session;
  const find = async (id: string) => {
    const row = isId(id) ? await database.jurisdiction.findUnique({ where: { id } }) : null;
    return row && permits(actor, 'read-published', row) ? jurisdictionOf(row) : undefined;
  };
  return {
    find,
    list: async () => {
      const rows = await database.jurisdiction.findMany({ orderBy: { path: 'asc' } });
      return rows.filter((row) => permits(actor, 'read-published', row)).map(jurisdictionOf);
    },
    add: async ({ name, level, parentId }) => {
      const parent =
        parentId === undefined ? undefined : found(await find(parentId), things.jurisdiction);
      const above = parent?.path ?? '';
      demand(session, 'add-jurisdiction', { path: above });
      const id = session.newId();
      const row = await database.jurisdiction.create({
        data: {
          ...{ id, level, parentId: parent?.id ?? null, path: `${above}${id}/` },
          name: keptName(name, things.name),
        },
      });
      await database.auditHead.create({ data: { jurisdictionId: id, ...emptyChain } });
      await appendEvent(session, id, { action: 'add-jurisdiction', subject: id, detail: { name } });
      return jurisdictionOf(row);
    },
  };
}

function jurisdictionOf({ id, name, level, parentId, path }: Row): Jurisdiction {
  // The database checks the level.
  const known = level as Jurisdiction['level'];
  return { id, name, level: known, ...(parentId !== null && { parentId }), path };
}
