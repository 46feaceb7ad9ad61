import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere, runHereJson, runTiaoli } from './run-tiaoli.ts';
import { schemaErrors } from './schemas.ts';

const header = (title: string, rest = '') =>
  `语言 1\n文件「${title}」 { 标识 test.draft；层级 省 测试省；施行 自 2024-01-01；取整 四舍五入到分；${rest} }\n`;

const body = `枚举 病种 { 甲；乙 }
枚举 级别 有序 { 一级；二级；三级 }
实体 参保人 期 年度 { 输入 类别：文本 }
实体 结算 属 参保人 序 结算日期 { 输入 结算日期：日期 2024-01-01..2030-12-31；输入 费用：金额 0元..100万元；输入 医院级别：级别 }
条「一」 "三级医院起付标准1000元，支付比例60%。" {
  表 起付标准：金额 按 级别 { 一级：200元；二级：400元；三级：1000元 }
  参数 支付比例：比例 = 60%；
}
条「二」 "费用超过起付标准的部分按比例支付。" {
  定义 应付：金额 = (费用 − 200元) × 支付比例 取整 四舍五入到分 { 不低于 0元 }
}
`;

const draft = header('测试规定') + body;

/** What comes of two versions has tests of its own. */
const declared = ['--view', 'text,structure'];

/** The exit code and the text of a comparison of two files that lie in a folder of their own. */
async function compare(old: string, now: string, ...options: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-diff-'));
  for (const [folder, text] of [
    ['old', old],
    ['new', now],
  ] as const) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'a.tiaoli'), text);
  }
  return runHere(['diff', 'old/a.tiaoli', 'new/a.tiaoli', ...options], { cwd });
}

describe('what means nothing is no difference', () => {
  test.each([
    ['the same file', (text: string) => text],
    ['other white space', (text: string) => text.replaceAll('；', '；\n  ')],
    [
      'rows in another order',
      (text: string) => text.replace('一级：200元；二级：400元；', '二级：400元；一级：200元；'),
    ],
    ['rows put together with 其余', (text: string) => text.replace('三级：1000元', '其余：1000元')],
    [
      'articles renumbered',
      (text: string) => text.replace('条「二」', '条「九」').replace('条「一」', '条「二」'),
    ],
    [
      'articles in another order',
      (text: string) => {
        const [first, second] = [text.indexOf('条「一」'), text.indexOf('条「二」')];
        return text.slice(0, first) + text.slice(second) + text.slice(first, second);
      },
    ],
  ])('%s', async (_, change) => {
    const { code, stdout, stderr } = await compare(draft, change(draft));
    expect(stderr).toBe('');
    expect(stdout).toContain('两边声明的内容相同。');
    expect(stdout).toContain('条文：没有改动');
    expect(code).toBe(0);
  });

  test('English keywords', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-diff-'));
    writeFileSync(join(cwd, 'zh.tiaoli'), draft);
    mkdirSync(join(cwd, 'en'));
    writeFileSync(join(cwd, 'en/en.tiaoli'), draft);
    expect((await runHere(['fmt', 'en/en.tiaoli', '--keywords', 'en'], { cwd })).code).toBe(0);
    expect((await runHere(['diff', 'zh.tiaoli', 'en/en.tiaoli'], { cwd })).code).toBe(0);
  });
});

test.each([
  ['a cell', '三级：1000元', '三级：800元', '三级：1000元 → 800元（−200元，−20%）'],
  ['a rate', '= 60%', '= 65%', '取值：60% → 65%（提高5个百分点）'],
  ['an added member', '甲；乙 }', '甲；乙；丙 }', '    丙：新增\n'],
  [
    'a question',
    '费用：金额 0元..100万元',
    '费用：金额 0元..200万元',
    '上限：1000000元 → 2000000元（+1000000元，+100%）',
  ],
  ['a formula', '费用 − 200元', '费用 − 300元', '→'],
  ['a quoted sentence', '按比例支付。', '按规定支付。', '[-比例-]{+规定+}'],
  ['an article', '条「二」', '条「附则」 说明；\n条「二」', '条「附则」'],
])('%s is told', async (_, from, to, expected) => {
  expect(draft).toContain(from);
  const { code, stdout } = await compare(draft, draft.replace(from, to));
  expect(stdout).toContain(expected);
  expect(code).toBe(from === to ? 0 : 1);
});

test('a rename is proposed, and told as what went and what came', async () => {
  const { code, stdout } = await compare(draft, draft.replaceAll('支付比例', '报销比例'));
  expect(code).toBe(1);
  expect(stdout).toContain('参数「支付比例」');
  expect(stdout).toContain('参数「报销比例」');
  expect(stdout).toContain('参数可能由「支付比例」改名为「报销比例」（除名称外全部相同），请确认');
});

test('for programs', async () => {
  const refs = ['taiyuan.employee-outpatient@2023-01-01', 'taiyuan.employee-outpatient@2024-07-01'];
  const { code, json } = await runHereJson(['diff', ...refs, ...declared, '--format', 'json']);
  expect(code).toBe(1);
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  expect(json).toMatchObject({ same: false, undecided: 0, old: { on: '2023-01-01' } });
  const cap = json.structure.find((each: { text: string }) => each.text.startsWith('限额：'));
  expect(cap).toMatchObject({
    change: 'changed',
    kind: 'layer',
    name: '门诊统筹',
    before: { value: '1800.00' },
    after: { value: '2500.00' },
  });
});

test('catalogues row by row, and every kind of difference, keep to the schema', async () => {
  const days = ['national.drug-list-example@2022-01-01', 'national.drug-list-example@2025-06-01'];
  const { json } = await runHereJson(['diff', ...days, ...declared, '--format', 'json']);
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  expect(json.catalogues[0]).toMatchObject({ name: '药品目录', counts: { removed: 0 } });
  const two = ['diff', 'taian.assistance', 'zibo.assistance', ...declared, '--format', 'json'];
  const cities = await runHereJson(two);
  expect(cities.json.oneDocument).toBe(false);
  expect(schemaErrors('diff.schema.json', cities.json)).toEqual([]);
});

describe('what cannot be compared is refused with exit 2', () => {
  test.each([
    [
      'a version that does not exist',
      ['taian.assistance@1999-01-01', 'taian.assistance'],
      'unknown-version',
    ],
    ['a document that does not exist', ['taian.nothing', 'taian.assistance'], 'unknown-document'],
    [
      'a city and its province',
      ['shandong.assistance', 'taian.assistance', '--view', 'structure'],
      'sides-of-different-levels',
    ],
    ['a city and another province', ['qinghai.resident', 'taian.assistance'], 'unrelated-places'],
  ])('%s', async (_, references, code) => {
    const finished = await runHere(['diff', ...references]);
    expect(finished.stderr).toContain(`错误[${code}]`);
    expect(finished.stdout).toBe('');
    expect(finished.code).toBe(2);
  });

  test('a document with errors', async () => {
    const { code, stderr } = await compare(draft, draft.replace('× 支付比例', '× 没有这个名字'));
    expect(stderr).toContain('policy-has-errors');
    expect(code).toBe(2);
  });
});

test('in a process of its own', () => {
  const { code, stdout } = runTiaoli([
    'diff',
    'qinghai.resident',
    'qinghai.resident',
    '--view',
    'structure',
  ]);
  expect(stdout).toContain('两边声明的内容相同。');
  expect(stdout).not.toContain('条文');
  expect(code).toBe(0);
});
