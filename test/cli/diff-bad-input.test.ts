import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere, runHereJson } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const policy = `语言 1
文件「草案」 { 标识 test.draft；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分 }
枚举 级别 { 一级；二级 }
实体 参保人 期 年度 { 输入 姓名：文本 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2030-12-31；
  输入 费用：金额 0元..1万元；
  输入 数量：整数 1..100；
  输入 天数：整数 1..100；
  输入 医院级别：级别；
}
定义 甲：金额 = 费用 × 数量 × 天数 取整 四舍五入到分；
定义 乙：金额 = 费用 × 50% 取整 四舍五入到分；
`;

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-bad-diff-'));
  const write = (path: string, text: string | Uint8Array) => writeFileSync(join(cwd, path), text);
  mkdirSync(join(cwd, 'policies'));
  write('policies/a.tiaoli', policy);
  write('same.tiaoli', policy);
  write('empty.tiaoli', '');
  write('broken.tiaoli', policy.replace('费用 × 50%', '没有 × 50%'));
  write('binary.tiaoli', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00));
  write('binary.dat', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0x00));
  return cwd;
}

test.each([
  [['same.tiaoli', 'nothing.tiaoli'], '没有「nothing.tiaoli」这个文件'],
  [['same.tiaoli', 'policies'], '「policies」是文件夹'],
  [['.', 'same.tiaoli'], '「.」是文件夹'],
  [['same.tiaoli', 'empty.tiaoli'], '错误[missing-document-header]'],
  [['same.tiaoli', 'broken.tiaoli'], '政策文件有 1 处错误'],
  [['same.tiaoli', 'binary.tiaoli'], '错误[not-utf8]'],
  [['binary.dat', 'same.tiaoli'], '错误[not-utf8]'],
  [['same.tiaoli', 'git:HEAD~1:same.tiaoli'], 'git 失败'],
  [['test.draft', 'test.darft'], '是不是「test.draft」？'],
  [['test.draft@2019-01-01', 'test.draft'], '已有版本：2024-01-01。'],
  [['test.draft@2024-02-30', 'test.draft'], '已有版本：2024-01-01。'],
  [['same.tiaoli', 'same.tiaoli', '--view', 'graph'], 'text, structure, behaviour'],
  [['same.tiaoli', 'same.tiaoli', '--intent', ''], '错误[intent-syntax]'],
  [['same.tiaoli'], '缺少参数 NEW'],
])('%j is refused with exit 2', async (args, told) => {
  const { code, stdout, stderr } = await runHere(['diff', ...args], { cwd: folder() });
  expect(stderr).toContain(told);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('the same errors of both sides are told once', async () => {
  const args = ['diff', 'broken.tiaoli', 'broken.tiaoli'];
  const { stderr } = await runHere(args, { cwd: folder() });
  expect(stderr.split('错误[unresolved-name]')).toHaveLength(2);
});

test('the nearest of several versions is suggested', async () => {
  const id = 'shandong.resident-critical-illness';
  const { code, stderr } = await runHere(['diff', `${id}@2000-01-01`, id]);
  expect(stderr).toContain('最近的是 2017-01-01。');
  expect(code).toBe(2);
});

test('the same path twice is the same', async () => {
  const args = ['diff', 'same.tiaoli', 'same.tiaoli'];
  const { code, stdout } = await runHere(args, { cwd: folder() });
  expect(stdout).toContain('两边声明的内容相同。');
  expect(stdout).toContain('全部不变（已证明）');
  expect(code).toBe(0);
});

// A product of three facts in another order is the same, and more than the effort that a comparison is worth.
test('what exceeds the effort is undecided, never unchanged', async () => {
  const cwd = folder();
  const other = policy.replace('费用 × 数量 × 天数', '费用 × 天数 × 数量');
  writeFileSync(join(cwd, 'other.tiaoli'), other);
  const args = ['diff', 'same.tiaoli', 'other.tiaoli', '--view', 'behaviour', '--format', 'json'];
  const { code, json } = await runHereJson(args, { cwd });
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  expect(json.behaviour.outputs.甲.state).toBe('undecided');
  expect(json.behaviour.outputs.甲.regions[0].reasons.length).toBeGreaterThan(0);
  expect(json.behaviour.outputs.乙.state).toBe('same-form');
  expect(json.behaviour.withoutEffect).toEqual([]);
  expect(json).toMatchObject({ sameElsewhere: false, undecided: 1 });
  expect(code).toBe(3);
});
