import { buildLadder, readJson } from '@tiaoli/settlement';
import { expect, test } from 'vitest';
import { linkPolicies } from './open-policies.ts';
import { openSettler } from './open-settler.ts';
import { resolveReference } from './resolve-reference.ts';
import { settleCase } from './settle-case.ts';

const common = `文件「公共」 { 标识 t.common； 层级 国家； 施行 自 2000-01-01； 取整 四舍五入到分； 年度 自 1月1日 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金； 居民大病 "hifmi_pay" 基金； 现金 "psn_cash_pay" }
枚举 类别 { 普通； 退休； 异地 }
实体 参保人 期 年度 { 输入 类别：类别 缺省 普通 }
实体 结算 属 参保人 序 结算日期、结算号 {
  输入 结算号：文本； 输入 结算日期：日期； 输入 就诊号：文本 缺省 结算号； 输入 住院天数：整数 0..1000 缺省 1；
  输入 费用：金额 0元..100万元 }
`;

interface Lines {
  readonly [layer: string]: readonly string[];
}

/** The lines of the last claim by layer: label, amount, formula, clauses. */
async function ladderOf(
  rules: string,
  costs: readonly string[],
  given: { readonly person?: object; readonly claim?: object } = {},
  language: 'zh' | 'en' = 'zh',
): Promise<Lines> {
  const text = `文件「甲市」 { 标识 t.city； 层级 市 甲市 属 甲省； 施行 自 2023-01-01； 依据 t.common； 取整 四舍五入到分 }
条「一」 { ${rules} }
`;
  const policies = await linkPolicies([
    { path: 'common.tiaoli', text: common },
    { path: 'city.tiaoli', text },
  ]);
  const { reference } = resolveReference(policies, 't.city');
  const opened = reference && openSettler(policies, reference, { explained: true });
  const claims = costs.map((费用, at) => ({
    id: String(at + 1),
    结算日期: `2023-0${at + 1}-01`,
    费用,
    ...given.claim,
  }));
  const [node] = readJson('x.json', JSON.stringify({ person: given.person ?? {}, claims })).values;
  if (!opened?.settler || !node) throw new Error(JSON.stringify(opened?.diagnostics));
  const settled = settleCase(opened.settler, node, { trace: true, language });
  const last = settled.kind === 'settled' ? settled.settlement.claims.at(-1) : undefined;
  if (last?.kind !== 'settled') throw new Error(JSON.stringify(settled));
  return Object.fromEntries(
    buildLadder(last).layers.map(({ name, absent, lines }) => [
      name,
      absent
        ? [absent[language]]
        : lines.map(({ label, amount, formula, clauses }) =>
            [
              label[language],
              amount,
              formula?.[language] ?? '',
              clauses.map(({ text }) => text).join('；'),
            ]
              .filter((part) => part !== '')
              .join('|'),
          ),
    ]),
  );
}

function layer(slots: string, name = '统筹'): string {
  return `层 ${name} { 支付方 统筹基金； 适用日 结算日期； 基数 费用； ${slots} }\n层序 总额 费用 { ${name}； 现金 其余 }`;
}

