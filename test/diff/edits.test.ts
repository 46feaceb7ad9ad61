import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runHere, runHereJson } from '../cli/run-tiaoli.ts';
import { schemaErrors } from '../cli/schemas.ts';

// By hand: of 10,000 yuan at most, less 100 and at 60%, no more than 5,940 is ever paid, so a cap of 8,000 or 9,000 never
// counts, and one of 5,000 does. Nobody is in a hospital of the third class when only the first two are admitted.

const policy = `语言 1
文件「草案」 { 标识 test.draft；层级 省 测试省；施行 自 2024-01-01；年度 自 1月1日；取整 四舍五入到分 }
枚举 级别 有序 { 一级；二级；三级 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金；大病保险 "hifmi_pay" 基金 }
实体 参保人 期 年度 { 输入 姓名：文本 }
实体 结算 属 参保人 序 结算日期 {
  输入 结算日期：日期 2024-01-01..2030-12-31；
  输入 费用：金额 0元..1万元；
  输入 医院级别：级别；
}
条「起付」 "住院的起付标准为100元。" {
  参数 起付标准：金额 = 100元；
}
条「支付」 "支付60%，每次不超过8000元。" {
  表 支付比例：比例 按 医院级别 { 一级：60%；二级：60%；三级：50% }
  参数 封顶：金额 = 8000元；
  层 住院 {
    支付方 统筹基金；
    适用 当 医院级别 < 三级；
    基数 费用；
    起付 每次 起付标准；
    比例 支付比例；
    限额 每次 封顶
  }
}
条「附」 "其他事项另行规定。" 未编码 "没有规则"；
层序 总额 费用 { 住院；现金 其余 }
`;

interface Told {
  readonly withoutEffect: readonly string[];
  readonly wordsOnly: readonly string[];
  readonly code: number | null;
}

async function edited(...edits: readonly (readonly [string, string])[]): Promise<Told> {
  const cwd = mkdtempSync(join(tmpdir(), 'tiaoli-edits-'));
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
  const args = ['diff', 'old/a.tiaoli', 'new/a.tiaoli', '--view', 'behaviour'];
  const { code, json } = await runHereJson([...args, '--format', 'json'], { cwd });
  expect(schemaErrors('diff.schema.json', json)).toEqual([]);
  const { withoutEffect, wordsOnly } = json.behaviour;
  const { stdout } = await runHere(args, { cwd });
  const texts: readonly string[] = withoutEffect.flatMap(
    ({
      changes,
    }: {
      readonly changes: readonly { readonly name: string; readonly text: string }[];
    }) => changes.map(({ name, text }) => `${name} ${text}`),
  );
  expect(stdout.includes('没有效果（已证明）')).toBe(texts.length > 0);
  expect(stdout.includes('文字修改：')).toBe(wordsOnly.length > 0);
  return {
    code,
    withoutEffect: texts,
    wordsOnly: wordsOnly.map(
      ({ article }: { readonly article: { readonly after: { readonly name: string } } }) =>
        article.after.name,
    ),
  };
}

const cap = ['封顶：金额 = 8000元', '封顶：金额 = 9000元'] as const;
const lowCap = ['封顶：金额 = 8000元', '封顶：金额 = 5000元'] as const;
const thirdClass = ['三级：50%', '三级：55%'] as const;
const payer = ['支付方 统筹基金；', '支付方 大病保险；'] as const;
const words = ['支付60%，每次', '报销60%，每次'] as const;

describe('edits that change no result', () => {
  test.each([
    ['nothing', [], [], 0],
    ['a cap that nobody reaches', [cap], ['封顶 取值：8000元 → 9000元（+1000元，+12.5%）'], 0],
    ['a cap that counts', [lowCap], [], 1],
    ['a row of nobody', [thirdClass], ['支付比例 三级：50% → 55%（提高5个百分点）'], 0],
    [
      'a cap that nobody reaches beside a rate that counts',
      [cap, ['一级：60%', '一级：61%']],
      [],
      1,
    ],
    [
      'both, in layers of their own',
      [cap, ['层序 总额', '定义 两成：金额 = 费用 × 20% 取整 四舍五入到分；\n层序 总额']],
      ['封顶 取值：8000元 → 9000元（+1000元，+12.5%）'],
      1,
    ],
    [
      'a parameter under another name',
      [
        ['参数 起付标准', '参数 起付线'],
        ['起付 每次 起付标准', '起付 每次 起付线'],
      ],
      [
        '起付标准 删去：类型 金额；取值 100元',
        '起付线 新增：类型 金额；取值 100元',
        '住院 起付：起付标准 → 起付线',
      ],
      0,
    ],
    ['another payer, who is told by himself', [payer, cap], [], 1],
  ] as const)('%s', async (_, edits, expected, code) => {
    const told = await edited(...edits);
    expect(told.withoutEffect.toSorted()).toEqual([...expected].toSorted());
    expect(told.wordsOnly).toEqual([]);
    expect(told.code).toBe(code);
  });

  test('nothing is said while some cases are not compared', async () => {
    const told = await edited(cap, ['费用：金额 0元..1万元', '费用：金额 0元..9000元']);
    expect(told.withoutEffect).toEqual([]);
  });
});

describe('words whose rules stayed as they were', () => {
  test.each([
    ['words alone', [words], ['支付']],
    ['words and a rule in the article', [words, lowCap], []],
    ['words here and a rule elsewhere', [words, ['= 100元', '= 200元']], ['支付']],
    ['an article without rules', [['其他事项另行规定', '其余事项另行规定']], []],
  ] as const)('%s', async (_, edits, expected) => {
    expect((await edited(...edits)).wordsOnly).toEqual(expected);
  });
});
