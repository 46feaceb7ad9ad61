import type { LocalText } from '@tiaoli/base';
import type { Job } from '@tiaoli/workspace';
import { jobKinds, jobStates } from '@tiaoli/workspace';
import type { Prisma } from '../generated/client.ts';

export const withPlace = { jurisdiction: true } as const;

export type JobRow = Prisma.JobGetPayload<{ include: typeof withPlace }>;

export const underWay = ['waiting', 'running'] as const;

export function jobOf(row: JobRow): Job {
  const { id, jurisdictionId, askerId, subject, step, done, total, attempts, stopping } = row;
  const { result, resultHash, problem, revision, askedAt, begunAt, endedAt, changedAt } = row;
  const kind = jobKinds.find((each) => each === row.kind);
  const state = jobStates.find((each) => each === row.state);
  if (!kind || !state) throw new Error(`a job of an unknown kind or state: ${id}`);
  return {
    ...{ id, kind, jurisdictionId, askerId, subject, state, attempts, revision },
    ...{ askedAt, changedAt, isStopping: stopping && state === 'running' },
    progress: { ...(step !== null && { step }), done, total },
    ...(result !== null && { result }),
    ...(resultHash !== null && { resultHash }),
    ...(problem !== null && { problem: textOf(problem) }),
    ...(begunAt !== null && { begunAt }),
    ...(endedAt !== null && { endedAt }),
  };
}

function textOf(problem: string): LocalText {
  return JSON.parse(problem);
}
