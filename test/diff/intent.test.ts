import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';
import { schemaErrors } from '../cli/schemas.ts';

// What changes is plain from the edit; every verdict was worked out by hand from it.

const policy = `语言 1
文件「草案」 { 标识 test.draft；层级 省 测试省；施行 自 2024-01-01；年度 自 1月1日；取整 四舍五入到分 }
枚举 级别 别名 "level" 有序 { 一级；二级；三级 别名 "tertiary" }
枚举 类别 { 低保；特困；优抚 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金 }
实体 参保人 期 年度 { 输入 人员类别：集合 类别 至多 3；输入 姓名：文本；输入 年龄：整数 0周岁..130周岁 缺省 40周岁 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2030-12-31；
  输入 费用：金额 0元..1万元；
  输入 医院级别：级别；
  输入 急诊：布尔；
}
表 支付比例：比例 按 级别 { 一级：80%；二级：70%；三级：60% }
参数 救助比例：比例 = 50%；
定义 报销：金额 = 费用 × 支付比例[医院级别] 取整 四舍五入到分；
定义 救助：金额 取整 四舍五入到分 {
  情形「低保」：人员类别 含 低保：费用 × 救助比例；
  其余：0元
}
定义 两倍：金额 = 费用 × 2；
`;

interface Breach {
  readonly output: string;
  readonly text: string;
  readonly state: string;
  readonly witnesses: readonly unknown[];
}

type Edit = readonly [from: string, to: string];

async function judged(edits: readonly Edit[], intent: string) {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-intent-'));
  const after = edits.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, policy);
  for (const [folder, text] of [
    ['old', policy],
    ['new', after],
  ] as const) {
    mkdirSync(join(cwd, folder));
    writeFileSync(join(cwd, folder, 'a.tiaoli'), text);
  }
  const args = ['diff', 'old/a.tiaoli', 'new/a.tiaoli', '--view', 'behaviour', '--intent', intent];
  const { code, json } = await runHereJson([...args, '--format', 'json'], { cwd });
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  const list = (found: readonly Breach[]): readonly string[] =>
    found.map(({ output, text, state }) => `${output} ${text} ${state}`.replace('  ', ' '));
  const { holds, inside, breaches, unconfirmed, rounding } = json.intent;
  for (const { state, witnesses } of breaches) {
    if (state !== 'rounding') expect(witnesses.length).toBeGreaterThan(0);
  }
  return {
    ...{ code, holds, inside },
    breaches: list(breaches),
    unconfirmed: list(unconfirmed),
    rounding: list(rounding),
  };
}

const kept = { breaches: [], unconfirmed: [], rounding: [] };
const tertiary: Edit = ['三级：60%', '三级：65%'];
const all: Edit = ['救助比例：比例 = 50%', '救助比例：比例 = 55%'];
const twice: Edit = ['费用 × 2', '费用 × 3'];
const above: Edit = ['费用 × 2', '费用 × 2 + 最大(0元，费用 − 5000元)'];
const days = '结算日期 不低于 2024-07-01 且 结算日期 不超过 2024-12-31';
const autumn: Edit = [' = 费用 × 2', ` { 情形「下半年」：${days}：费用 × 3；其余：费用 × 2 }`];
const old: Edit = [
  ' = 费用 × 2',
  ' { 情形「老人」：年龄 不低于 60周岁：费用 × 3；其余：费用 × 2 }',
];
const rounded: Edit = ['支付比例[医院级别] 取整 四舍五入到分', '支付比例[医院级别] 取整 舍去到分'];

