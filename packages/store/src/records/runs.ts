import type { Run, RunRecords } from '@tiaoli/workspace';
import { permits } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';
import { keptName } from '../session/kept-text.ts';
import type { Session } from '../session/session.ts';
import { demand, isId } from '../session/session.ts';
import { appendEvent } from './audit.ts';
import { keepText, textOf } from './blobs.ts';
import { demandDataset } from './datasets.ts';
import { things } from './things.ts';

const withPlace = { jurisdiction: true } as const;

type RunRow = Prisma.RunGetPayload<{ include: typeof withPlace }>;

export function runRecords(session: Session): RunRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findRun(session, id);
      return row && runOf(row);
    },
    list: async () => {
      const rows = await database.run.findMany({
        include: withPlace,
        orderBy: [{ ranAt: 'desc' }, { id: 'asc' }],
      });
      return rows.filter(({ jurisdiction }) => permits(actor, 'read-run', jurisdiction)).map(runOf);
    },
    result: async (id) => {
      const row = await findRun(session, id);
      const hash = row?.resultHash;
      const blob = hash && (await database.blob.findUnique({ where: { hash } }));
      return blob ? textOf(blob.bytes) : undefined;
    },
    keep: (run) => keepRun(session, run),
  };
}

async function findRun({ database, actor }: Session, id: string): Promise<RunRow | undefined> {
  if (!isId(id)) return undefined;
  const row = await database.run.findUnique({ where: { id }, include: withPlace });
  return row && permits(actor, 'read-run', row.jurisdiction) ? row : undefined;
}

async function keepRun(
  session: Session,
  { datasetId, identity, title, result }: Parameters<RunRecords['keep']>[0],
): Promise<Run> {
  const { jurisdiction, rootHash } = await demandDataset(session, datasetId);
  demand(session, 'run-simulation', jurisdiction);
  const id = session.newId();
  const resultHash = await keepText(session, result);
  const row = await session.database.run.create({
    data: {
      ...{ id, jurisdictionId: jurisdiction.id, datasetId, identity, resultHash },
      ...{ title: keptName(title, things.title), runnerId: session.actor.id, ranAt: session.now() },
    },
    include: withPlace,
  });
  const detail = { datasetId, rootHash, identity, resultHash };
  await appendEvent(session, jurisdiction.id, { action: 'run-simulation', subject: id, detail });
  return runOf(row);
}

function runOf({ jurisdiction: _, ...run }: RunRow): Run {
  return run;
}
