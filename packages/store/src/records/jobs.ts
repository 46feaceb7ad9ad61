import { fileSpan } from '@tiaoli/base';
import type { ClaimedJob, Job, JobRecords, NewJob } from '@tiaoli/workspace';
import { hashOfBytes, mostJobsListed, mostJobsUnderWay, permits, report } from '@tiaoli/workspace';
import type { Session } from '../session/session.ts';
import { demand, found, isId, Refusal } from '../session/session.ts';
import { demandDataset, placeToRegisterFor } from './datasets.ts';
import type { JobRow } from './job-rows.ts';
import { jobOf, underWay, withPlace } from './job-rows.ts';
import { placeToCheckFor } from './proposal-rows.ts';
import { things } from './things.ts';
import { dayOf } from './version-rows.ts';

export function jobRecords(session: Session): JobRecords {
  const { database, actor } = session;
  return {
    find: async (id) => {
      const row = await findJob(session, id);
      return row && jobOf(row);
    },
    list: async (subject) => {
      const places = [...(await placesOfJobs(session))];
      const rows = await database.job.findMany({
        where: { jurisdictionId: { in: places }, ...(subject !== undefined && { subject }) },
        include: withPlace,
        orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
        take: mostJobsListed,
      });
      return rows.filter((row) => isSeen(session, row)).map(jobOf);
    },
    changedSince: async (moment) => {
      const rows = await database.job.findMany({
        where: {
          askerId: actor.id,
          OR: [{ state: { in: [...underWay] } }, { changedAt: { gte: moment } }],
        },
        include: withPlace,
        orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.filter((row) => isSeen(session, row)).map(jobOf);
    },
    ask: (job) => ask(session, job),
    cancel: (id) => cancel(session, id),
    finish: (claimed, result) => finish(session, claimed, result),
  };
}

function isSeen({ actor }: Session, { jurisdiction, askerId }: JobRow): boolean {
  return permits(actor, 'read-job', { path: jurisdiction.path, owner: askerId });
}

/** Ids of the places whose jobs the person sees: asked first, so that the newest jobs of others do not fill the list. */
async function placesOfJobs({ database, actor }: Session): Promise<readonly string[]> {
  const paths = actor.grants
    .map(({ path }) => path)
    .filter((path) => permits(actor, 'read-job', { path }));
  const rows = await database.jurisdiction.findMany({ where: { path: { in: paths } } });
  return rows.map(({ id }) => id);
}

/** A job that the person may see. */
export async function findJob(session: Session, id: string): Promise<JobRow | undefined> {
  if (!isId(id)) return undefined;
  const row = await session.database.job.findUnique({ where: { id }, include: withPlace });
  return row && isSeen(session, row) ? row : undefined;
}

async function demandJob(session: Session, id: string): Promise<JobRow> {
  return found(await findJob(session, id), things.job);
}

async function ask(session: Session, { kind, subject, input }: NewJob): Promise<Job> {
  const { database, actor } = session;
  const jurisdictionId = await placeToAskFor(session, { kind, subject });
  const pending = { jurisdictionId, state: { in: [...underWay] } };
  // What a comparison is asked says all that decides what comes of it.
  const known = kind === 'comparison' ? [...underWay, 'done'] : [...underWay];
  const same = await database.job.findFirst({
    where: { jurisdictionId, state: { in: known }, kind, subject, input, stopping: false },
    include: withPlace,
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  });
  if (same) return jobOf(same);
  if ((await database.job.count({ where: pending })) >= mostJobsUnderWay) {
    throw new Refusal([report('too-many-jobs', { most: mostJobsUnderWay }, fileSpan(kind))]);
  }
  const id = session.newId();
  const at = session.now();
  const row = await database.job.create({
    data: {
      ...{ id, jurisdictionId, askerId: actor.id, kind, subject, input, state: 'waiting' },
      ...{ done: 0, total: 0, attempts: 0, stopping: false, revision: 1 },
      // The database puts its own clock there.
      ...{ askedAt: at, changedAt: at },
    },
    include: withPlace,
  });
  return jobOf(row);
}

function placeToAskFor(
  session: Session,
  { kind, subject }: Pick<NewJob, 'kind' | 'subject'>,
): Promise<string> {
  switch (kind) {
    case 'gate':
      return placeToCheckFor(session, subject);
    case 'dataset':
      return placeToRegisterFor(session, subject);
    case 'simulation':
      return placeToRunFor(session, subject);
    case 'comparison':
      return placeToCompareFor(session, subject);
  }
}

async function placeToRunFor(session: Session, datasetId: string): Promise<string> {
  const { jurisdiction, title, retainUntil } = await demandDataset(session, datasetId);
  demand(session, 'run-simulation', jurisdiction);
  if (dayOf(retainUntil) <= dayOf(session.now())) {
    throw new Refusal([report('dataset-expired', { title }, fileSpan(datasetId))]);
  }
  return jurisdiction.id;
}

/** For an office in which one works. */
async function placeToCompareFor(session: Session, id: string): Promise<string> {
  const place = isId(id)
    ? await session.database.jurisdiction.findUnique({ where: { id } })
    : undefined;
  const known = found(place ?? undefined, things.jurisdiction);
  demand(session, 'read-job', known);
  return known.id;
}

async function cancel(session: Session, id: string): Promise<Job> {
  const { database } = session;
  const { jurisdiction, askerId } = await demandJob(session, id);
  demand(session, 'cancel-job', { path: jurisdiction.path, owner: askerId });
  // Each in one statement: whoever takes the job in between is told.
  await database.job.updateMany({ where: { id, state: 'waiting' }, data: { state: 'cancelled' } });
  await database.job.updateMany({ where: { id, state: 'running' }, data: { stopping: true } });
  return jobOf(await demandJob(session, id));
}

async function finish(session: Session, { id, claim }: ClaimedJob, result: string): Promise<Job> {
  const ended = { state: 'done', claim: null, leaseUntil: null };
  const resultHash = hashOfBytes(result);
  const { count } = await session.database.job.updateMany({
    where: { id, claim, state: 'running', stopping: false },
    data: { ...ended, result, resultHash },
  });
  if (count === 0) throw new Refusal([report('job-not-mine', {}, fileSpan(id))]);
  return jobOf(await demandJob(session, id));
}