describe('an intent is held against what changes', () => {
  test.each([
    ['a cell, within', [tertiary], '只影响 {医院级别：三级}', { holds: 'yes', inside: 'changed' }],
    [
      'a cell, in other words',
      [tertiary],
      'only affects {医院级别: tertiary, 二级} of 报销',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'a cell, outside',
      [tertiary],
      '只影响 {医院级别：二级、一级}',
      { holds: 'no', inside: 'unchanged', breaches: ['报销 医院级别：三级 changed-exact'] },
    ],
    [
      'a cell, of another result',
      [tertiary],
      '只影响 {医院级别：三级} 的 救助',
      { holds: 'no', inside: 'unchanged', breaches: ['报销 医院级别：三级 changed-exact'] },
    ],
    [
      'nothing at all',
      [],
      '只影响 {医院级别：三级}',
      { holds: 'yes', inside: 'unchanged', code: 0 },
    ],
    [
      'cells of which one lies within',
      [tertiary, ['二级：70%', '二级：75%']],
      '只影响 {医院级别：三级}',
      { holds: 'no', inside: 'changed', breaches: ['报销 医院级别：二级 changed-exact'] },
    ],
    [
      'a fact that the result does not read',
      [twice],
      '只影响 {医院级别：三级}',
      { holds: 'no', inside: 'changed', breaches: ['两倍 医院级别：一级、二级 changed-exact'] },
    ],
    [
      'a fact that the result does not read, both of two values',
      [twice],
      '只影响 {急诊：是、否} 的 两倍',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'a set, within',
      [all],
      '只影响 {人员类别：低保} 的 救助',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'a set, within one of several',
      [all],
      '只影响 {人员类别：低保、优抚}',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'a truth value that a result does not read',
      [all],
      '只影响 {急诊：是；人员类别：低保}',
      { holds: 'no', inside: 'changed' },
    ],
    ['amounts, within', [above], '只影响 {费用：超过5000元}', { holds: 'yes', inside: 'changed' }],
    [
      'amounts, in several ranges',
      [above],
      '只影响 {费用：6000元至1万元、超过5000元不满6000元} 的 两倍',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'amounts, a yuan outside',
      [above],
      '只影响 {费用：超过5001元}',
      { holds: 'no', inside: 'changed', breaches: ['两倍 changed-exact'] },
    ],
    [
      'amounts, all outside',
      [above],
      '只影响 {费用：5000元以下}',
      { holds: 'no', inside: 'unchanged', breaches: ['两倍 changed-exact'] },
    ],
    [
      'days, within',
      [autumn],
      '只影响 {结算日期：2024-07-01至2024-12-31}',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'days, one outside',
      [autumn],
      '只影响 {结算日期：2024-07-02至2024-12-31}',
      { holds: 'no', inside: 'changed', breaches: ['两倍 changed-exact'] },
    ],
    ['ages, within', [old], '只影响 {年龄：60周岁以上}', { holds: 'yes', inside: 'changed' }],
    [
      'ages, a year outside',
      [old],
      '只影响 {年龄：超过60周岁；医院级别：一级、二级、三级}',
      { holds: 'no', inside: 'changed', breaches: ['两倍 changed-exact'] },
    ],
    [
      'results for everybody',
      [all, twice],
      '只影响 救助、两倍',
      { holds: 'yes', inside: 'changed' },
    ],
    [
      'a case that no longer applies',
      [['其余：0元\n}', '其余：不适用\n}']],
      '只影响 {人员类别：低保}',
      { holds: 'no', inside: 'unchanged' },
    ],
    [
      'rounding',
      [rounded],
      '只影响 {医院级别：三级}',
      { holds: 'no', inside: 'changed', breaches: ['报销 医院级别：一级、二级 rounding'] },
    ],
    [
      'rounding, excepted',
      [rounded],
      '只影响 {医院级别：三级}（尾差除外）',
      { holds: 'yes', inside: 'changed', rounding: ['报销 医院级别：一级、二级 rounding'] },
    ],
    [
      'a domain that is another',
      [tertiary, ['费用：金额 0元..1万元', '费用：金额 0元..2万元']],
      '只影响 {医院级别：三级}',
      { holds: 'unknown', inside: 'changed' },
    ],
    [
      'a result that only one side has',
      [tertiary, ['定义 两倍', '定义 三倍']],
      '只影响 {医院级别：三级}',
      { holds: 'unknown', inside: 'changed' },
    ],
  ] as readonly (readonly [string, readonly Edit[], string, object])[])(
    '%s',
    async (_, edits, intent, expected) => {
      const found = await judged(edits, intent);
      const isListed = 'breaches' in expected || !('holds' in expected && expected.holds === 'no');
      const lists = isListed ? kept : { unconfirmed: [], rounding: [] };
      expect(found).toMatchObject({ code: 1, ...lists, ...expected });
      expect(found.breaches.length > 0).toBe(found.holds === 'no');
    },
  );
});

test('in plain words', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-intent-'));
  for (const [file, text] of [
    ['old.tiaoli', policy],
    ['new.tiaoli', policy.replace(...tertiary)],
  ] as const) {
    writeFileSync(join(cwd, file), text);
  }
  const said = async (intent: string, language: 'zh' | 'en' = 'zh') => {
    const args = ['diff', 'old.tiaoli', 'new.tiaoli', '--view', 'behaviour', '--intent', intent];
    return (await runHere(args, { cwd, language })).stdout;
  };
  expect(await said('意图 只影响 {医院级别：三级}')).toContain(
    '意图：只影响 {医院级别：三级}\n    = 符合：意图之外全部不变（已证明）\n',
  );
  expect(await said('只影响 {医院级别：二级}')).toContain(
    '✗ 不符合：意图之外有 1 处变化\n    ✗ 报销  医院级别：三级  0.00元 至 +500.00元（变化·精确）\n',
  );
  expect(await said('only affects {医院级别: 二级}', 'en')).toContain(
    '✗ broken: 1 change outside of it\n',
  );
});

describe('what cannot be read is refused with its place', () => {
  test.each([
    ['只影响 {医院级：三级}', 'intent-unknown-name', '是不是「医院级别」？'],
    [
      '只影响 {级：三级}',
      'intent-unknown-name',
      '可以写：人员类别、年龄、结算日期、费用、医院级别、急诊、',
    ],
    ['只影响 {医院级别：四级}', 'intent-unknown-name', '是不是「一级」？'],
    ['只影响 {急诊：是} 的 报消', 'intent-unknown-name', '是不是「报销」？'],
    ['只影响 {费用：100}', 'intent-wrong-range', '可以写 1000元、不超过1000元、1000元至5000元'],
    ['只影响 {费用：5000元至1000元}', 'intent-wrong-range', '范围是空的'],
    ['只影响 {结算日期：7月1日以后}', 'intent-wrong-range', '不早于2024-07-01'],
    ['只影响 {姓名：张三}', 'intent-unbounded-fact', '取值数不过来'],
    ['医院级别：三级', 'intent-syntax', '应是“只影响”'],
    ['只影响 {急诊：是；急诊：否}', 'intent-repeated-fact', '写了两次'],
  ])('%s', async (intent, code, told) => {
    const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-intent-'));
    writeFileSync(join(cwd, 'a.tiaoli'), policy);
    const args = ['diff', 'a.tiaoli', 'a.tiaoli', '--view', 'behaviour', '--intent', intent];
    const { code: exit, stdout, stderr } = await runHere(args, { cwd });
    expect(stderr).toContain(`错误[${code}]`);
    expect(stderr).toContain(told);
    expect(stderr).toContain('^');
    expect(stdout).toBe('');
    expect(exit).toBe(2);
  });

  test('an intent is about results', async () => {
    const args = ['diff', 'qinghai.resident', 'qinghai.resident', '--view', 'text'];
    const { code, stderr } = await runHere([...args, '--intent', '只影响 大病保险']);
    expect(stderr).toContain('--view behaviour');
    expect(code).toBe(2);
  });
});
