import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../cli/run-tiaoli.ts';

// Nothing that one side alone knows, or keeps otherwise, may hide behind “the rest is unchanged”.

const policy = `语言 1
文件「草案」 { 标识 test.draft；层级 省 测试省；施行 自 2024-01-01；年度 自 1月1日；取整 四舍五入到分 }
枚举 级别 有序 { 一级；二级 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金；大病保险 "hifmi_pay" 基金 }
实体 参保人 期 年度 { 输入 姓名：文本 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2030-12-31；
  输入 费用：金额 0元..1万元；
  输入 自费：金额 0元..1万元 缺省 0元；
  输入 合规：金额 0元..1万元 缺省 费用；
  输入 医院级别：级别；
}
约束 自费 不超过 费用；
累计 次数：整数 = 计数 每年；
定义 报销比例：比例 = 60%；
层 住院 { 支付方 统筹基金；基数 合规；起付 每年 100元；比例 报销比例 }
层序 总额 费用 { 住院；现金 其余 }
结果 { 比例 = 报销比例；第几次 = 次数 }
`;

async function compare(before: string, after: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-unlike-'));
  const sides = [
    ['old', before],
    ['new', after],
  ] as const;
  for (const [folder, text] of sides) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'a.tiaoli'), text);
  }
  return runHere(['diff', 'old/a.tiaoli', 'new/a.tiaoli', '--view', 'behaviour'], { cwd });
}

test('the same policy is the same, all of it', async () => {
  const { code, stdout, stderr } = await compare(policy, policy);
  expect(stderr).toBe('');
  expect(stdout).toContain('全部不变（已证明）');
  expect(code).toBe(0);
});

test.each([
  ['级别 有序 { 一级；二级 }', '级别 有序 { 一级；二级；三级 }', '「级别」的 三级 只有一边有', 1],
  ['合规：金额 0元..1万元 缺省 费用', '合规：金额 0元..1万元 缺省 自费', '没有填「合规」时', 1],
  ['费用：金额 0元..1万元', '费用：金额 0元..2万元', '「费用」的取值范围两边不同', 1],
  ['约束 自费 不超过 费用；\n', '', '两边的约束不同', 1],
  ['支付方 统筹基金；', '支付方 大病保险；', '层「住院」的支付方两边不同：统筹基金 → 大病保险', 1],
  ['年度 自 1月1日', '年度 自 7月1日', '保险年度的起算日不同', 3],
  ['计数 每年', '计数 每月', '次数（结算之后）  未定', 3],
])('%s becomes %s: nobody says that all is the same', async (from, to, told, exit) => {
  expect(policy).toContain(from);
  const { code, stdout, stderr } = await compare(policy, policy.replace(from, to));
  expect(stderr).toBe('');
  expect(stdout).toContain(told);
  expect(stdout).not.toContain('全部不变');
  expect(code).toBe(exit);
});

const listed = `语言 1
文件「目录」 { 标识 test.listed；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
目录 药品目录 来源 "rows.csv" { 键 编码：文本；列 先付：金额 0元..100元 }
实体 参保人 期 年度 { 输入 姓名：文本 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2030-12-31；
  输入 先付：金额 0元..1万元 缺省 合计(明细.先付)；
  输入 费用：金额 0元..1万元；
}
实体 明细 属 结算 {
  输入 编码：文本；
  输入 金额：金额 0元..1000元；
  输入 先付：金额 0元..100元 缺省 药品目录[编码].先付；
}
约束 先付 不超过 费用；
定义 合规：金额 = 费用 − 先付 取整 四舍五入到分；
层 住院 { 支付方 统筹基金；基数 合规；比例 60% }
层序 总额 费用 { 住院；现金 其余 }
`;

test('a row of a catalogue is another: what is worked out of it is told as not compared', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-unlike-'));
  for (const [folder, amount] of [
    ['old', '10'],
    ['new', '11'],
  ] as const) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'a.tiaoli'), listed);
    writeFileSync(join(cwd, folder, 'rows.csv'), `编码,先付\nX1,${amount}\n`);
  }
  const { code, stdout, stderr } = await runHere(['diff', 'old/a.tiaoli', 'new/a.tiaoli'], { cwd });
  expect(stderr).toBe('');
  expect(stdout).toContain('没有填「先付」时，两边算出的缺省不同');
  expect(stdout).not.toContain('全部不变');
  expect(code).toBe(1);
});

test('a rate that rises by a point is no matter of rounding', async () => {
  const { code, stdout } = await compare(policy, policy.replace('比例 = 60%', '比例 = 61%'));
  expect(stdout).toContain('报销比例  +1个百分点（变化·精确）');
  expect(stdout).not.toContain('（尾差');
  expect(code).toBe(1);
});

test('what is invented is said with the results', async () => {
  const text = policy.replace('报销比例：比例 = 60%', '报销比例：比例 = 60% 等级 示例');
  const { stdout } = await compare(text, text);
  expect(stdout).toContain('示例：用到自拟的 报销比例');
});
