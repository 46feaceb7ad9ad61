import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';

interface Found {
  readonly file: string;
  readonly illustrative: boolean;
  readonly count: number;
  readonly hits: readonly { readonly key: string }[];
}

test('rows by a part of the code, marked where they are made up', async () => {
  const { code, stdout } = await runHere(['catalogue', 'X002', '--on', '2024-12-31']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    [
      '药品目录（示例） policies/patterns/shape-19-drugs.csv',
      '  2024-12-31 有效 3 项，找到 1 项，列出 1 项',
      '  X002  名称 示例乙类药  档 乙  限价 1.5元  支付标准 无  先付比例 10%',
    ].join('\n'),
  );
});

test('a row is found on the days on which it is in force', async () => {
  const countOn = async (day: string): Promise<number | undefined> => {
    const args = ['catalogue', '示例药品7', '--on', day, '--format', 'json'];
    const json: readonly Found[] = (await runHereJson(args)).json;
    const found = json.find(({ file }) => file === 'policies/national/drug-list-example.csv');
    expect(found?.illustrative).toBe(true);
    expect(found?.hits).toHaveLength(found?.count ?? -1);
    return found?.count;
  };
  expect(await countOn('2021-12-31')).toBe(0);
  expect(await countOn('2023-12-31')).toBe(1);
});

test('what changed between two days', async () => {
  const days = ['--since', '2023-12-31', '--on', '2024-12-31'];
  const { stdout } = await runHere(['catalogue', ...days]);
  expect(stdout).toContain('8 项变为 52 项：新增 44，删去 0；改变：限价 7、先付比例 2');
  const { stdout: same } = await runHere([
    'catalogue',
    '--since',
    '2024-12-30',
    '--on',
    '2024-12-31',
  ]);
  expect(same).toContain('52 项变为 52 项：新增 0，删去 0');
});

test('a folder without policies, a wrong day, a file with one row twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-catalogue-'));
  const none = await runHere(['catalogue', '--policies', folder]);
  expect([none.code, none.stdout]).toEqual([2, '']);
  expect((await runHere(['catalogue', '--on', '2024-02-30'])).code).toBe(2);
  const text = `文件「目录」 { 标识 t.list；  层级 国家；  施行 自 2024-01-01；  取整 四舍五入到分 }
目录 药品目录 来源 "drugs.csv" { 键 编码：文本；  列 名称：文本 }
`;
  writeFileSync(join(folder, 'list.tiaoli'), text);
  const codeWith = async (rows: string): Promise<number | null> => {
    writeFileSync(join(folder, 'drugs.csv'), `编码,名称\n${rows}`);
    return (await runHere(['catalogue', '--policies', folder])).code;
  };
  expect(await codeWith('X1,甲\nX2,乙\n')).toBe(0);
  expect(await codeWith('X1,甲\nX1,乙\n')).toBe(1);
});
