import { buildLadder, readJson } from '@tiaoli/settlement';
import { expect, test } from 'vitest';
import { linkPolicies } from './open-policies.ts';
import { openSettler } from './open-settler.ts';
import { resolveReference } from './resolve-reference.ts';
import { settleCase } from './settle-case.ts';

const text = `文件「省年度账」 { 标识 t.fund； 层级 省 甲省； 施行 自 2025-01-01； 取整 四舍五入到分 }
参数 分担比例：比例 { 自 2025-01-01 = 50%； 自 2026-01-01 = 25% }
实体 省年度 别名 "years" 期 年度 序 年末日、省份 {
  输入 省份：文本； 输入 年末日：日期 2025-01-01..2099-12-31； 输入 余额：金额 0元..100亿元；
  定义 申请合计：金额 = 合计(市年度.申请)；
  定义 兑付率：比例 { 情形「够」：申请合计 不超过 余额：100%； 其余：商(余额, 申请合计) 取整 舍去到6位小数 }
  定义 够用：布尔 = 申请合计 不超过 余额；
  定义 余款：金额 { 情形「够」：申请合计 不超过 余额：余额 − 申请合计； 其余 不适用 }
  定义 半余款：金额 { 情形「有」：有 余款：余款 取整 舍去到元； 其余：0元 }
}
实体 市年度 别名 "cities" 属 省年度 {
  输入 市：文本； 输入 缺口：金额 0元..100亿元；
  定义 申请：金额 = 分担比例 × 缺口 取整 四舍五入到分；
}
`;

async function linesOf(year: object): Promise<readonly string[]> {
  const policies = await linkPolicies([{ path: 'fund.tiaoli', text }]);
  const { reference } = resolveReference(policies, 't.fund');
  const opened = reference && openSettler(policies, reference, { explained: true });
  const [node] = readJson('x.json', JSON.stringify({ years: [{ id: '甲省', ...year }] })).values;
  if (!opened?.settler || !node) throw new Error(JSON.stringify(opened?.diagnostics));
  const settled = settleCase(opened.settler, node, { trace: true, language: 'zh' });
  const [claim] = settled.kind === 'settled' ? settled.settlement.claims : [];
  if (claim?.kind !== 'settled') throw new Error(JSON.stringify(settled));
  const { cost, layers } = buildLadder(claim);
  expect(layers).toEqual([]);
  return cost.map(({ label, amount }) => `${label.zh} ${amount}`);
}

const cities = [
  { 市: '一市', 缺口: '100.01' },
  { 市: '二市', 缺口: '200' },
];

test.each([
  [
    { 年末日: '2025-12-31', 余额: '100', cities },
    [
      '申请合计 150.01',
      '兑付率 66.6622%',
      '够用 ✗',
      '余款 —',
      '半余款 0.00',
      '一市：申请 50.01',
      '二市：申请 100.00',
    ],
  ],
  [
    { 年末日: '2026-12-31', 余额: '100.55', cities: cities.slice(1) },
    ['申请合计 50.00', '兑付率 100%', '够用 ✓', '余款 50.55', '半余款 50.00', '二市：申请 50.00'],
  ],
])(
  'a year without layers shows its results, then those of its records: %#',
  async (year, lines) => {
    expect(await linesOf(year)).toEqual(lines);
  },
);
