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

async function askBuckets(
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

/**
 * Asks all buckets at once, what a database works out file by file: sums, or what there is of a column. Opening each
 * bucket by itself takes longer than such an answer.
 */
export async function askWhole(
  child: Child,
  folder: string,
  { files }: Pick<Manifest, 'files'>,
  { queries, limits }: { readonly queries: readonly string[]; readonly limits: JobLimits },
): Promise<Outcome<QueryAnswer>> {
  return child.ask({ kind: 'query', folder, files, queries }, limits);
}
