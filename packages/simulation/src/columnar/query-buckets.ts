import type { Manifest } from '../table/manifest.ts';
import type { QueryAnswer } from './child-job.ts';
import type { Child, JobLimits, Outcome } from './children.ts';
import { openChild } from './children.ts';

/** Asks every bucket by itself, in a child, so that memory does not grow with the population. */
export async function queryBuckets(
  folder: string,
  { files, buckets }: Manifest,
  queries: readonly string[],
  limits: JobLimits,
): Promise<Outcome<readonly QueryAnswer[]>> {
  const child = openChild();
  try {
    return await askBuckets(child, folder, { files, buckets }, { queries, limits });
  } finally {
    child.close();
  }
}

/** The same in a child that is there already, and stays. */
export async function askBuckets(
  child: Child,
  folder: string,
  { files, buckets }: Pick<Manifest, 'files' | 'buckets'>,
  { queries, limits }: { readonly queries: readonly string[]; readonly limits: JobLimits },
): Promise<Outcome<readonly QueryAnswer[]>> {
  const answers: QueryAnswer[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const own = files.filter((file) => file.bucket === bucket);
    const outcome = await child.ask({ kind: 'query', folder, files: own, queries }, limits);
    if (outcome.kind !== 'answer') return outcome;
    answers.push(outcome.answer);
  }
  return { kind: 'answer', answer: answers };
}
