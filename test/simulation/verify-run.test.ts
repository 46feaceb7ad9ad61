import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulationResult } from '@tiaoli/simulation';
import { compareRuns } from '@tiaoli/simulation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHere } from '../cli/run-tiaoli.ts';
import { smallPopulation } from './run-fixture.ts';

const version = (on: string) => `shandong.resident-critical-illness@${on}`;

describe('a run that is made again', () => {
  let place: string;
  let result: SimulationResult;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'tiaoli-verify-run-'));
    await smallPopulation(join(place, 'people'));
    const { code, stderr } = await runHere([
      ...['simulate', '--baseline', version('2019-01-01'), '--reform', version('2023-01-01')],
      ...['--population', join(place, 'people'), '--out', join(place, 'out'), '--no-cache'],
      ...['--sweep', '大病起付=12000..14000/2000'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    result = JSON.parse(await readFile(join(place, 'out/run.json'), 'utf8'));
  }, 240_000);
  afterAll(() => rm(place, { recursive: true, force: true }));

  const verify = () =>
    runHere(['verify', join(place, 'out'), '--population', join(place, 'people')]);

  test('is the same, with each change alone and what else was asked', async () => {
    const [reform] = result.reforms;
    expect(reform?.byChange?.bars.length).toBeGreaterThan(1);
    expect(reform?.sweeps?.length).toBe(1);
    const { code, stdout, stderr } = await verify();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(result.identity.id);
  }, 120_000);

  test('is another where anything was altered, added or taken away', async () => {
    const path = join(place, 'out/run.json');
    const altered = structuredClone(result) as unknown as {
      totals: Record<string, Record<string, string>>;
      reforms: { byChange: { bars: { fund: { value: string } }[] }; watchlists?: unknown }[];
      note?: string;
    };
    const [reform] = altered.reforms;
    const [bar] = reform?.byChange.bars ?? [];
    if (!reform || !bar) return expect.fail('there is a bar');
    bar.fund.value = '1.00';
    delete reform.watchlists;
    altered.note = 'what nobody worked out';
    await writeFile(path, JSON.stringify(altered));
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    for (const told of ['reforms/0/byChange/bars/0/fund/value', 'reforms/0/watchlists', 'note']) {
      expect(stdout).toContain(told);
    }
  }, 120_000);

  test('asks for the accounts only of a run that had some', async () => {
    const { code, stderr } = await runHere([
      ...['verify', join(place, 'out'), '--population', join(place, 'people')],
      ...['--funds', join(place, 'none.csv')],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('--funds');
  });

  test('differences go both ways', () => {
    expect(compareRuns(result, result)).toEqual([]);
    const { notSettled: _, ...less } = result;
    const paths = (found: ReturnType<typeof compareRuns>) => found.map(({ path }) => path);
    expect(paths(compareRuns(less as SimulationResult, result))).toEqual(['notSettled']);
    expect(paths(compareRuns(result, less as SimulationResult))).toEqual(['notSettled']);
  });
});
