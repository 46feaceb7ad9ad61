import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '@tiaoli/base';
import type { AnalysableDocument } from '@tiaoli/regions';
import { analyseTogether } from '@tiaoli/regions';

type Group = readonly AnalysableDocument[];

/** Threads that analyse documents; to be closed whatever happens. */
export interface AnalysisThreads {
  /** The findings do not depend on how many threads there are. */
  readonly analyse: (groups: readonly Group[]) => Promise<readonly Diagnostic[]>;
  readonly close: () => Promise<void>;
}

/** Fewer documents are done before a thread has begun. */
const FEWEST = 20;

/** One thread for each processor but none on a machine with one; they begin at once, while the policies are read. */
export function openAnalysisThreads(): AnalysisThreads {
  const count = availableParallelism();
  const program = new URL('./analyse-group.ts', import.meta.url);
  const threads = count < 2 ? [] : Array.from({ length: count }, () => new Worker(program));
  return {
    analyse: async (groups) => {
      const documents = groups.reduce((sum, { length }) => sum + length, 0);
      if (threads.length === 0 || documents < FEWEST) return groups.flatMap(analyseTogether);
      const waiting = groups.toSorted((left, right) => right.length - left.length);
      const found = await Promise.all(threads.map((each) => work(each, () => waiting.shift())));
      return found.flat();
    },
    close: async () => {
      await Promise.all(threads.map((each) => each.terminate()));
    },
  };
}

/** One thread takes group after group, the largest first, until none is left. */
async function work(thread: Worker, next: () => Group | undefined): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (let group = next(); group; group = next()) found.push(...(await ask(thread, group)));
  return found;
}

function ask(thread: Worker, group: Group): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.postMessage(group);
  });
}
