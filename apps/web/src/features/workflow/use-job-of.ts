import type { Job } from './answers.ts';
import { useRead } from './use-api.ts';

const PROGRESS_MILLIS = 1000;
/** Somebody else of the office may begin one. */
const QUIET_MILLIS = 10_000;

/**
 * The job of a kind that one's office asked for last about something, followed on the server: a page that is left or
 * loaded again goes on with it.
 */
export function useJobOf(kind: Job['kind'], subject: string): Job | undefined {
  const { data } = useRead<{ readonly jobs: readonly Job[] }>(
    `/jobs?subject=${encodeURIComponent(subject)}`,
    { every: (answer) => (isUnderWay(newest(answer, kind)) ? PROGRESS_MILLIS : QUIET_MILLIS) },
  );
  return newest(data, kind);
}

function newest(
  answer: { readonly jobs: readonly Job[] } | undefined,
  kind: Job['kind'],
): Job | undefined {
  return answer?.jobs.find((job) => job.kind === kind);
}

export function isUnderWay(job: Job | undefined): job is Job {
  return job?.state === 'waiting' || job?.state === 'running';
}
