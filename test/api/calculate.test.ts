import { publishVersion } from '@tiaoli/workspace';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schemaErrors } from '../cli/schemas.ts';
import { personOf } from '../store/world.ts';
import type { ApiWorld } from './api-world.ts';
import { startApiWorld } from './api-world.ts';

const text = `语言 1

文件「支付办法」 { 标识 province.rules； 层级 省 甲省； 施行 自 2024-01-01； 取整 四舍五入到分； 年度 自 1月1日； }

枚举 支付方 { 统筹基金 "hifp_pay" 基金； 现金 "psn_cash_pay"； }
实体 参保人 期 年度 { }
实体 结算 属 参保人 序 结算日期、结算号 {
  输入 结算号：文本； 输入 结算日期：日期； 输入 费用：金额 0元..100万元；
}

条「支付」 出处 "原文" {
  层 住院统筹 { 支付方 统筹基金； 适用日 结算日期； 基数 费用； 起付 每次 1000元； 比例 60%； }
  层序 总额 费用 { 住院统筹； 现金 其余； }
}
`;

/** What a city sets under the province's text. */
const city = `语言 1

文件「甲市支付办法」 { 标识 city.rules； 层级 市 甲市 属 甲省； 施行 自 2024-03-01； 依据 province.rules； 取整 四舍五入到分； }

条「执行全省标准」 出处 "原文" {
  算例「按全省标准」 { 结算 { 结算日期：2024-05-01； 费用：2000元 } 期望 { 住院统筹 = 600元 } }
}
`;

let api: ApiWorld;
let version: { readonly id: string; readonly hash: string };

beforeAll(async () => {
  api = await startApiWorld('embedded');
  const { store, world } = api;
  const outcome = await publishVersion(store, personOf(world, 'province', 'publisher'), {
    ...{ documentId: world.documents.province.id, path: 'policies/province.tiaoli', text },
    ...{ effectiveFrom: '2024-01-01', beside: new Map() },
  });
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
  version = outcome.value;
}, 300_000);
afterAll(async () => {
  expect(api.defects).toEqual([]);
  await api.under.stop();
}, 60_000);

const calculate = (body: unknown) =>
  api.ask('sister analyst', 'POST', `/versions/${version.id}/calculate`, { body });
const claim = (amount: string) =>
  `{"claims":[{"id":"1","结算日期":"2024-05-01","费用":${amount}}]}`;

test('a case under a version: the keys of the command, and the hash of the version', async () => {
  const answer = await calculate(`{"case":${claim('"2000.05"')}}`);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  expect(schemaErrors('calc.schema.json', answer.json)).toEqual([]);
  // (2,000.05 − 1,000) × 60%
  expect(answer.json.claims[0].outputs.住院统筹).toMatchObject({ value: '600.03' });
  expect(answer.headers.get('tiaoli-version')).toBe(version.hash);
  expect(answer.json.trace).toBeUndefined();
});

test('every step, where it is asked for', async () => {
  const traced = await calculate(`{"case":${claim('"500"')},"trace":true,"on":"2024-05-01"}`);
  expect(traced.json.trace.length).toBeGreaterThan(0);
});

test('an amount is text to the fen: a number is refused, and nothing is rounded', async () => {
  const exact = await calculate(`{"case":${claim('"99999.99"')}}`);
  expect(exact.json.claims[0].outputs.住院统筹.value).toBe('59399.99');
  for (const amount of ['99999.99', '"99999.990000000000000001"']) {
    expect((await calculate(`{"case":${claim(amount)}}`)).status, amount).toBe(422);
  }
});

test('the variables of a version are schemas of what it takes and gives', async () => {
  const { json } = await api.ask('sister analyst', 'GET', `/versions/${version.id}/variables`);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const [input, output] = [ajv.compile(json.input), ajv.compile(json.output)];
  const given = JSON.parse(claim('"2000.05"'));
  expect(input(given), JSON.stringify(input.errors)).toBe(true);
  expect(input({ claims: [{ 没有的: 1 }] })).toBe(false);
  const { findings: _, ...result } = (await calculate({ case: given })).json;
  expect(output(result), JSON.stringify(output.errors)).toBe(true);
  expect(output({ ...result, outputs: { 住院统筹: 1 } })).toBe(false);
});

test.each([
  [{}, 400],
  [{ case: 1 }, 400],
  [{ case: { claims: [{ id: '1', 结算日期: '2024-05-01', 没有的: 1 }] } }, 422],
  [{ case: {}, on: '2024-02-30' }, 400],
  [{ case: {}, jurisdiction: '火星' }, 422],
])('%j is %i', async (body, status) => {
  expect((await calculate(body)).status).toBe(status);
});

test('a city is settled under the text of the province that is in force on the day of each claim', async () => {
  const { store, world } = api;
  const publish = async (who: 'province' | 'city', file: string, from: string) => {
    const { document, ...rest } = {
      document: world.documents[who],
      path: `policies/${who}.tiaoli`,
    };
    const outcome = await publishVersion(store, personOf(world, who, 'publisher'), {
      ...{ ...rest, documentId: document.id, text: file, effectiveFrom: from, beside: new Map() },
    });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value;
  };
  const { id } = await publish('city', city, '2024-03-01');
  const later = text.replace('2024-01-01', '2024-07-01').replace('1000元', '1200元');
  await publish('province', later, '2024-07-01');
  const claims = ['2024-05-01', '2024-06-30', '2024-07-01'].map((结算日期, at) => {
    return { id: `${at}`, 结算日期, 费用: '2000' };
  });
  const ask = (body: object) =>
    api.ask('sister analyst', 'POST', `/versions/${id}/calculate`, { body: JSON.stringify(body) });
  const answer = await ask({ case: { claims } });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  const paid = (claim: { outputs: Record<string, { value: string }> }) =>
    claim.outputs.住院统筹?.value;
  // (2,000 − 1,000) × 60%, and from July on (2,000 − 1,200) × 60%.
  expect(answer.json.claims.map(paid)).toEqual(['600.00', '600.00', '480.00']);
  const pinned = await ask({ case: { claims }, on: '2024-07-01' });
  expect(pinned.json.claims.map(paid)).toEqual(['480.00', '480.00', '480.00']);
});
