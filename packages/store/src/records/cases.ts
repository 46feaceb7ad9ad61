import { fileSpan } from '@tiaoli/base';
import type { CaseRecords, Outcome, StoredCase } from '@tiaoli/workspace';
import { mostCaseDays, mostCaseText, operatorId, permits, report } from '@tiaoli/workspace';
import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/client.ts';
import type { Environment } from '../session/environment.ts';
import { keptName } from '../session/kept-text.ts';
import { runTransaction } from '../session/run-transaction.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { things } from './things.ts';

const withPlace = { jurisdiction: true } as const;

type CaseRow = Prisma.StoredCaseGetPayload<{ include: typeof withPlace }>;

export function caseRecords(session: Session): CaseRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findCase(session, id);
      return row && caseOf(row);
    },
    list: async () => {
      const rows = await database.storedCase.findMany({
        where: { expiresAt: { gt: session.now() } },
        include: withPlace,
        orderBy: [{ keptAt: 'desc' }, { id: 'asc' }],
      });
      return rows
        .filter(({ jurisdiction }) => permits(actor, 'read-case', jurisdiction))
        .map((row) => {
          const { input: _, ...rest } = caseOf(row);
          return rest;
        });
    },
    keep: (stored) => keepCase(session, stored),
    delete: (id) => deleteCase(session, id),
  };
}

/** A case that the person may see, and whose time is not over. */
async function findCase(session: Session, id: string): Promise<CaseRow | undefined> {
  if (!isId(id)) return undefined;
  const { database, actor } = session;
  const row = await database.storedCase.findUnique({ where: { id }, include: withPlace });
  if (!row || row.expiresAt <= session.now()) return undefined;
  return permits(actor, 'read-case', row.jurisdiction) ? row : undefined;
}

async function keepCase(
  session: Session,
  stored: Parameters<CaseRecords['keep']>[0],
): Promise<StoredCase> {
  const { database, actor } = session;
  const { jurisdictionId, versionId, title, input, days } = stored;
  const place = isId(jurisdictionId)
    ? await database.jurisdiction.findUnique({ where: { id: jurisdictionId } })
    : null;
  demand(session, 'keep-case', found(place ?? undefined, things.jurisdiction));
  const version = isId(versionId)
    ? await database.version.findUnique({ where: { id: versionId } })
    : null;
  found(version ?? undefined, things.version);
  if (!Number.isInteger(days) || days < 1 || days > mostCaseDays || !isKept(input)) {
    throw new Refusal([report('case-refused', { most: mostCaseDays }, fileSpan('case'))]);
  }
  const id = session.newId();
  const keptAt = session.now();
  const expiresAt = new Date(keptAt.getTime() + days * 24 * 3_600_000);
  const row = await database.storedCase.create({
    data: {
      ...{ id, jurisdictionId, versionId, title: keptName(title, things.title), input },
      ...{ keeperId: actor.id, keptAt, expiresAt },
    },
    include: withPlace,
  });
  const detail = { versionId, expiresAt: expiresAt.toISOString() };
  await appendEvent(session, jurisdictionId, { action: 'keep-case', subject: id, detail });
  return caseOf(row);
}

/** Facts that are stored and read again as the same. */
function isKept(input: string): boolean {
  if (input.length > mostCaseText || input.includes('\0') || !input.isWellFormed()) return false;
  try {
    JSON.parse(input);
    return true;
  } catch {
    return false;
  }
}

async function deleteCase(session: Session, id: string): Promise<void> {
  const row = found(await findCase(session, id), things.case);
  demand(session, 'delete-case', { path: row.jurisdiction.path, owner: row.keeperId });
  await forget(session, row, 'deleted');
}

/** The facts are gone; that there was a case is not. */
async function forget(
  session: Session,
  { id, jurisdictionId }: Pick<CaseRow, 'id' | 'jurisdictionId'>,
  reason: 'deleted' | 'expired',
): Promise<void> {
  await session.database.storedCase.delete({ where: { id } });
  const event = { action: 'delete-case', subject: id, detail: { reason } };
  await appendEvent(session, jurisdictionId, event);
}

/** Takes away the cases whose time is over; answers how many. */
export function forgetCases(
  database: Database,
  environment: Environment,
): Promise<Outcome<number>> {
  return runTransaction(database, 'serializable', async (client) => {
    const actor = { id: operatorId, grants: [] };
    const session: Session = { ...environment, database: client, actor };
    const over = { expiresAt: { lte: environment.now() } };
    const rows = await client.storedCase.findMany({ where: over, orderBy: { id: 'asc' } });
    for (const row of rows) await forget(session, row, 'expired');
    return { kind: 'done', value: rows.length };
  });
}

function caseOf({ jurisdiction: _, ...stored }: CaseRow): StoredCase {
  return stored;
}
