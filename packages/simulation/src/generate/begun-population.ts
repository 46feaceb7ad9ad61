import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BlockAnswer } from '../columnar/child-job.ts';
import { takeOverDraft } from '../columnar/draft-folder.ts';
import { sha256File } from '../columnar/sha256-file.ts';
import { engineHash } from '../run/engine-hash.ts';
import { GENERATOR_VERSION } from './block.ts';
import type { GenerateRequest } from './generate-population.ts';

/** Inside a draft: what each bucket that is done came to. Taken away before the draft becomes a population. */
const DONE = '.done';
const KEY = 'key';

/** A population under way, and the buckets of it that are done, by number. */
export interface BegunPopulation {
  readonly draft: string;
  readonly done: ReadonlyMap<number, BlockAnswer>;
}

/** Everything that decides the bytes of the buckets: another program, seed or size makes others. */
export async function populationOrder(
  { province, seed, program, on }: GenerateRequest,
  sizes: readonly number[],
): Promise<string> {
  const told = [GENERATOR_VERSION, await engineHash(), province, seed, on, sizes, program];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** What a process that was killed has left of the very same population, cleared of what it had not finished. */
export async function begunPopulation(
  folder: string,
  order: string,
): Promise<BegunPopulation | undefined> {
  const draft = await takeOverDraft(folder, async (left) => (await orderOf(left)) === order);
  if (draft === undefined) return undefined;
  const done = new Map<number, BlockAnswer>();
  for (const name of await readdir(join(draft, DONE))) {
    const answer = /^\d+$/.test(name) ? await answerIn(draft, name) : undefined;
    if (answer) done.set(Number(name), answer);
  }
  const whole = new Set([...done.values()].flatMap(({ files }) => files.map(({ path }) => path)));
  for (const name of await readdir(draft)) {
    if (name !== DONE && !whole.has(name)) await rm(join(draft, name), { recursive: true });
  }
  return { draft, done };
}

/** Says of a new draft what it will be. */
export async function beginPopulation(draft: string, order: string): Promise<void> {
  await mkdir(join(draft, DONE));
  await writeFile(join(draft, DONE, KEY), order);
}

export async function keepBucket(
  draft: string,
  bucket: number,
  answer: BlockAnswer,
): Promise<void> {
  const path = join(draft, DONE, String(bucket));
  await writeFile(`${path}.new`, serialize(answer));
  await rename(`${path}.new`, path);
}

/** Nothing of how it was made stays in a population. */
export function forgetBuckets(draft: string): Promise<void> {
  return rm(join(draft, DONE), { recursive: true });
}

function orderOf(draft: string): Promise<string | undefined> {
  return readFile(join(draft, DONE, KEY), 'utf8').catch(() => undefined);
}

/** Undefined for what was cut short, or whose files are no longer what they were. */
async function answerIn(draft: string, name: string): Promise<BlockAnswer | undefined> {
  try {
    const answer = deserialize(await readFile(join(draft, DONE, name))) as BlockAnswer;
    for (const { path, sha256 } of answer.files) {
      if ((await sha256File(join(draft, path))) !== sha256) return undefined;
    }
    return answer;
  } catch {
    return undefined;
  }
}
