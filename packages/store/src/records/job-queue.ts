import { randomUUID } from 'node:crypto';
import type { LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { ClaimedJob, JobEnd, JobKind, JobQueue } from '@tiaoli/workspace';
import { report } from '@tiaoli/workspace';
import type { Database } from '../database/database.ts';
import { Prisma } from '../generated/client.ts';
import { runTransaction } from '../session/run-transaction.ts';

/** How often a job is begun: a second time where its process was gone. */
const MOST_ATTEMPTS = 2;

/**
 * The jobs of everybody. Leases are measured by the clock of the database, which all servers share; rows that somebody
 * is about to take are passed over (`SKIP LOCKED`), so several servers take different ones.
 */
export function jobQueue(database: Database): JobQueue {
  const run = <Value>(work: (client: Prisma.TransactionClient) => Promise<Value>) =>
    runTransaction(database, 'read-committed', async (client) => ({
      kind: 'done',
      value: await work(client),
    }));
  return {
    claim: (kinds, leaseSeconds) =>
      run(async (client) => {
        await endLost(client);
        return claim(client, kinds, leaseSeconds);
      }),
    renew: ({ id, claim: token }, { step, done, total }, leaseSeconds) =>
      run(async (client) => {
        const rows = await client.$queryRaw<readonly { readonly stopping: boolean }[]>`
          UPDATE job SET lease_until = clock_timestamp() + ${leaseSeconds}::float8 * interval '1 second',
            step = ${step ?? null}, done = ${done}::int, total = ${total}::int
          WHERE id = ${id}::uuid AND claim = ${token}::uuid AND state = 'running'
          RETURNING stopping`;
        return rows[0]?.stopping === false ? 'go-on' : 'stop';
      }),
    end: (claimed, end) =>
      run(async (client) => {
        await endClaimed(client, claimed, end);
        return true as const;
      }),
    forget: (days) =>
      run(
        (client) => client.$executeRaw`
          DELETE FROM job WHERE ended_at < clock_timestamp() - ${days}::float8 * interval '1 day'`,
      ),
  };
}

interface ClaimRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly asker_id: string;
  readonly subject: string;
  readonly input: string;
  readonly attempts: number;
}

async function claim(
  client: Prisma.TransactionClient,
  kinds: readonly JobKind[],
  leaseSeconds: number,
): Promise<ClaimedJob | undefined> {
  const token = randomUUID();
  const rows = await client.$queryRaw<readonly ClaimRow[]>`
    UPDATE job SET state = 'running', claim = ${token}::uuid, attempts = attempts + 1,
      lease_until = clock_timestamp() + ${leaseSeconds}::float8 * interval '1 second',
      step = NULL, done = 0, total = 0
    WHERE id = (
      SELECT id FROM job WHERE state = 'waiting' AND kind IN (${Prisma.join([...kinds])})
      ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, kind, asker_id, subject, input, attempts`;
  const [row] = rows;
  if (!row) return undefined;
  const { id, kind, subject, input, attempts } = row;
  return { id, kind, subject, input, attempts, askerId: row.asker_id, claim: token };
}

/** Whoever does not keep the lease of a job is gone. */
async function endLost(client: Prisma.TransactionClient): Promise<void> {
  await client.$executeRaw`
    UPDATE job SET ${afterCrash()}
    WHERE id IN (
      SELECT id FROM job WHERE state = 'running' AND lease_until < clock_timestamp()
      FOR UPDATE SKIP LOCKED
    )`;
}

async function endClaimed(
  client: Prisma.TransactionClient,
  { id, claim: token }: ClaimedJob,
  end: JobEnd,
): Promise<void> {
  await client.$executeRaw`
    UPDATE job SET ${changeOf(end)}
    WHERE id = ${id}::uuid AND claim = ${token}::uuid AND state = 'running'`;
}

function changeOf(end: JobEnd): Prisma.Sql {
  switch (end.kind) {
    case 'failed':
      return Prisma.sql`${unclaimed}, state = 'failed', problem = ${JSON.stringify(end.problem)}`;
    case 'cancelled':
      return Prisma.sql`${unclaimed}, state = 'cancelled'`;
    case 'crashed':
      return afterCrash();
    case 'given-back':
      return Prisma.sql`${unclaimed}, attempts = attempts - 1,
        state = CASE WHEN stopping THEN 'cancelled' ELSE 'waiting' END`;
  }
}

const unclaimed = Prisma.sql`claim = NULL, lease_until = NULL`;

function afterCrash(): Prisma.Sql {
  return Prisma.sql`${unclaimed},
    state = CASE WHEN stopping THEN 'cancelled' WHEN attempts >= ${MOST_ATTEMPTS}::int THEN 'failed' ELSE 'waiting' END,
    problem = CASE WHEN NOT stopping AND attempts >= ${MOST_ATTEMPTS}::int THEN ${crashed} END`;
}

const crashed = JSON.stringify(crashText());

function crashText(): LocalText {
  const { message, hint } = report('job-crashed', {}, fileSpan('job'));
  return { zh: `${message.zh}${hint?.zh ?? ''}`, en: `${message.en} ${hint?.en ?? ''}`.trim() };
}
