import type { TextLanguage } from '@tiaoli/base';
import type { Job, Records } from '@tiaoli/workspace';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ApiEnvironment, ApiOptions } from './api-environment.ts';
import { jobJson } from './job-schemas.ts';
import { isStillSignedIn } from './signed-in.ts';

/** Which jobs a stream is of, as they are now. */
export interface WatchedJobs {
  read(records: Records, since: Date): Promise<readonly Job[]>;
  /** Whether there is nothing more to come once the jobs are over. */
  readonly endsWithJobs: boolean;
}

const PACE_MILLIS = 500;
/** A line without an event, so that nobody in between takes the stream for dead. */
const BEAT_MILLIS = 15_000;
/** Then the stream ends, and whoever goes on listening comes again with the last id. */
const MOST_MILLIS = 5 * 60_000;
/** Moments of changes are not in the order in which they can be seen: what changed shortly before is told again. */
const OVERLAP_MILLIS = 10_000;

/**
 * Tells each change of jobs as a server-sent event `job`, the state whole, so that one told twice does no harm. Its id is
 * the moment of the change. The stream ends when the token or the session does.
 */
export function jobStream(
  context: Context<ApiEnvironment>,
  options: ApiOptions,
  watched: WatchedJobs,
): Response {
  const lastId = context.req.header('last-event-id');
  const language = context.get('language');
  const end = performance.now() + (options.mostStreamMillis ?? MOST_MILLIS);
  return streamSSE(context, async (stream) => {
    const told = new Map<string, number>();
    let since = sinceOf(lastId);
    let beat = performance.now();
    while (!stream.aborted && !options.closing?.aborted && performance.now() < end) {
      const jobs = await readJobs(context, options, watched, since);
      if (!jobs) return;
      const news = jobs.filter(({ id, revision }) => told.get(id) !== revision);
      for (const job of news) {
        told.set(job.id, job.revision);
        since = new Date(Math.max(since.getTime(), job.changedAt.getTime() - OVERLAP_MILLIS));
        await stream.writeSSE(eventOf(job, language));
      }
      if (watched.endsWithJobs && jobs.every(({ endedAt }) => endedAt)) return;
      if (performance.now() - beat > BEAT_MILLIS) {
        beat = performance.now();
        await stream.write(': still here\n\n');
      }
      await stream.sleep(Math.min(PACE_MILLIS, Math.max(0, end - performance.now())));
    }
  });
}

function eventOf(job: Job, language: TextLanguage) {
  const data = JSON.stringify(jobJson(job, language));
  return { event: 'job', id: job.changedAt.toISOString(), data };
}

/** From the last change that was heard of; what changed before is told only where it is under way. */
function sinceOf(lastId: string | undefined): Date {
  const moment = lastId === undefined ? Number.NaN : Date.parse(lastId);
  return Number.isNaN(moment) ? new Date() : new Date(moment - OVERLAP_MILLIS);
}

/** Undefined where it is nobody's any more, or the store does not answer. */
async function readJobs(
  context: Context<ApiEnvironment>,
  options: ApiOptions,
  watched: WatchedJobs,
  since: Date,
): Promise<readonly Job[] | undefined> {
  if (!(await isStillSignedIn(context, options))) return undefined;
  const actorId = context.get('actorId');
  const outcome = await options.store.transaction(actorId, 'read-committed', async (records) => ({
    kind: 'done',
    value: await watched.read(records, since),
  }));
  return outcome.kind === 'done' ? outcome.value : undefined;
}
