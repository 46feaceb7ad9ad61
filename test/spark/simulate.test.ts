import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulationResult } from '@tiaoli/simulation';
import { compareRuns, openPopulation } from '@tiaoli/simulation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';
import { copyWithClaims, rewriteClaims } from '../simulation/changed-claims.ts';
import { useOwnSpark } from './start-spark.ts';

const { master, settings } = useOwnSpark();
/** As a cluster is set up: by what Spark reads itself. */
process.env.JDK_JAVA_OPTIONS = settings?.['spark.driver.extraJavaOptions'];

let place: string;
let people: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'tiaoli-spark-run-'));
  people = join(place, 'people');
  const preset = ['--preset', 'S', '--province', '山东省', '--seed', '1', '--out', people];
  const made = await runHere(['population', 'generate', ...preset]);
  expect(made.stderr).toBe('');
});

afterAll(() => rm(place, { recursive: true, force: true }));

const onSpark = ['--engine', 'spark', '--master', master];

function simulateArguments([baseline = '', reform = '']: readonly string[], folder = people) {
  const sides = ['--baseline', baseline, '--reform', reform];
  return ['simulate', ...sides, '--population', folder, '--no-cache'];
}

const taiyuan = [
  'taiyuan.employee-outpatient@2023-01-01',
  'taiyuan.employee-outpatient@2024-07-01',
];
const illness = [
  'shandong.resident-critical-illness@2019-01-01',
  'shandong.resident-critical-illness@2023-01-01',
];

test.each([{ sides: taiyuan }, { sides: illness }])(
  '$sides: Spark = this computer in every sum, group and error',
  async ({ sides }) => {
    const asked = [...simulateArguments(sides), '--format', 'json'];
    const own = await runHereJson(asked);
    const spark = await runHereJson([...asked, ...onSpark]);
    const [wanted, found]: readonly SimulationResult[] = [own.json, spark.json];
    if (!wanted || !found) throw new Error('no result');
    expect(withoutSinglePeople(found)).toEqual(withoutSinglePeople(wanted));
    expect(found.identity.id).not.toBe(wanted.identity.id);
    expect(compareRuns(found, wanted)).toEqual([]);
    // A sum that is another is named.
    const [reform] = found.reforms;
    if (!reform) throw new Error('no reform');
    const { baseline, ...fund } = reform.verdict.fund;
    const verdict = { ...reform.verdict, fund: { ...fund, baseline: { ...baseline, value: '1' } } };
    expect(
      compareRuns({ ...found, reforms: [{ ...reform, verdict }] }, wanted).map(({ path }) => path),
    ).toEqual(['reforms/0/verdict/fund/baseline/value']);
    expect(found.reforms.flatMap(({ cases }) => cases)).toEqual([]);
    expect(found.assumptions.at(-1)?.zh).toContain('不挑选个案');
    // Something was reckoned at all.
    expect(Number(found.reforms[0]?.verdict.fund.change.value)).not.toBe(0);
    expect(found.reforms[0]?.groups.length).toBeGreaterThan(4);
  },
);

/** In tens of people: amounts that the rules do not take, and as much as they take for claim after claim. */
const dear = `SELECT * REPLACE (CASE
    WHEN person_row % 150 = 0 AND seq = 2 THEN 1000000001
    WHEN person_row % 150 < 3 THEN 999999999
    ELSE class_a_amt END AS class_a_amt) FROM CLAIMS`;

test.each([{ sides: taiyuan }, { sides: illness }])(
  '$sides: whom Spark cannot settle exactly, this computer settles for it',
  async ({ sides }) => {
    const folder = join(place, `dear-${sides[0]}`);
    await copyWithClaims(people, folder, (...paths) => rewriteClaims(dear, ...paths));
    const asked = [...simulateArguments(sides, folder), '--format', 'json'];
    const own = await runHereJson(asked);
    const spark = await runHereJson([...asked, ...onSpark]);
    const [wanted, found]: readonly SimulationResult[] = [own.json, spark.json];
    if (!wanted || !found) throw new Error('no result');
    expect(withoutSinglePeople(found)).toEqual(withoutSinglePeople(wanted));
    const refused = found.notSettled.filter(({ kind }) => kind === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    // As the interpreter says it: Spark knows of no input by its name.
    for (const { reason } of refused) expect(reason).toMatch(/「.+」为.+高于允许的最大值/);
  },
);

/** What does not rest on single people, and is therefore the same. */
function withoutSinglePeople({ identity, assumptions, reforms, ...result }: SimulationResult) {
  return {
    ...result,
    options: identity.options,
    reforms: reforms.map(({ cases: _, watchlists: __, verdict, ...reform }) => ({
      ...reform,
      verdict: {
        ...verdict,
        flags: verdict.flags.filter(({ kind }) => kind !== 'person-loses-most'),
      },
    })),
  };
}

test('a population that was changed is not run', async () => {
  const changed = join(place, 'changed');
  await cp(people, changed, { recursive: true });
  const opened = await openPopulation(changed);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const claims = opened.manifest.files.find(({ table }) => table === 'claims');
  const file = join(changed, claims?.path ?? '');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
  await writeFile(file, bytes);
  const { code, stdout } = await runHere([...simulateArguments(taiyuan, changed), ...onSpark]);
  expect([code, stdout]).toEqual([1, expect.stringContaining('population-file-changed')]);
});

test('what is not there, and what cannot be asked, is said with a remedy', async () => {
  const { SPARK_SUBMIT, PATH } = process.env;
  Object.assign(process.env, { SPARK_SUBMIT: '', PATH: '' });
  const without = await runHere([...simulateArguments(taiyuan), ...onSpark]);
  Object.assign(process.env, { SPARK_SUBMIT, PATH });
  expect([without.code, without.stdout]).toEqual([1, expect.stringContaining('SPARK_HOME')]);
  const alone = await runHere([...simulateArguments(taiyuan), '--master', master]);
  expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('--engine spark')]);
  const sensitive = await runHere([...simulateArguments(taiyuan), ...onSpark, '--sensitivity']);
  expect([sensitive.code, sensitive.stderr]).toEqual([2, expect.stringContaining('--sensitivity')]);
});

test('a cluster that is not there is said', async () => {
  const nowhere = ['--engine', 'spark', '--master', 'spark://127.0.0.1:1'];
  const { code, stdout } = await runHere([...simulateArguments(taiyuan), ...nowhere]);
  expect([code, stdout]).toEqual([1, expect.stringContaining('run-on-spark')]);
});