test.each([
  [
    'the year is full',
    '起付 每就诊 50元 { 年内合计 不超过 70元 }； 比例 50%',
    ['100', '100', '100'],
    '起付线|0.00|每就诊 50.00，此前已扣 0.00，年内合计不超过 70.00，年内已扣 70.00|条「一」',
  ],
  [
    'the year is nearly full',
    '起付 每就诊 50元 { 年内合计 不超过 70元 }； 比例 50%',
    ['100', '100'],
    '起付线|20.00|每就诊 50.00，此前已扣 0.00，年内合计不超过 70.00，年内已扣 50.00|条「一」',
  ],
  [
    'waived once the year has borne enough',
    '起付 每次 50元 { 年内合计 达到 60元 后免 }； 比例 50%',
    ['100', '100', '100'],
    '起付线|0.00|每次 50.00，年内合计达到 60.00 后免，年内已扣 100.00|条「一」',
  ],
  [
    'the highest of the year',
    '起付 每年 10% × 费用 { 取年内最高 }； 比例 50%',
    ['1000', '600'],
    '起付线|0.00|每年 60.00，年内最高 100.00，此前已扣 100.00|条「一」',
  ],
  [
    'adjusted and rounded',
    '起付 每次 33.33元； 调整「退休」 起付 乘 50% 当 类别 = 退休； 比例 50%',
    ['100'],
    '起付线|16.67|每次 33.33，退休 × 50%，四舍五入到分入 0.005，应扣 16.67|条「一」',
  ],
  [
    'waived by an adjustment',
    '起付 每次 50元； 调整「退休」 起付 免 当 类别 = 退休； 比例 50%',
    ['100'],
    '起付线|0.00|每次 50.00，退休 免，应扣 0.00|条「一」',
  ],
  [
    'at its bound',
    '起付 每次 20% × 费用 { 不低于 50元 }； 比例 50%',
    ['100'],
    '起付线|50.00|每次 20.00，不低于 50.00，应扣 50.00|条「一」',
  ],
  [
    'the cost is less',
    '起付 每年 500元； 比例 50%',
    ['100'],
    '起付线|100.00|每年 500.00，此前已扣 0.00，费用只有 100.00|条「一」',
  ],
  ['none', '比例 50%', ['100'], '起付线|0.00|不设起付线|条「一」'],
])('the deductible says why: %s', async (_, slots, costs, line) => {
  const { 统筹 } = await ladderOf(layer(slots), costs, { person: { 类别: '退休' } });
  expect(统筹).toContain(line);
});

test.each([
  ['rounded up', '比例 50%', ['0.01'], ['应付|0.01|0.01 × 50%，四舍五入到分入 0.005|条「一」']],
  [
    'rounded down',
    '比例 33%； 取整 舍去到角',
    ['1.00'],
    ['应付|0.30|1.00 × 33%，舍去到角舍 0.03|条「一」'],
  ],
  [
    'band by band',
    '比例 分段 按 绝对额 { 不超过0.01元：50%； 超过0.01元：50% } 取整 四舍五入到分 逐段',
    ['0.02'],
    ['应付|0.02|0.02 分段计算，四舍五入到分入 0.01|条「一」'],
  ],
  ['nothing to round', '比例 50%', ['1.00'], ['应付|0.50|1.00 × 50%|条「一」']],
  [
    'a guarantee',
    '比例 30%； 保底 45% 的 费用 当 类别 = 退休； 保底 90% 的 费用 当 类别 = 普通',
    ['100'],
    ['应付|30.00|100.00 × 30%|条「一」', '保底补足|15.00|保底 费用 100.00 × 45%|条「一」'],
  ],
  [
    'a loss',
    '比例 60%； 调整「退休」 比例 降低 15个百分点 当 类别 = 退休 单列',
    ['100'],
    ['应付|45.00|100.00 × 45%|条「一」', '因「退休」少付|15.00|条「一」'],
  ],
  [
    'the least share of the person',
    '比例 90%； 调整「退休」 比例 提高 9个百分点 当 类别 = 退休； 个人比例 不低于 5%',
    ['100'],
    ['比例|95%|90%，退休 +9个百分点，个人比例不低于 5%|条「一」'],
  ],
])('what is owed says how it comes about: %s', async (_, slots, costs, lines) => {
  const { 统筹 } = await ladderOf(layer(slots), costs, { person: { 类别: '退休' } });
  expect(统筹).toEqual(expect.arrayContaining(lines));
});

test('a recomputed year shows the year, what was paid, and what is made up for', async () => {
  const bands = '比例 分段 按 绝对额 年内累计 { 不超过200元：50%； 超过200元：100% }';
  const rules = layer(`年内 补差； ${bands}`);
  const { 统筹 } = await ladderOf(rules, ['100', '300']);
  expect(统筹).toContain(
    '应付|250.00|年内费用 400.00，起付线以上 400.00 分段计算，减年内已付 50.00|条「一」',
  );
});

