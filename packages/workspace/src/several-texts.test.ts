import { parseDate } from '@tiaoli/base';
import type { Source } from '@tiaoli/language';
import { readJson } from '@tiaoli/settlement';
import { expect, test } from 'vitest';
import { bindScenario } from './bind-scenario.ts';
import { checkStatements } from './check-policies.ts';
import { compileDocument } from './compile-document.ts';
import type { Policies } from './open-policies.ts';
import { linkPolicies } from './open-policies.ts';
import { openSettler } from './open-settler.ts';
import { resolveReference } from './resolve-reference.ts';
import { runExamples } from './run-examples.ts';
import { settleCase } from './settle-case.ts';
import { unifyProvince } from './unify/unify-province.ts';

// A province replaces its text by another of the same 标识, and the texts of its cities go on.

const common = `文件「公共」 { 标识 t.common； 层级 国家； 施行 自 2000-01-01； 取整 四舍五入到分； 年度 自 1月1日 }
枚举 支付方 { 统筹基金 "hifp_pay" 基金； 现金 "psn_cash_pay" }
实体 参保人 期 年度 { 输入 年龄：整数 0..130 }
实体 结算 属 参保人 序 结算日期、结算号 {
  输入 结算号：文本； 输入 结算日期：日期； 输入 费用：金额 0元..100万元 }
`;

interface ProvinceText {
  readonly from: string;
  readonly deductible: number;
  readonly highest?: string;
}

function provinceFile({ from, deductible, highest = '70%' }: ProvinceText): Source {
  const text = `文件「甲省${from}」 { 标识 t.province； 层级 省 甲省； 施行 自 ${from}； 依据 t.common； 取整 四舍五入到分 }
参数 支付比例：比例 = 60%；
授权 市 确定 支付比例 不低于 50% 不高于 ${highest}；
层 住院统筹 { 支付方 统筹基金； 适用日 结算日期； 基数 费用； 起付 每次 ${deductible}元； 比例 支付比例 }
层序 总额 费用 { 住院统筹； 现金 其余 }
`;
  return { path: `province-${from}.tiaoli`, text };
}

function cityFile(from: string, rate: string, rest = ''): Source {
  const text = `文件「甲市${from}」 { 标识 t.city； 层级 市 甲市 属 甲省； 施行 自 ${from}； 依据 t.province； 取整 四舍五入到分 }
据 t.province { 确定 支付比例 = ${rate} }
${rest}`;
  return { path: `city-${from}.tiaoli`, text };
}

const before = provinceFile({ from: '2019-01-01', deductible: 500 });
const after = provinceFile({ from: '2024-01-01', deductible: 800 });

function linked(...files: readonly Source[]): Promise<Policies> {
  return linkPolicies([{ path: 'common.tiaoli', text: common }, ...files]);
}

/** What the fund pays of 1,800 yuan each, in the order of the days. */
function paidOn(policies: Policies, document: string, days: readonly string[]) {
  const { reference } = resolveReference(policies, document);
  const { settler, diagnostics } = reference
    ? openSettler(policies, reference, { jurisdiction: '甲市' })
    : { diagnostics: [] };
  const claims = days.map((结算日期, at) => ({ id: `${at}`, 结算日期, 费用: '1800' }));
  const [node] = readJson('case.json', JSON.stringify({ claims })).values;
  if (!settler || !node) throw new Error(JSON.stringify(diagnostics));
  const settled = settleCase(settler, node, { language: 'zh' });
  if (settled.kind === 'refused') throw new Error(JSON.stringify(settled.diagnostics));
  return settled.result.claims.map(({ outputs }) => outputs.住院统筹?.value);
}

function errorsOf(policies: Policies): readonly string[] {
  return checkStatements(policies)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${span.file} ${code}`);
}

test('a city is settled under the text of the province that is in force on the day', async () => {
  const policies = await linked(before, after, cityFile('2021-01-01', '65%'));
  expect(errorsOf(policies)).toEqual([]);
  const days = ['2022-06-01', '2023-12-31', '2024-01-01', '2025-06-01'];
  // (1,800 − 500) × 65%, and from 2024 on (1,800 − 800) × 65%.
  const paid = ['845.00', '845.00', '650.00', '650.00'];
  expect(paidOn(policies, 't.city', days)).toEqual(paid);
  expect(paidOn(policies, 't.province', days)).toEqual(paid);
  expect(paidOn(policies, 't.city@2025-06-01', ['2025-06-01'])).toEqual(['650.00']);
});

test('a province is settled under the text of the city that is in force on the day', async () => {
  const texts = [cityFile('2021-01-01', '65%'), cityFile('2025-01-01', '70%')];
  const policies = await linked(before, after, ...texts);
  expect(errorsOf(policies)).toEqual([]);
  const days = ['2020-06-01', '2022-06-01', '2024-06-01', '2025-06-01'];
  // Nobody had set anything in 2020: (1,800 − 500) × 60%.
  const paid = ['780.00', '845.00', '650.00', '700.00'];
  expect(paidOn(policies, 't.province', days)).toEqual(paid);
  expect(paidOn(policies, 't.city', days.slice(1))).toEqual(paid.slice(1));
});

test('examples, calculators, scenarios and the matrix are of the day, too', async () => {
  const example = `算例「2025年」 { 结算 { 结算日期：2025-06-01； 费用：1800元 } 期望 { 住院统筹 = 650元 } }`;
  const policies = await linked(before, after, cityFile('2021-01-01', '65%', example));
  expect(runExamples(policies, () => true).examples.map(({ passed }) => passed)).toEqual([true]);
  const { reference } = resolveReference(policies, 't.city');
  if (!reference) throw new Error('t.city is there');
  const { files } = compileDocument(policies, reference, { target: 'js', jurisdiction: '甲市' });
  expect(files.map(({ name }) => name).filter((name) => !name.includes('traced'))).toEqual([
    ...['t.city@2021-01-01.js', 't.city@2021-01-01.d.ts'],
    ...['t.city@2024-01-01.js', 't.city@2024-01-01.d.ts'],
  ]);
  const { scenario } = bindScenario({ policies, reference: 't.city' });
  expect(scenario?.identity.on).toBe('2024-01-01');
  const on = parseDate('2025-06-01') ?? 0;
  const { matrix } = unifyProvince(policies, { province: '甲省', on });
  expect(matrix?.parameters.map(({ state }) => state)).toEqual(['different']);
});

test('what a city set falls out of the bounds of the later text', async () => {
  const narrow = provinceFile({ from: '2024-01-01', deductible: 800, highest: '62%' });
  const open = await linked(before, narrow, cityFile('2021-01-01', '65%'));
  expect(errorsOf(open)).toEqual(['city-2021-01-01.tiaoli above-upper-bound']);
  const ended = await linked(before, narrow, cityFile('2021-01-01 至 2023-12-31', '65%'));
  expect(errorsOf(ended)).toEqual([]);
});

test('two files of one document that begin on the same day are both checked', async () => {
  const city = cityFile('2021-01-01', '75%');
  const twin = { ...cityFile('2021-01-01', '45%'), path: 'twin.tiaoli' };
  const policies = await linked(before, city, twin);
  expect(errorsOf(policies)).toEqual([
    'city-2021-01-01.tiaoli above-upper-bound',
    'twin.tiaoli below-lower-bound',
  ]);
});
