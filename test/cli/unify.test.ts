import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { displayWidth } from '@tiaoli/base';
import { describe, expect, test } from 'vitest';
import { fixtures, runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const asked = ['unify', '山东省', '--on', '2025-12-01'];

interface Row {
  readonly name: string;
  readonly state: string;
  readonly unified: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly cells: readonly { readonly city: string; readonly state: string }[];
}

test('Shandong, for programs', async () => {
  const { code, json } = await runHereJson([...asked, '--format', 'json']);
  expect(code).toBe(0);
  expect(schemaErrors('unify.schema.json', json)).toEqual([]);
  const rows: readonly Row[] = json.parameters;
  const row = (name: string) => rows.find((each) => each.name === name);
  // By the documents of the four cities; Jinan and Liaocheng leave it to the province.
  expect(row('重点救助限额')).toMatchObject({
    state: 'different',
    values: { 泰安市: '33000', 淄博市: '30000', 济南市: '30000', 聊城市: '30000' },
  });
  const capped = row('重点救助限额')?.cells ?? [];
  const same = capped.filter(({ state }) => state === 'same').length;
  expect(capped.length).toBeGreaterThan(3);
  expect(Number(row('重点救助限额')?.unified)).toBeCloseTo(same / capped.length, 4);
  expect(row('边缘起付')).toMatchObject({ state: 'same', unified: '1.0000' });
  const byCategory = row('重点救助比例')?.values.泰安市;
  expect(byCategory).toMatchObject({ 特困人员: '1', 低保对象: '0.7' });
});

test('a value worked out from an illustrative one is marked as such', async () => {
  const { json } = await runHereJson([...asked, '--format', 'json']);
  const row = json.parameters.find((each: Row) => each.name === '因病致贫起付');
  const marks = row.cells.map((each: { city: string; isIllustrative: boolean }) => [
    each.city,
    each.isIllustrative,
  ]);
  expect(Object.fromEntries(marks)).toMatchObject({ 济南市: false, 淄博市: true });
  const { stdout } = await runHere(asked);
  expect(stdout).toContain('≠ 15000元 示例 *');
});

test('a city out of bounds stands out, with the clause, and the exit code says so', () => {
  const folder = `${fixtures}/bad/out-of-bounds`;
  const { code, stdout } = runTiaoli(['unify', '测试省', '--policies', folder]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^救助比例 +70% +✗ 60% \*$/m);
  expect(stdout).toContain('低于测政办发〔2022〕12号条「五」规定的下限（不低于70%）');
  expect(stdout).toContain('1 处超出授权');
});

test('a province without documents is refused with those that have some', async () => {
  const { code, stdout } = await runHere(['unify', '火星省']);
  expect(code).toBe(1);
  expect(stdout).toContain('错误[unknown-province]');
  expect(stdout).toContain('山东省');
});

describe('many cities, one of them with a broken document', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-unify-'));
  mkdirSync(join(cwd, 'policies'));
  const write = (name: string, text: string) =>
    writeFileSync(join(cwd, 'policies', `${name}.tiaoli`), text);
  write(
    '省',
    `语言 1
文件「测试省规定」 { 标识 test.province；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分； }
条「一」 {
  参数 救助比例：比例 = 70%；
  授权 市 确定 救助比例 不低于 60%；
  参数 起付线：金额 { 自 2024-01-01 = 1000元；自 2025-01-01 = 1200元 }
  授权 市 确定 起付线 不低于 1000元；
}
`,
  );
  const cityText = (at: number, statement: string) => `语言 1
文件「测试${at}市细则」 { 标识 test.city${at}；层级 市 测试${at}市 属 测试省；施行 自 2024-01-01；依据 test.province；取整 四舍五入到分； }
据 test.province 条「一」 { ${statement} }
`;
  for (let at = 10; at < 30; at += 1) write(`市${at}`, cityText(at, `确定 起付线 = ${at}00元；`));
  write('市30', cityText(30, '确定 起付线 = 没有这个名字；'));

  test('wraps into blocks of at most 100 columns, with every city in one of them', async () => {
    const { stdout } = await runHere(['unify', '测试省', '--on', '2024-06-01'], { cwd });
    const widest = Math.max(...stdout.split('\n').map(displayWidth));
    expect(widest).toBeLessThanOrEqual(100);
    const heads = stdout.split('\n').filter((line) => line.startsWith('参数  '));
    expect(heads.length).toBeGreaterThan(1);
    const cities = heads.join(' ').match(/测试\d+市/g);
    expect(cities).toHaveLength(21);
    expect(new Set(cities).size).toBe(21);
  });

  test('a city with a broken document is unknown, never the same, and the exit code says so', async () => {
    const run = await runHereJson(['unify', '测试省', '--on', '2024-06-01', '--format', 'json'], {
      cwd,
    });
    expect(run.code).toBe(1);
    expect(schemaErrors('unify.schema.json', run.json)).toEqual([]);
    const rows: readonly Row[] = run.json.parameters;
    for (const { cells } of rows) expect(cells.at(-1)).toMatchObject({ state: 'unknown' });
    expect(run.json.cities.at(-1)).toMatchObject({
      city: '测试30市',
      unified: '0.0000',
      filesWithErrors: ['policies/市30.tiaoli'],
    });
  });

  test('each day has the values and the bounds of that day', async () => {
    const on = async (day: string) => {
      const { json } = await runHereJson(['unify', '测试省', '--on', day, '--format', 'json'], {
        cwd,
      });
      const row = json.parameters.find((each: Row) => each.name === '起付线');
      return row.cells.slice(0, 3).map((each: { state: string }) => each.state);
    };
    expect(await on('2024-06-01')).toEqual(['same', 'different', 'different']);
    expect(await on('2025-06-01')).toEqual(['different', 'different', 'same']);
    const { json } = await runHereJson(
      ['unify', '测试省', '--on', '2023-06-01', '--format', 'json'],
      { cwd },
    );
    expect(json.parameters).toEqual([]);
  });
});