test('what a recomputed year owes beyond the claim at hand is shown apart', async () => {
  const rates = '比例 自 2023-01-01 50%； 比例 自 2023-02-01 90%';
  const { 统筹 } = await ladderOf(layer(`年内 补差； ${rates}`), ['1000', '100']);
  expect(统筹?.slice(-2)).toEqual(['支付|100.00|条「一」', '追补以前的结算|390.00|条「一」']);
});

test('caps show the adjusted number, and the cut stands behind the one that cut', async () => {
  const slots = `比例 100%； 限额「月」 每月 80元； 限额「年」 每年 200元；
    调整「退休」 限额「月」 提高 10元 当 类别 = 退休；`;
  const { 统筹 } = await ladderOf(layer(slots), ['100'], { person: { 类别: '退休' } });
  expect(统筹).toEqual(
    expect.arrayContaining([
      '超过限额「月」|10.00|每月 80.00，退休 +10.00，调整后 90.00，此前已付 0.00|条「一」',
      '超过限额「年」|每年 200.00，此前已付 0.00|条「一」',
    ]),
  );
});

test('a cap that a case adjusts is shown as that case has it', async () => {
  const slots = `比例 100%； 限额 每年 80元；
    情形「退休」：类别 = 退休 { 调整「优待」 限额 乘 1.5 }`;
  const person = { 类别: '退休' };
  const { 统筹 } = await ladderOf(layer(slots), ['100'], { person });
  expect(统筹).toContain(
    '超过限额|0.00|每年 80.00，优待 × 150%，调整后 120.00，此前已付 0.00|条「一」',
  );
  const { 统筹: plain } = await ladderOf(layer(slots), ['100']);
  expect(plain).toContain('超过限额|20.00|每年 80.00，此前已付 0.00|条「一」');
});

test('a pool that cuts is named, with what it paid before, in this claim too', async () => {
  const rules = `层 甲 { 支付方 统筹基金； 适用日 结算日期； 基数 费用； 比例 50% }
    层 乙 { 支付方 居民大病； 适用日 结算日期； 基数 余额； 比例 100%； 限额 每年 1000元 }
    限额池「两层」 每年 250元 { 甲、乙 }
    层序 总额 费用 { 甲； 乙； 现金 其余 }`;
  const { 乙 } = await ladderOf(rules, ['100', '200']);
  expect(乙).toEqual(
    expect.arrayContaining([
      '超过限额|每年 1,000.00，此前已付 50.00|条「一」',
      '超过限额池「两层」|50.00|每年 250.00，此前已付 200.00|条「一」',
      '支付|50.00|条「一」',
    ]),
  );
});

test('a cost limit says what it admits', async () => {
  const { 统筹 } = await ladderOf(layer('费用限额 每年 150元 起付前； 比例 50%'), ['100', '100']);
  expect(统筹).toContain('费用限额以外|50.00|每年 150.00，此前已计 100.00|条「一」');
});

test('the formulas are in English too', async () => {
  const slots = '起付 每就诊 50元 { 年内合计 不超过 70元 }； 比例 50%； 限额 每年 10元';
  const { 统筹 } = await ladderOf(layer(slots), ['100', '100.01'], {}, 'en');
  expect(统筹).toEqual([
    'base|100.01|费用 100.01|条「一」',
    'deductible|20.00|50.00 per visit, 0.00 taken before, at most 70.00 in the year, of which 50.00 taken|条「一」',
    'rate|50%|条「一」',
    'due|40.01|80.01 × 50%, 0.005 on by rounding half up to fen|条「一」',
    'over the cap|40.01|10.00 per year, 10.00 paid before|条「一」',
    'paid|0.00|条「一」',
    "the person's ratio part|40.00|条「一」",
  ]);
});

test('where no case holds, the slots of 其余 explain the numbers', async () => {
  const rules = layer(
    '限额 每年 100元； 情形「退休」：类别 = 退休 { 比例 80% } 其余 { 比例 50%； 限额 每年 300元 }',
  );
  const { 统筹: lines } = await ladderOf(rules, ['400']);
  expect(lines).toContain('应付|200.00|400.00 × 50%|条「一」');
  expect(lines).toContain('超过限额|0.00|每年 300.00，此前已付 0.00|条「一」');
});
