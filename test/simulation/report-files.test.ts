import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { SimulationResult } from '@tiaoli/simulation';
import papaparse from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runFiles } from '../../apps/cli/src/print/run-files.ts';
import { runHere } from '../cli/run-tiaoli.ts';
import { unzip } from '../documents/unzip.ts';
import { smallPopulation } from './run-fixture.ts';

const sides = ['taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient@2024-07-01'];
const [baseline = '', reform = ''] = sides;

describe('what tiaoli simulate writes', () => {
  let place: string;
  let result: SimulationResult;
  let printed: string;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'tiaoli-files-'));
    await smallPopulation(join(place, 'people'));
    const out = join(place, 'out');
    const { code, stdout, stderr } = await runHere([
      ...['simulate', '--baseline', baseline, '--reform', reform, '--city', 'all'],
      ...['--population', join(place, 'people'), '--out', out, '--workers', '1', '--no-cache'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    printed = stdout;
    result = JSON.parse(await readFile(join(out, 'run.json'), 'utf8'));
  }, 240_000);
  afterAll(() => rm(place, { recursive: true, force: true }));

  async function csv(name: string): Promise<readonly Record<string, string>[]> {
    const text = await readFile(join(place, 'out', `${name}.csv`), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    return papaparse.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
  }

  test('a page, a Word file, and each table as CSV and as Parquet', async () => {
    const files = await readdir(join(place, 'out'));
    const named = (ending: string) =>
      files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
    expect(named('.csv').toSorted()).toEqual(named('.parquet').toSorted());
    expect(named('.csv')).toEqual(
      expect.arrayContaining(['totals', 'layers', 'groups-income', 'burden', 'cities', 'ratios']),
    );
    expect(files).toEqual(expect.arrayContaining(['run.json', 'report.html', 'report.docx']));
  });

  test('amounts in the tables are those of the JSON, exactly', async () => {
    const [fund, person] = await csv('totals');
    const { verdict, cities } = result.reforms[0] ?? expect.fail('there is a reform');
    for (const [row, change] of [
      [fund, verdict.fund],
      [person, verdict.person],
    ] as const) {
      expect([
        row?.['金额：现行（元）'],
        row?.['金额：草案（元）'],
        row?.['金额：变化（元）'],
      ]).toEqual([change.baseline.value, change.reform.value, change.change.value]);
      expect(Number(row?.['金额：变化（元） 标准误'])).toBe(change.change.error);
    }
    const byCity = new Map((await csv('cities')).map((row) => [row.地方, row]));
    expect(byCity.size).toBe(cities.length);
    for (const { city, isSuppressed, fund: change } of cities) {
      const told = isSuppressed ? '' : change.change.value;
      expect(byCity.get(city)?.['基金支付：变化（元）']).toBe(told);
    }
  });

  test('Parquet holds the same as CSV, as numbers', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const name of ['totals', 'cities', 'ratios', 'groups-age']) {
      const rows = (await csv(name)).map((row) => Object.values(row));
      const file = join(place, 'out', `${name}.parquet`);
      const reader = await connection.runAndReadAll(`SELECT * FROM '${file}'`);
      const found = reader.getRowsJson().map((row) => row.map((cell) => cell ?? ''));
      expect(found.length).toBe(rows.length);
      for (const [at, row] of found.entries()) {
        expect(row.map(plain), name).toEqual(rows[at]?.map(plain));
      }
    }
    const amounts = await connection.runAndReadAll(
      `SELECT sum(amount_change), typeof(any_value(amount_change)) FROM '${join(place, 'out', 'totals.parquet')}'`,
    );
    // What the funds pay more people bear less: exact decimals add up to nothing.
    const [[sum, type] = []] = amounts.getRowsJson();
    expect([Number(sum), String(type)]).toEqual([0, expect.stringMatching(/^DECIMAL/)]);
    connection.closeSync();
  });

  test('tiaoli diff --view impact says the same', async () => {
    const population = ['--population', join(place, 'people')];
    const diff = (...args: string[]) => runHere(['diff', ...sides, ...args]);
    const pretty = await diff('--view', 'impact', ...population);
    const [title, ...lines] = result.reforms[0] ? printed.split('\n') : [];
    const told = pretty.stdout.split('\n');
    expect([pretty.code, told[0]]).toEqual([1, title]);
    // That run named a city, so the name of the run is another; everything behind it is the same.
    const from = (text: readonly string[]) =>
      text.slice(text.findIndex((line) => line.startsWith('■')));
    expect(from(told)).toEqual(from(lines));
    const json = await diff('--view', 'impact,structure', '--format', 'json', ...population);
    const { structure, impact } = JSON.parse(json.stdout);
    expect([json.code, structure.length > 0]).toEqual([1, true]);
    expect(impact.totals).toEqual(result.totals);
  }, 240_000);

  test.each([
    [['--view', 'impact'], 2, '--population'],
    [['--view', 'text', '--population', 'people'], 2, '--view impact'],
    [['--view', 'text,impact', '--population', 'people', '--format', 'html'], 2, '单独'],
    [['--view', 'impact', '--population', 'nowhere'], 2, '没有可用的人群'],
  ] as const)('tiaoli diff %j is refused', async (args, expected, words) => {
    const { code, stdout, stderr } = await runHere(['diff', ...sides, ...args]);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(words);
  });

  test('修订对照表 tells of each clause what a run of its changes alone comes to', async () => {
    const file = join(place, 'table.docx');
    const { code, stderr } = await runHere([
      ...['diff', ...sides, '--view', 'text,structure,impact', '--format', 'docx'],
      ...['--population', join(place, 'people'), '--out', file],
    ]);
    expect([code, stderr]).toEqual([1, '']);
    const text = wordsOf(await readFile(file));
    expect(text).toContain('影响测算：全部改动，基金支付');
    expect(text).toContain('合成数据');
    const bars = result.reforms[0]?.byChange?.bars ?? [];
    expect(bars.length).toBeGreaterThan(1);
    for (const { name } of bars) expect(text).toContain(`测算（${name.zh}）：基金支付`);
  }, 240_000);

  test('the same run gives the same bytes, the Word file among them', async () => {
    const [files, again] = [await runFiles(result, 'zh'), await runFiles(result, 'zh')];
    for (const [at, { name, content }] of files.entries()) {
      expect(Buffer.from(again[at]?.content ?? '').equals(Buffer.from(content)), name).toBe(true);
      const kept = await readFile(join(place, 'out', name));
      expect(kept.equals(Buffer.from(content)), name).toBe(true);
    }
  }, 240_000);

  test('claims that are not settled are told apart, and none is lost', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const [claims, persons] = ['claims', 'persons'].map((table) =>
      join(place, 'people', `${table}-*.parquet`),
    );
    const reader = await connection.runAndReadAll(
      `SELECT p.scheme, c.med_type, count(*)::INTEGER FROM read_parquet('${claims}') c
        JOIN read_parquet('${persons}') p USING (pid) GROUP BY ALL`,
    );
    connection.closeSync();
    const rows = reader.getRowsJson().map(([scheme, kind, count]) => ({
      ...{ scheme: String(scheme), kind: String(kind), count: Number(count) },
    }));
    const counted = (isIt: (row: (typeof rows)[number]) => boolean): number =>
      rows.filter(isIt).reduce((sum, { count }) => sum + count, 0);
    const told = (kind: string): number =>
      result.notSettled.reduce((sum, each) => sum + (each.kind === kind ? each.claims : 0), 0);
    expect(told('outside')).toBe(counted(({ scheme }) => scheme === 'resident'));
    for (const { reason, claims: left } of result.notSettled.filter(
      ({ kind }) => kind === 'not-covered',
    )) {
      const [input, word] = reason.split('：');
      expect(input).toBe('就医类别');
      expect(left).toBe(counted(({ scheme, kind }) => scheme === 'employee' && kind === word));
    }
    expect(told('not-covered')).toBeGreaterThan(0);
  });

  test('the same rules on both sides: nothing changes, and that is known', async () => {
    const both = [baseline, baseline, '--view', 'impact', '--population', join(place, 'people')];
    const { code, stdout } = await runHere(['diff', ...both]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[+−]\d/);
  });

  test('the terminal, the page and every row say that the data is synthetic', async () => {
    expect(printed.split('\n')[1]).toContain('合成数据');
    const html = await readFile(join(place, 'out', 'report.html'), 'utf8');
    expect(html).toContain('data-text="合成数据"');
    for (const row of await csv('layers')) expect(row.数据).toBe('合成数据');
  });
});

/** The words of a Word file. */
function wordsOf(bytes: Uint8Array): string {
  const xml = unzip(bytes).get('word/document.xml') ?? '';
  return xml.replaceAll(/<[^>]*>/gu, '');
}

/** Numbers by their value: decimals of a file have more zeros at their end. */
function plain(cell: unknown): string | number {
  const text = String(cell);
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : text;
}
