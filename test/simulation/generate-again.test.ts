import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayNumber } from '@tiaoli/base';
import { generatePopulation, POPULATION_YEAR } from '@tiaoli/simulation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { referenceProgram } from './reference-program.ts';

const SEED = 11;
let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-again-'));
});

afterAll(() => rm(place, { recursive: true, force: true }));

/** The same population as the program that is killed makes; which buckets were told to be done. */
async function generate(folder: string) {
  const told: number[] = [];
  const made = await generatePopulation({
    ...{ folder, preset: 'S', persons: 12_000, peoplePerBucket: 3000, province: '山东省' },
    ...{ seed: SEED, ...(await referenceProgram()), workers: 2 },
    on: String(dayNumber({ year: POPULATION_YEAR, month: 1, day: 1 })),
    onProgress: (done) => told.push(done),
  });
  if (made.kind !== 'made') throw new Error(JSON.stringify(made));
  return { manifest: made.manifest, told, files: (await readdir(folder)).toSorted() };
}

async function dieAfter(folder: string, buckets: number, seed = SEED): Promise<void> {
  const program = join(import.meta.dirname, 'generate-and-die.ts');
  const child = spawn(process.execPath, [program, folder, String(buckets), String(seed)], {
    stdio: 'ignore',
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

async function draftsOf(name: string): Promise<readonly string[]> {
  return (await readdir(place)).filter((each) => each.startsWith(`.${name}-`));
}

test('what was killed is gone on with, and comes to the same bytes', async () => {
  const whole = await generate(join(place, 'whole'));
  expect(whole.told).toEqual([1, 2, 3, 4]);
  const folder = join(place, 'people');
  await dieAfter(folder, 1);
  expect(await draftsOf('people')).toHaveLength(1);
  await dieAfter(folder, 2);
  const again = await generate(folder);
  expect(again.told).toEqual([2, 3, 4]);
  expect(again.manifest).toEqual(whole.manifest);
  expect(again.files).toEqual(whole.files);
  expect(await draftsOf('people')).toEqual([]);
}, 300_000);

test('of another population nothing is taken; nor a file that was changed since', async () => {
  const folder = join(place, 'others');
  await dieAfter(folder, 1, SEED + 1);
  const other = await generate(folder);
  expect(other.told).toEqual([1, 2, 3, 4]);
  expect(await draftsOf('others')).toEqual([]);
  const changed = join(place, 'changed');
  await dieAfter(changed, 2);
  const [draft = ''] = await draftsOf('changed');
  const [first = ''] = (await readdir(join(place, draft))).filter((name) =>
    /^claims.*parquet$/.test(name),
  );
  await appendFile(join(place, draft, first), 'x');
  const mended = await generate(changed);
  expect(mended.told).toEqual([1, 2, 3, 4]);
  expect(mended.manifest.root).toBe(other.manifest.root);
}, 300_000);
