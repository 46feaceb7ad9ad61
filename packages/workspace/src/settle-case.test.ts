import type { Diagnostic } from '@tiaoli/base';
import type { Source } from '@tiaoli/language';
import type { CaseResult } from '@tiaoli/settlement';
import { readJson } from '@tiaoli/settlement';
import { expect, test } from 'vitest';
import { linkPolicies } from './open-policies.ts';
import { openSettler } from './open-settler.ts';
import { resolveReference } from './resolve-reference.ts';
import { settleCase } from './settle-case.ts';

const common = `文件「公共」 { 标识 t.common； 层级 国家； 施行 自 2000-01-01； 取整 四舍五入到分； 年度 自 1月1日 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金； 现金 "psn_cash_pay" }
枚举 在职状态 { 在职； 退休 }
实体 参保人 期 年度 { 输入 在职状态：在职状态 按日 缺省 在职 }
实体 结算 属 参保人 序 结算日期、结算号 {
  输入 结算号：文本； 输入 结算日期：日期； 输入 就诊号：文本； 输入 费用：金额 0元..100万元 }
`;

function cityFile(title: string, from: string, rate: string, deductible: string): string {
  return `文件「${title}」 { 标识 t.city； 层级 市 甲市 属 甲省； 施行 自 ${from}； 依据 t.common； 取整 四舍五入到分 }
层 住院统筹 { 支付方 统筹基金； 适用日 结算日期； 基数 费用； 起付 ${deductible}； 比例 ${rate}；
  调整「退休」 比例 提高 5个百分点 当 在职状态 = 退休； 限额 每年 2万元 }
层序 总额 费用 { 住院统筹； 现金 其余 }
`;
}

const twoFiles = [
  { path: 'common.tiaoli', text: common },
  { path: 'city-2023.tiaoli', text: cityFile('甲市2023', '2023-01-01', '60%', '每次 1000元') },
  { path: 'city-2024.tiaoli', text: cityFile('甲市2024', '2023-07-01', '70%', '每就诊 1000元') },
];

async function settleText(text: string, document: string, files: readonly Source[]) {
  const policies = await linkPolicies(files);
  const { reference, diagnostics } = resolveReference(policies, document);
  expect(diagnostics).toEqual([]);
  const opened = reference && openSettler(policies, reference);
  const [node] = readJson('case.json', text).values;
  if (!opened?.settler || !node) throw new Error(JSON.stringify(opened?.diagnostics));
  return settleCase(opened.settler, node, { language: 'zh' });
}

async function settle(
  input: object,
  document = 't.city',
  files: readonly Source[] = twoFiles,
): Promise<CaseResult> {
  const settled = await settleText(JSON.stringify(input), document, files);
  if (settled.kind === 'refused') throw new Error(JSON.stringify(settled.diagnostics));
  return settled.result;
}

async function refusals(text: string): Promise<readonly Diagnostic[]> {
  const settled = await settleText(text, 't.city', twoFiles);
  return settled.kind === 'refused' ? settled.diagnostics : [];
}

function claim(id: string, 结算日期: string, 费用: string, rest: object = {}) {
  return { id, 结算日期, 费用, 就诊号: id, ...rest };
}

test('claims on both sides of a change of files carry the state on', async () => {
  const claims = [claim('1', '2023-06-30', '20000'), claim('2', '2023-07-01', '20000')];
  const { claims: results, version } = await settle({ claims });
  // (20,000 − 1,000) × 60%; then (20,000 − 1,000) × 70% = 13,300, of which the cap leaves 8,600.
  expect(results.map(({ outputs }) => outputs.住院统筹?.value)).toEqual(['11400.00', '8600.00']);
  expect(version).toBe('t.city@2023-07-01');
});

test('a pinned version settles every claim under its rules', async () => {
  const claims = [claim('1', '2023-07-01', '20000')];
  const { outputs } = await settle({ claims }, 't.city@2023-01-01');
  expect(outputs.住院统筹?.value).toBe('11400.00');
});

