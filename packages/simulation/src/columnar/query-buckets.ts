import type { Manifest } from '../table/manifest.ts';
import type { QueryAnswer } from './child-job.ts';
import type { JobLimits, Outcome } from './children.ts';
import { openChild } from './children.ts';

/** Asks every bucket by itself, in a child, so that memory does not grow with the population. */
export async function queryBuckets(
  folder: string,
  { files, buckets }: Manifest,
  queries: readonly string[],
  limits: JobLimits,
): Promise<Outcome<readonly QueryAnswer[]>> {
  const child = openChild();
  const answers: QueryAnswer[] = [];
  try {
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const own = files.filter((file) => file.bucket === bucket);
      const outcome = await child.ask({ kind: 'query', folder, files: own, queries }, limits);
      if (outcome.kind !== 'answer') return outcome;
      answers.push(outcome.answer);
    }
    return { kind: 'answer', answer: answers };
  } finally {
    child.close();
  }
}
