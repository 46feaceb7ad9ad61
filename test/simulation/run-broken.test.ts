import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulated } from '@tiaoli/simulation';
import { simulate, writeFolder } from '@tiaoli/simulation';
import type { Policies } from '@tiaoli/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWithClaims, rewriteClaims } from './changed-claims.ts';
import { ownPolicies, rulesBefore, SEED, scenarioOf, smallPopulation } from './run-fixture.ts';

const outpatient = 'taiyuan.employee-outpatient';
let place: string;
let policies: Policies;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-broken-'));
  policies = await ownPolicies();
  await smallPopulation(join(place, 'people'));
}, 120_000);

afterAll(() => rm(place, { recursive: true, force: true }));

function run(name: string, settings: Parameters<typeof simulate>[1] = {}): Promise<Simulated> {
  const request = {
    population: join(place, name),
    baseline: scenarioOf(policies, `${outpatient}@2023-01-01`),
    reforms: [scenarioOf(policies, `${outpatient}@2024-07-01`)],
  };
  return simulate(request, { workers: 1, ...settings });
}

async function withClaims(
  name: string,
  change: (path: string, original: string) => Promise<void>,
): Promise<void> {
  await copyWithClaims(join(place, 'people'), join(place, name), change);
}

function told(simulated: Simulated): readonly string[] {
  if (simulated.kind !== 'refused') throw new Error(simulated.kind);
  return simulated.diagnostics.map(({ code, message }) => `${code}: ${message.en}`);
}

describe(`a run of what is broken (seed ${SEED})`, () => {
  it('stops at a file that is not that of the manifest', async () => {
    await cp(join(place, 'people'), join(place, 'flipped'), { recursive: true });
    const path = join(place, 'flipped', 'claims-0001.parquet');
    const bytes = await readFile(path);
    bytes[4000] = (bytes[4000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(told(await run('flipped'))).toEqual([
      expect.stringMatching(/^population-file-changed:/),
    ]);
    await rm(path);
    expect(told(await run('flipped'))).toEqual([expect.stringMatching(/ENOENT/)]);
  }, 120_000);

  it.each([
    ['no Parquet', undefined, /population-unreadable: .*magic bytes|Parquet/],
    ['a missing column', 'SELECT * EXCLUDE (class_a_amt) FROM CLAIMS', /class_a_amt/],
    ['an unknown word', "SELECT * REPLACE ('village' AS hosp_lv) FROM CLAIMS", /village/],
    ['an empty cell', 'SELECT * REPLACE (NULL::INTEGER AS class_b_amt) FROM CLAIMS', /class_b_amt/],
    ['too few rows', 'SELECT * FROM CLAIMS LIMIT 100', /100 rows/],
    ['claims out of order', 'SELECT * FROM CLAIMS ORDER BY claim_id DESC', /out of order/],
  ] as const)(
    'stops at %s',
    async (name, select, told_) => {
      await withClaims(name, (path, original) =>
        select === undefined
          ? writeFile(path, 'no Parquet')
          : rewriteClaims(select, path, original),
      );
      expect(told(await run(name))).toEqual([expect.stringMatching(told_)]);
    },
    120_000,
  );

  it('leaves out, and counts, whom the rules that come first cannot settle', async () => {
    const select = `SELECT * REPLACE
      (CASE WHEN med_type = 'inpatient' AND seq = 1 THEN 1000000001 ELSE class_a_amt END AS class_a_amt) FROM CLAIMS`;
    await withClaims('first', (path, original) => rewriteClaims(select, path, original));
    const illness = (on: string) =>
      scenarioOf(policies, `shandong.resident-critical-illness@${on}`);
    const asked = (name: string) =>
      simulate(
        {
          population: join(place, name),
          baseline: illness('2019-01-01'),
          reforms: [illness('2023-01-01')],
          before: rulesBefore(policies),
        },
        { workers: 1 },
      );
    const [whole, less] = [await asked('people'), await asked('first')];
    if (whole.kind !== 'done' || less.kind !== 'done') throw new Error('not run');
    const refused = less.result.notSettled.filter(({ kind }) => kind === 'refused');
    expect(refused.map(({ scenario }) => scenario)).toEqual(['all']);
    expect(refused[0]?.reason).toContain('甲类费用');
    const [paid = 0, paidOfAll = 0] = [less, whole].map(({ result }) =>
      Number(result.reforms[0]?.verdict.fund.baseline.value),
    );
    expect(paid).toBeGreaterThan(0);
    expect(paid).toBeLessThan(paidOfAll);
  }, 240_000);

  it('leaves out, and counts, who has an amount beyond its domain', async () => {
    const select = `SELECT * REPLACE
      (CASE WHEN med_type = 'outpatient' THEN 1000000001 ELSE class_a_amt END AS class_a_amt) FROM CLAIMS`;
    await withClaims('beyond', (path, original) => rewriteClaims(select, path, original));
    const done = await run('beyond');
    if (done.kind !== 'done') throw new Error(JSON.stringify(done));
    const refused = done.result.notSettled.filter(({ kind }) => kind === 'refused');
    expect(refused.map(({ scenario }) => scenario)).toEqual(['baseline', 'reform-1']);
    for (const { reason, claims } of refused) {
      expect(reason).toContain('甲类费用');
      expect(claims).toBeGreaterThan(1000);
    }
  }, 120_000);

  it('is cancelled at once, and goes on where it was', async () => {
    const cacheFolder = join(place, 'cache');
    const controller = new AbortController();
    const cancelled = await run('people', {
      cacheFolder,
      signal: controller.signal,
      onProgress: (done) => (done === 1 ? controller.abort() : undefined),
    });
    expect(cancelled).toEqual({ kind: 'cancelled' });
    expect((await readdir(cacheFolder)).map((name) => name.split('.').at(-1))).toEqual(['begun']);
    const seen: number[] = [];
    const resumed = await run('people', { cacheFolder, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2]);
    const whole = await run('people');
    if (resumed.kind !== 'done' || whole.kind !== 'done') throw new Error('not done');
    expect(resumed.result).toEqual(whole.result);
    const again = await run('people', { cacheFolder });
    expect(again).toEqual({ kind: 'done', result: whole.result, asides: [], isKept: true });
    expect((await readdir(cacheFolder)).map((name) => name.split('.').at(-1))).toEqual(['run']);
  }, 120_000);

  it('says so when its process is killed, and writes nothing', async () => {
    const killed = await run('people', { onProgress: killChildren });
    expect(told(killed)).toEqual([expect.stringMatching(/^population-unreadable: .*SIGKILL/)]);
  }, 120_000);

  it('writes all of a folder or nothing', async () => {
    const out = join(place, 'written');
    const files = [
      { name: 'one', content: 'one' },
      { name: 'no/such/folder', content: 'two' },
    ];
    expect((await writeFolder(out, files)).kind).toBe('not-written');
    expect((await readdir(place)).filter((name) => name.includes('written'))).toEqual([]);
    expect(await writeFolder(out, files.slice(0, 1))).toEqual({ kind: 'written' });
    expect(await writeFolder(out, files.slice(0, 1))).toEqual({ kind: 'there-already' });
  });
});

/** Kills the readers of files that this process has started. */
async function killChildren(): Promise<void> {
  const tasks = await readdir(`/proc/${process.pid}/task`);
  for (const task of tasks) {
    const path = `/proc/${process.pid}/task/${task}/children`;
    const children = (await readFile(path, 'utf8').catch(() => '')).split(' ').filter(Boolean);
    for (const child of children) {
      const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
      if (command.includes('child-main.ts')) process.kill(Number(child), 'SIGKILL');
    }
  }
}
