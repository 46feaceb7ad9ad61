import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Generated, GenerateRequest } from '@tiaoli/simulation';
import {
  describePopulation,
  generatePopulation,
  hardTargets,
  TOLERANCE,
  verifyPopulation,
} from '@tiaoli/simulation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceProgram } from './reference-program.ts';

const SEED = 11;
const limits = { seconds: 300 };
let place: string;
let bound: Awaited<ReturnType<typeof referenceProgram>>;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-population-'));
  bound = await referenceProgram();
});

afterAll(() => rm(place, { recursive: true, force: true }));

function generate(name: string, more: Partial<GenerateRequest> = {}): Promise<Generated> {
  return generatePopulation({
    folder: join(place, name),
    ...{ preset: 'S', persons: 10_000, peoplePerBucket: 5000, province: '山东省', seed: SEED },
    ...{ ...bound, on: '2025-01-01', workers: 1 },
    ...more,
  });
}

async function made(generated: Promise<Generated>) {
  const done = await generated;
  if (done.kind !== 'made') throw new Error(JSON.stringify(done));
  return done.manifest;
}

describe(`a synthetic population (seed ${SEED})`, () => {
  it('is the same, byte by byte, with one process and with two', async () => {
    const one = await made(generate('one'));
    const two = await made(generate('two', { workers: 2 }));
    expect(two).toEqual(one);
    expect(one.files.map(({ path }) => path)).toEqual([
      ...['persons-0000.parquet', 'claims-0000.parquet'],
      ...['persons-0001.parquet', 'claims-0001.parquet'],
    ]);
    const bytes = await Promise.all(
      ['one', 'two'].map((name) => readFile(join(place, name, 'claims-0001.parquet'))),
    );
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(true);
    const other = await made(generate('other', { seed: SEED + 1 }));
    expect(other.root).not.toBe(one.root);
  });

  it('meets every hard target, with most of its people counting', async () => {
    const described = await describePopulation(join(place, 'one'), limits);
    if (described.kind !== 'described') throw new Error('not described');
    const { origin } = described.manifest;
    if (origin.kind !== 'synthetic') throw new Error('not synthetic');
    expect(hardTargets.length).toBeGreaterThanOrEqual(20);
    expect(origin.calibration.rows.map(({ id }) => id)).toEqual(hardTargets.map(({ id }) => id));
    for (const { id, error } of origin.calibration.rows) {
      expect(Math.abs(error), id).toBeLessThanOrEqual(TOLERANCE);
    }
    expect(origin.calibration.effectiveShare).toBeGreaterThan(0.9);
  });

  it('has the published shares again when the files are counted by themselves', async () => {
    const described = await describePopulation(join(place, 'one'), limits);
    if (described.kind !== 'described') throw new Error('not described');
    const margin = (id: string) => described.margins.find((each) => each.id === id)?.rows ?? [];
    const value = (id: string, label: string) =>
      margin(id).find((row) => row.label === label)?.value ?? 0;
    const residents = value('scheme', 'resident');
    expect(residents / 10_000).toBeCloseTo(94213 / 133_069, 3);
    expect(value('med-type', 'resident inpatient') / residents).toBeCloseTo(19613 / 94213, 3);
    expect(value('med-type', 'resident chronic') / residents).toBeCloseTo(0.52, 3);
    expect(margin('month').map(({ label }) => label)).toEqual(
      Array.from({ length: 12 }, (_, at) => String(at + 1)),
    );
  });

  it('is verified, and a changed byte, a changed manifest, a lost file are told', async () => {
    const folder = join(place, 'two');
    const fine = await verifyPopulation(folder, limits);
    expect(fine.diagnostics).toEqual([]);
    expect(fine.rules).toBeGreaterThan(40);
    const codes = async () =>
      (await verifyPopulation(folder, limits)).diagnostics.map(({ code }) => code);
    const claims = join(folder, 'claims-0000.parquet');
    const bytes = await readFile(claims);
    const changed = Buffer.from(bytes);
    changed[5000] = (changed[5000] ?? 0) ^ 1;
    await writeFile(claims, changed);
    expect(await codes()).toEqual(['population-file-changed']);
    await rm(claims);
    expect(await codes()).toEqual(['population-file-missing']);
    await writeFile(claims, bytes);
    const manifest = join(folder, 'manifest.json');
    const text = await readFile(manifest, 'utf8');
    await writeFile(manifest, text.replace('"seed": 11', '"seed": 12'));
    expect(await codes()).toEqual(['population-manifest-changed']);
    await writeFile(manifest, '{}');
    expect(await codes()).toEqual(['no-population']);
  });

  it('leaves nothing behind when it is cancelled, and refuses a folder with something in it', async () => {
    const controller = new AbortController();
    const cancelled = await generate('cancelled', {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(cancelled).toEqual({ kind: 'not-made', outcome: { kind: 'cancelled' } });
    const names = await readdir(place);
    expect(names.filter((name) => name.includes('cancelled'))).toEqual([]);
    expect(await generate('one')).toEqual({ kind: 'there-already' });
  });
});
