import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

// What an accumulator counts: no single claim comes to something else, and the claims after which one does are shown.

const policy = `语言 1
文件「次第」 { 标识 test.later；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
实体 参保人 期 年度 { 输入 姓名：文本 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2024-12-31；
  输入 费用：金额 0元..10万元；
  输入 急诊：布尔；
}
累计 住院次数：整数 = 计数 每年 当 非 急诊；
层 住院 {
  支付方 统筹基金；基数 费用；起付 每次 600元 { 次第 住院次数：100%、50%、0% } 比例 60%；
}
层序 总额 费用 { 住院；现金 其余 }
`;

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-later-'));
  const sides = { old: policy, new: policy.replace(' 当 非 急诊', '') };
  for (const [name, text] of Object.entries(sides)) {
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, 'a.tiaoli'), text);
  }
  return cwd;
}

const compared = ['diff', 'old/a.tiaoli', 'new/a.tiaoli', '--view', 'behaviour'];

test.each([
  ['zh' as const, ['变化·影响以后各次', '先后结算', '最后一次的']],
  ['en' as const, ['changed, for later claims', 'settled one after the other', 'of the last']],
])('in the terminal, in %s', async (language, words) => {
  const cwd = folder();
  const { code, stdout, stderr } = await runHere(compared, { cwd, language });
  expect(stderr).toBe('');
  for (const word of words) expect(stdout).toContain(word);
  expect(code).toBe(1);
});

test('as JSON, as the schema says', async () => {
  const cwd = folder();
  const { stdout } = await runHere([...compared, '--format', 'json'], { cwd });
  const json = JSON.parse(stdout);
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  const { onlyLater, sequence } = json.behaviour.outputs.住院次数;
  expect(onlyLater).toBe(true);
  expect(sequence.claims.length).toBeGreaterThanOrEqual(2);
  expect(sequence.old).not.toEqual(sequence.new);
});

test('with --verbose what was looked at, result by result; the time is no result', async () => {
  const cwd = folder();
  const { stdout } = await runHere(compared, { cwd });
  const told = await runHere([...compared, '--verbose'], { cwd });
  expect(stdout).toMatch(/分析量：\d+ 个组合，\d+ 次分析，\d+ 个分支；一次分析最多有 \d+ 个数/);
  expect(told.stdout.startsWith(stdout)).toBe(true);
  expect(told.stdout).toMatch(/住院次数（结算之后） +变化·精确 +\d+ +[1-9]\d* +[1-9]\d* +[1-9]/);
  expect(told.stderr).toMatch(/^比较结果用时 \d+\.\d 秒\n$/);
  expect((await runHere([...compared, '--verbose'], { cwd })).stdout).toBe(told.stdout);
});
