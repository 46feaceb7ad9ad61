import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '@tiaoli/base';
import type { AnalysableDocument } from '@tiaoli/regions';
import { analyseTogether } from '@tiaoli/regions';

type Group = readonly AnalysableDocument[];

/** Fewer documents are done before a thread has begun. */
const FEWEST = 20;

/** Analyses groups of documents on all processors, the largest first; the findings do not depend on how many there are. */
export async function analyseInThreads(groups: readonly Group[]): Promise<readonly Diagnostic[]> {
  const threads = Math.min(availableParallelism(), groups.length);
  const documents = groups.reduce((sum, { length }) => sum + length, 0);
  if (threads < 2 || documents < FEWEST) return groups.flatMap(analyseTogether);
  const waiting = groups.toSorted((left, right) => right.length - left.length);
  const found = await Promise.all(
    Array.from({ length: threads }, () => analyseFrom(() => waiting.shift())),
  );
  return found.flat();
}

/** One thread: takes group after group until none is left. */
async function analyseFrom(next: () => Group | undefined): Promise<readonly Diagnostic[]> {
  const worker = new Worker(new URL('./analyse-group.ts', import.meta.url));
  const found: Diagnostic[] = [];
  try {
    for (let group = next(); group; group = next()) found.push(...(await ask(worker, group)));
  } finally {
    await worker.terminate();
  }
  return found;
}

function ask(worker: Worker, group: Group): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(group);
  });
}