test('claims are settled by day, then id, whatever their order in the file', async () => {
  const claims = [
    claim('b', '2023-02-01', '11000'),
    claim('a', '2023-02-01', '11000'),
    claim('c', '2023-01-01', '21000'),
  ];
  const { claims: results } = await settle({ claims });
  expect(results.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  // 12,000 + 6,000 leave 2,000 of the cap.
  expect(results.map(({ outputs }) => outputs.住院统筹?.value)).toEqual([
    '12000.00',
    '6000.00',
    '2000.00',
  ]);
});

test('two prescriptions of one visit bear one deductible, also from a state', async () => {
  const first = claim('1', '2023-08-01', '600', { 就诊号: 'v' });
  const second = claim('2', '2023-08-01', '600', { 就诊号: 'v' });
  const together = await settle({ claims: [first, second] });
  expect(together.outputs['住院统筹.起付']?.value).toBe('1000.00');
  const { state, stateInstances } = await settle({ claims: [first] });
  const later = await settle({ claims: [second], state, stateInstances });
  expect(later.outputs['住院统筹.起付']?.value).toBe('400.00');
  const other = { ...second, 就诊号: 'w' };
  const elsewhere = await settle({ claims: [other], state, stateInstances });
  expect(elsewhere.outputs['住院统筹.起付']?.value).toBe('600.00');
});

test('a fact with dated spells is read on the day of each claim', async () => {
  const person = {
    在职状态: [
      { to: '2023-03-31', value: '在职' },
      { from: '2023-04-01', value: '退休' },
    ],
  };
  const claims = [claim('1', '2023-03-31', '2000'), claim('2', '2023-04-01', '2000')];
  const { claims: results } = await settle({ person, claims });
  expect(results.map(({ outputs }) => outputs.住院统筹?.value)).toEqual(['600.00', '650.00']);
});

test('a field that an exotic key could reach is an unknown field', async () => {
  const claims = [claim('1', '2023-03-31', '2000')];
  const text = JSON.stringify({ claims }).replace(
    '{"claims"',
    '{"__proto__":{"费用":"1"},"claims"',
  );
  expect((await refusals(text)).map(({ code }) => code)).toEqual(['unknown-field']);
});

test('two claims of one id are refused, with the place of both', async () => {
  const claims = [
    claim('7', '2023-02-01', '1000'),
    claim('8', '2023-03-01', '1000'),
    claim('7', '2023-04-01', '1000'),
  ];
  const text = JSON.stringify({ claims });
  const [finding, ...rest] = await refusals(text);
  expect(rest).toEqual([]);
  expect(finding?.code).toBe('duplicate-claim');
  expect(finding?.message.zh).toBe('claims[2] 与前面一笔结算同号：「7」。');
  const places = [finding?.span, finding?.related[0]?.span].map((span) => span?.start.offset);
  expect(places).toEqual([text.lastIndexOf('"7","结算日期"'), text.indexOf('"7","结算日期"')]);
});

test('a claim without an id takes its position, which must be free as well', async () => {
  const { id: _, ...unnumbered } = claim('', '2023-04-01', '1000');
  const named = (id: string) =>
    JSON.stringify({ claims: [claim(id, '2023-02-01', '1'), unnumbered] });
  expect((await refusals(named('2'))).map(({ code }) => code)).toEqual(['duplicate-claim']);
  expect(await refusals(named('1'))).toEqual([]);
});

test('the version named is the one whose rules were in force on the date that governs', async () => {
  const text = cityFile('甲市', '2023-01-01', '自 2023-01-01 60%', '每次 0元')
    .replace('适用日 结算日期', '适用日 入院日期')
    .replace('限额', '比例 自 2023-07-01 70%； 限额');
  const files = [
    {
      path: 'common.tiaoli',
      text: common.replace('输入 就诊号', '输入 入院日期：日期； 输入 就诊号'),
    },
    { path: 'city.tiaoli', text },
  ];
  const claims = [
    claim('1', '2023-07-02', '1000', { 入院日期: '2023-06-30' }),
    claim('2', '2023-07-02', '1000', { 入院日期: '2023-07-01' }),
  ];
  const { claims: results } = await settle({ claims }, 't.city', files);
  expect(results.map(({ outputs, version }) => [outputs.住院统筹?.value, version])).toEqual([
    ['600.00', 't.city@2023-01-01'],
    ['700.00', 't.city@2023-07-01'],
  ]);
});

test('a voided claim is left out, what followed is settled again, and what changed is named', async () => {
  const claims = ['1', '2', '3'].map((id) => ({
    id,
    settledAt: `2023-0${id}-10`,
    就诊号: id,
    费用: id === '3' ? '30000' : '10000',
  }));
  const settle = (voided: readonly string[]) =>
    settleText(
      JSON.stringify({
        claims: claims.map((claim) => ({
          ...claim,
          ...(voided.includes(claim.id) && { void: true }),
        })),
      }),
      't.city',
      twoFiles,
    );
  const all = await settle([]);
  const without = await settle(['2']);
  if (all.kind !== 'settled' || without.kind !== 'settled') throw new Error('refused');
  expect(all.result.voided).toBeUndefined();
  // (10000 − 1000) × 60% twice, then 20000 − 10800 of (30000 − 1000) × 60%; without the second 20000 − 5400.
  expect(all.result.claims.map(({ outputs }) => outputs.住院统筹?.value)).toEqual([
    '5400.00',
    '5400.00',
    '9200.00',
  ]);
  expect(without.result.claims.map(({ id, outputs }) => [id, outputs.住院统筹?.value])).toEqual([
    ['1', '5400.00'],
    ['3', '14600.00'],
  ]);
  expect(without.result.state['住院统筹.支付.本年']).toBe('20000.00');
  expect(without.result.voided?.claims).toEqual(['2']);
  const changes = without.result.voided?.changes ?? [];
  expect(new Set(changes.map(({ claim }) => claim))).toEqual(new Set(['3']));
  const paid = changes.find(({ name }) => name === '住院统筹');
  expect([paid?.before.value, paid?.after.value]).toEqual(['9200.00', '14600.00']);
});

test.each([
  [{ void: true }, 'all-voided'],
  [{ 作废: 'yes' }, 'wrong-value'],
])('refuses %j with %s', async (more, code) => {
  const claim = { id: '1', settledAt: '2023-01-10', 就诊号: '1', 费用: '10000', ...more };
  const settled = await settleText(JSON.stringify({ claims: [claim] }), 't.city', twoFiles);
  expect(settled.kind === 'refused' && settled.diagnostics.map((each) => each.code)).toEqual([
    code,
  ]);
});
