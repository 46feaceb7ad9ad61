import { fileSpan } from '@tiaoli/base';
import type { AuditEvent, AuditLink, AuditRecords } from '@tiaoli/workspace';
import { linkEvent, report } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { things } from './things.ts';

export function auditRecords(session: Session): AuditRecords {
  const { database } = session;
  const readable = async (id: string): Promise<void> => {
    const place = isId(id) ? await database.jurisdiction.findUnique({ where: { id } }) : null;
    demand(session, 'read-audit', found(place ?? undefined, things.jurisdiction));
  };
  return {
    list: async (jurisdictionId) => {
      await readable(jurisdictionId);
      const rows = await database.auditEvent.findMany({
        where: { jurisdictionId },
        orderBy: { number: 'asc' },
      });
      return rows.map(({ number, content, previousHash, hash }) => ({
        ...{ number, content, previousHash, hash },
      }));
    },
    end: async (jurisdictionId) => {
      await readable(jurisdictionId);
      const { number, hash } = await database.auditHead.findUniqueOrThrow({
        where: { jurisdictionId },
      });
      return { number, hash };
    },
  };
}

interface HeadRow {
  readonly number: number;
  readonly hash: string;
}

/**
 * Adds an event to the chain of a jurisdiction.
 *
 * The end of the chain is locked until the transaction ends, so events of one jurisdiction come one after the other.
 */
export async function appendEvent(
  { database, actor, now }: Session,
  jurisdictionId: string,
  event: Pick<AuditEvent, 'action' | 'subject' | 'detail'>,
): Promise<AuditLink> {
  const rows = await database.$queryRaw<readonly HeadRow[]>`
    SELECT number, hash FROM audit_head WHERE jurisdiction_id = ${jurisdictionId}::uuid FOR UPDATE`;
  const end = rows[0];
  if (!end) {
    throw new Refusal([
      report('record-not-found', { what: things.jurisdiction }, fileSpan(jurisdictionId)),
    ]);
  }
  const link = linkEvent(end, { at: now().toISOString(), actorId: actor.id, ...event });
  // Not `create`, which reads again what it wrote: few may read the trail.
  await database.auditEvent.createMany({ data: [{ jurisdictionId, ...link }] });
  const { number, hash } = link;
  await database.auditHead.update({ where: { jurisdictionId }, data: { number, hash } });
  return link;
}
