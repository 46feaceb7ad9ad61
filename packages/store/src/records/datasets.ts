import { fileSpan } from '@tiaoli/base';
import type { Dataset, DatasetRecords, NewDataset, PolicyStore } from '@tiaoli/workspace';
import { permits, report } from '@tiaoli/workspace';
import type { Database } from '../database/database.ts';
import type { Prisma } from '../generated/client.ts';
import { keptName, keptProse } from '../session/kept-text.ts';
import { runTransaction } from '../session/run-transaction.ts';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { things } from './things.ts';
import { dateOf, dayOf } from './version-rows.ts';

const withPlace = { jurisdiction: true } as const;

type DatasetRow = Prisma.DatasetGetPayload<{ include: typeof withPlace }>;

export function datasetRecords(session: Session): DatasetRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findDataset(session, id);
      return row && datasetOf(row);
    },
    list: async () => {
      const rows = await database.dataset.findMany({
        where: { deletedAt: null },
        include: withPlace,
        orderBy: [{ registeredAt: 'desc' }, { id: 'asc' }],
      });
      return rows
        .filter(({ jurisdiction }) => permits(actor, 'read-dataset', jurisdiction))
        .map(datasetOf);
    },
    register: (dataset) => register(session, dataset),
    demandRegistration: async (jurisdictionId, retainUntil) => {
      await placeToRegisterFor(session, jurisdictionId);
      demandRetention(session.now(), retainUntil);
    },
    delete: (id, reason) => deleteDataset(session, id, reason),
  };
}

/** A dataset that the person may see, and that is not deleted. */
async function findDataset(
  { database, actor }: Session,
  id: string,
): Promise<DatasetRow | undefined> {
  if (!isId(id)) return undefined;
  const row = await database.dataset.findUnique({ where: { id }, include: withPlace });
  if (!row || row.deletedAt || !permits(actor, 'read-dataset', row.jurisdiction)) return undefined;
  return row;
}

export async function demandDataset(session: Session, id: string): Promise<DatasetRow> {
  return found(await findDataset(session, id), things.dataset);
}

/** Years for which data are kept at most. */
const MOST_YEARS = 10;

async function register(session: Session, dataset: NewDataset): Promise<Dataset> {
  const { database, actor } = session;
  const { jurisdictionId, title, folder, rootHash, persons, claims, retainUntil } = dataset;
  await placeToRegisterFor(session, jurisdictionId);
  const at = session.now();
  demandRetention(at, retainUntil);
  const id = session.newId();
  const row = await database.dataset.create({
    data: {
      ...{ id, jurisdictionId, title: keptName(title, things.title) },
      ...{ folder: keptName(folder, things.path), rootHash, persons, claims },
      ...{ synthetic: dataset.isSynthetic, retainUntil: dateOf(retainUntil) },
      ...{ registrarId: actor.id, registeredAt: at },
    },
    include: withPlace,
  });
  const detail = { rootHash, persons: String(persons), claims: String(claims), retainUntil };
  await appendEvent(session, jurisdictionId, { action: 'register-dataset', subject: id, detail });
  return datasetOf(row);
}

/** Its id; whoever may not register datasets there is refused. */
export async function placeToRegisterFor(session: Session, id: string): Promise<string> {
  const place = isId(id)
    ? await session.database.jurisdiction.findUnique({ where: { id } })
    : undefined;
  const known = found(place ?? undefined, things.jurisdiction);
  demand(session, 'register-dataset', known);
  return known.id;
}

function demandRetention(at: Date, retainUntil: string): void {
  if (retainUntil > dayOf(at) && retainUntil <= lastDay(at)) return;
  throw new Refusal([report('retention-refused', {}, fileSpan(retainUntil))]);
}

/** Of all offices: what is deleted and not registered anew. */
export function deletedDatasets(database: Database): ReturnType<PolicyStore['deletedDatasets']> {
  return runTransaction(database, 'read-committed', async (client) => {
    const rows = await client.dataset.findMany({
      where: { deletedAt: { not: null } },
      orderBy: { id: 'asc' },
    });
    const kept = await client.dataset.findMany({ where: { deletedAt: null } });
    const folders = new Set(kept.map(({ folder }) => folder));
    return {
      kind: 'done',
      value: rows
        .filter(({ folder }) => !folders.has(folder))
        .map(({ folder, rootHash }) => ({ folder, rootHash })),
    };
  });
}

function lastDay(at: Date): string {
  const last = new Date(at);
  last.setUTCFullYear(last.getUTCFullYear() + MOST_YEARS);
  return dayOf(last);
}

async function deleteDataset(session: Session, id: string, reason: string): Promise<Dataset> {
  const row = await demandDataset(session, id);
  demand(session, 'delete-dataset', row.jurisdiction);
  const detail = { reason: keptProse(reason, things.reason), rootHash: row.rootHash };
  await session.database.dataset.update({
    where: { id },
    data: { deletedAt: session.now(), deleterId: session.actor.id },
  });
  const event = { action: 'delete-dataset', subject: id, detail };
  await appendEvent(session, row.jurisdictionId, event);
  return datasetOf(row);
}

function datasetOf(row: DatasetRow): Dataset {
  const { id, jurisdictionId, title, folder, rootHash, persons, claims } = row;
  const { synthetic: isSynthetic, registrarId, registeredAt } = row;
  return {
    ...{ id, jurisdictionId, title, folder, rootHash, persons, claims, isSynthetic },
    ...{ registrarId, registeredAt, retainUntil: dayOf(row.retainUntil) },
  };
}
