import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const province = `语言 1
文件「测试省规定」 { 标识 test.province；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分； }
条「一」 {
  参数 救助比例：比例 = 70%；
  授权 市 确定 救助比例 不低于 60%；
  参数 起付线：金额 = 1000元；
  授权 市 确定 起付线 不超过 2000元；
  参数 限额：金额 = 3万元；
  授权 市 确定 限额；
}
`;

const ids: Readonly<Record<string, string>> = { 甲市: 'test.first', 乙市: 'test.second' };

const city = (name: string, ...statements: readonly string[]) => `语言 1
文件「${name}细则」 { 标识 ${ids[name]}；层级 市 ${name} 属 测试省；施行 自 2024-06-01；依据 test.province；取整 四舍五入到分； }
据 test.province 条「一」 { ${statements.join('')} }
`;

/** A folder of policies, and a draft of the province beside it. */
function folder(draft: string): string {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-conformance-'));
  mkdirSync(join(cwd, 'policies'));
  mkdirSync(join(cwd, 'draft'));
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);
  write('policies/province.tiaoli', province);
  write('policies/first.tiaoli', city('甲市', '确定 救助比例 = 65%；', '确定 起付线 = 1500元；'));
  write('policies/second.tiaoli', city('乙市', '确定 救助比例 = 75%；', '确定 限额 = 4万元；'));
  write('draft/province.tiaoli', draft);
  return cwd;
}

/** The least rate is higher, the cap is no longer left to cities, there is no deductible. */
const stricter = province
  .replace('不低于 60%', '不低于 70%')
  .replace('  授权 市 确定 限额；\n', '')
  .replace('  参数 起付线：金额 = 1000元；\n  授权 市 确定 起付线 不超过 2000元；\n', '');

interface Row {
  readonly place: string;
  readonly parameter: string;
  readonly before?: string;
  readonly after?: string;
}

test('a draft of the province tells which cities fall out of its bounds', async () => {
  const cwd = folder(stricter);
  const args = ['diff', 'test.province', 'draft/province.tiaoli', '--view', 'conformance'];
  const { code, json } = await runHereJson([...args, '--format', 'json'], { cwd });
  expect(code).toBe(1);
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  const rows: readonly Row[] = json.conformance.rows;
  expect(
    rows.map(({ place, parameter, before, after }) => [place, parameter, before, after]),
  ).toEqual([
    ['乙市', '救助比例', 'within', 'within'],
    ['乙市', '限额', 'within', 'outside'],
    ['甲市', '救助比例', 'within', 'outside'],
    ['甲市', '起付线', 'within', 'gone'],
  ]);
  const { stdout } = await runHere(args, { cwd });
  expect(stdout).toContain('4 处取值，3 处不符合，其中 3 处原来符合。');
  expect(stdout).toContain('低于《测试省规定》条「一」规定的下限（不低于70%）');
});

test('the other way round everybody conforms, and the exit code says so', async () => {
  const cwd = folder(stricter);
  const args = ['diff', 'draft/province.tiaoli', 'test.province', '--view', 'conformance'];
  const { code, stdout } = await runHere(args, { cwd });
  expect(stdout).toContain('4 处取值，0 处不符合');
  expect(stdout).toContain('= 在授权之内（原：✗ 超出授权）');
  expect(code).toBe(0);
});

test('a city against its province, in either order', async () => {
  const cwd = folder(stricter);
  for (const sides of [
    ['test.province', 'test.first'],
    ['test.first', 'test.province'],
  ]) {
    const args = ['diff', ...sides, '--view', 'conformance'];
    const { code, stdout } = await runHere(args, { cwd });
    expect(stdout).toMatch(/甲市 +救助比例 +70% → 65% +不低于60% += 在授权之内/);
    expect(stdout).toMatch(/甲市 +限额 +30000元 +不设界限 +- 未另定/);
    expect(code).toBe(0);
  }
  const draft = await runHere(['diff', 'draft/province.tiaoli', 'policies/first.tiaoli'], { cwd });
  expect(draft.stdout).toMatch(/甲市 +救助比例 +70% → 65% +不低于70% +✗ 超出授权/);
  expect(draft.code).toBe(1);
});

test('two cities side by side', async () => {
  const args = ['diff', 'test.first', 'test.second', '--view', 'conformance'];
  const { code, stdout } = await runHere(args, { cwd: folder(stricter) });
  expect(stdout).toMatch(/救助比例 +65% → 75% +不低于60% +≠ 不同/);
  expect(stdout).toMatch(/限额 +30000元 → 40000元 +不设界限 +≠ 不同/);
  expect(stdout).toContain('3 个参数，3 个不同。');
  expect(code).toBe(1);
});

test("Tai'an keeps within what Shandong leaves to its cities", async () => {
  const sides = ['diff', 'shandong.assistance', 'taian.assistance'];
  const { code, stdout } = await runHere([...sides, '--view', 'conformance']);
  expect(stdout).toMatch(/泰安市 +重点救助限额 +30000元 → 33000元 +不低于30000元 += 在授权之内/);
  expect(stdout).toContain('7 处取值，0 处不符合。');
  expect(code).toBe(0);
});
