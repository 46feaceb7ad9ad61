import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { fixtures, runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const policies = `${fixtures}/policies`;

test('versions: oldest first, cut where something changes, a reference for each', async () => {
  const { code, json } = await runHereJson(['versions', policies, '--format', 'json']);
  expect(code).toBe(0);
  expect(schemaErrors('versions.schema.json', json)).toEqual([]);
  const city = json.documents.find(({ id }: { id: string }) => id === 'fixture.city');
  expect(city).toMatchObject({ title: '测试市居民住院待遇', jurisdiction: '测试市' });
  const rows = city.versions.map(({ ref, from, to }: Record<string, string>) => [ref, from, to]);
  expect(rows).toEqual([
    ['fixture.city@2023-01-01', '2023-01-01', '2024-06-30'],
    ['fixture.city@2024-07-01', '2024-07-01', undefined],
  ]);
});

test('versions for people', async () => {
  const { code, stdout } = runTiaoli(['versions', policies]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/fixture\.city@2024-07-01 +2024-07-01 — 今 /);
});

test('explain: what a code means; a near one is offered; all are listed', async () => {
  const known = await runHere(['explain', 'unknown-field']);
  expect(known.code).toBe(0);
  expect(known.stdout).toContain('一律报错');
  const slip = await runHere(['explain', 'unknown-feild'], { language: 'en' });
  expect(slip.code).toBe(2);
  expect(slip.stderr).toContain('Did you mean unknown-field?');
  const listed = runTiaoli(['explain']).stdout.trimEnd().split('\n');
  expect(listed).toContain('unresolved-name');
  expect(listed).toContain('below-lower-bound');
  expect(listed).toEqual(listed.toSorted());
});

test('compile to JavaScript: a calculator for each stretch of days, that can be imported', async () => {
  const out = mkdtempSync(join(tmpdir(), 'tiaoli-js-'));
  const { code } = runTiaoli([
    'compile',
    'fixture.city',
    '--policies',
    policies,
    '--target',
    'js',
    '--out',
    out,
  ]);
  expect(code).toBe(0);
  expect(readdirSync(out).toSorted()).toEqual([
    'fixture.city@2023-01-01.d.ts',
    'fixture.city@2023-01-01.js',
    'fixture.city@2023-01-01.traced.d.ts',
    'fixture.city@2023-01-01.traced.js',
    'fixture.city@2024-07-01.d.ts',
    'fixture.city@2024-07-01.js',
    'fixture.city@2024-07-01.traced.d.ts',
    'fixture.city@2024-07-01.traced.js',
  ]);
  const source = readFileSync(join(out, 'fixture.city@2023-01-01.js'), 'utf8');
  expect(source).not.toMatch(/\beval\b|new Function|import /);
  const made = await import(pathToFileURL(join(out, 'fixture.city@2023-01-01.js')).href);
  expect(typeof made.step).toBe('function');
});

test('compile to WebAssembly: a module for each stretch of days, and the layout of its memory', async () => {
  const out = mkdtempSync(join(tmpdir(), 'tiaoli-wasm-'));
  const args = [
    'compile',
    'fixture.city',
    '--policies',
    policies,
    '--target',
    'wasm',
    '--out',
    out,
  ];
  expect((await runHere(args)).code).toBe(0);
  expect(readdirSync(out).toSorted()).toEqual([
    'fixture.city@2023-01-01.layout.json',
    'fixture.city@2023-01-01.wasm',
    'fixture.city@2024-07-01.layout.json',
    'fixture.city@2024-07-01.wasm',
  ]);
  const [layoutFile = '', moduleFile = ''] = readdirSync(out).toSorted();
  const layout = JSON.parse(readFileSync(join(out, layoutFile), 'utf8'));
  const bytes = [...readFileSync(join(out, moduleFile)).subarray(0, 8)];
  expect(bytes).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  expect(layout.exports).toContain('fold');
  expect(layout.results.length).toBeGreaterThan(0);
});

test.each(['duckdb', 'postgres', 'spark'])(
  'compile to a query for %s, and the layout of its columns',
  async (dialect) => {
    const out = mkdtempSync(join(tmpdir(), 'tiaoli-sql-'));
    const target = ['--target', `${dialect}-sql`, '--out', out];
    const { code } = await runHere(['compile', 'fixture.city', '--policies', policies, ...target]);
    expect(code).toBe(0);
    const days = ['2023-01-01', '2024-07-01'];
    expect(readdirSync(out).toSorted()).toEqual(
      days.flatMap((day) => [
        `fixture.city@${day}.${dialect}.layout.json`,
        `fixture.city@${day}.${dialect}.sql`,
      ]),
    );
    const [layoutFile = '', queryFile = ''] = readdirSync(out).toSorted();
    const layout = JSON.parse(readFileSync(join(out, layoutFile), 'utf8'));
    expect(layout).toMatchObject({ dialect, claims: 'tiaoli_claims' });
    expect(layout.accumulators.length).toBeGreaterThan(0);
    const query = readFileSync(join(out, queryFile), 'utf8');
    // No name of the policy, and no text of it, stands in the query.
    expect(query).toMatch(/^WITH RECURSIVE [ -~\n]+SELECT \* FROM results\n$/);
  },
);

test('compile to the IR, of the version asked for', async () => {
  const out = mkdtempSync(join(tmpdir(), 'tiaoli-ir-'));
  const args = ['compile', 'fixture.city', '--policies', policies, '--target', 'ir', '--out', out];
  expect((await runHere(args)).code).toBe(0);
  const [file = ''] = readdirSync(out);
  const module = JSON.parse(readFileSync(join(out, file), 'utf8'));
  expect(module.document).toBe('fixture.city');
  const late = await runHere([...args, '--on', '1999-01-01']);
  expect(late.code).toBe(1);
  expect(late.stdout).toContain('no-version-in-force');
});

test('the guided run checks, runs the examples, settles a year and says what is next', () => {
  const { code, stdout } = runTiaoli(['tour']);
  expect(code).toBe(0);
  expect(stdout).toContain('0 个错误');
  expect(stdout).toMatch(/结算 +日期 +住院统筹（统筹基金） +大病保险（居民大病） +个人现金\n/);
  expect(stdout).toMatch(/ 2 +2023-06-01 +11,700\.00 +5,175\.00 +3,125\.00\n/);
  expect(stdout).toMatch(/支付 +123,825\.00/);
  expect(stdout).toContain('npx tiaoli calc taiyuan.resident-inpatient');
  expect(stdout.split('\n').length).toBeLessThan(80);
});

test('the guided run in English', async () => {
  const { code, stdout } = await runHere(['tour'], { language: 'en' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/documents: 0 errors/);
  expect(stdout).toMatch(/ to the fen, 0 do not\./);
  expect(stdout).toContain('How the last one comes about');
  expect(stdout).toMatch(/× rate +75%/);
  expect(stdout).toMatch(/the person in cash +41,275\.00/);
});
