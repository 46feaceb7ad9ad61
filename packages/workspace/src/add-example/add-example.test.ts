import { parseDate } from '@tiaoli/base';
import { createFormatter } from '@tiaoli/language';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleCases } from '../calculator/example-cases.ts';
import type { Policies } from '../open-policies.ts';
import { linkPolicies } from '../open-policies.ts';
import { realPolicies } from '../testing.ts';
import type { AddedExample } from './add-example.ts';
import { addExample } from './add-example.ts';

let policies: Policies;

beforeAll(async () => {
  policies = await realPolicies();
});

type Added = Extract<AddedExample, { kind: 'added' }>;

async function added(request: Parameters<typeof addExample>[1]): Promise<Added> {
  const answer = await addExample(policies, request);
  if (answer.kind !== 'added') throw new Error(JSON.stringify(answer.diagnostics, undefined, 1));
  return answer;
}

async function codes(request: Parameters<typeof addExample>[1]): Promise<readonly string[]> {
  const answer = await addExample(policies, request);
  return answer.kind === 'refused' ? answer.diagnostics.map(({ code }) => code) : [];
}

const path = 'policies/shanxi/taiyuan/resident-inpatient-2023.tiaoli';
const claim = { 结算日期: '2023-05-01', 收费类别: '二类市省', 甲类费用: '10000' };

test('one claim: what each layer pays and what the person bears are expected', async () => {
  const input = { person: { age: 65 }, claims: [claim] };
  const { text, line, example } = await added({ path, name: '新的一例', input });
  expect(example).toBe(
    [
      '算例「新的一例」 {',
      '  参保人 { 年龄：65 }',
      '  结算 { 收费类别：二类市省； 结算日期：2023-05-01； 甲类费用：1万元 }',
      '  期望 { 住院统筹 = 6650元； 大病保险 = 0元； 个人负担 = 3350元 }',
      '}',
    ].join('\n'),
  );
  const before = policies.texts.get(path) ?? '';
  expect(text).toBe(`${before}\n${example}\n`);
  expect(text.split('\n')[line - 1]).toBe('算例「新的一例」 {');
});

test('a year of claims has totals, and results may be chosen', async () => {
  const claims = [claim, { ...claim, 结算日期: '2023-08-01', 甲类费用: '200000.50' }];
  const expected = ['住院统筹', '住院统筹.起付', '个人负担'];
  const { example } = await added({ path, name: '两次', input: { claims }, expected });
  expect(example.match(/期望/g)).toHaveLength(3);
  expect(example).toContain('合计 期望');
  expect(example).toContain('甲类费用：200000.50元');
  expect(example).not.toContain('大病保险 =');
});

test('a voided claim is written behind the others, which are settled without it', async () => {
  const second = { ...claim, 结算日期: '2023-08-01' };
  const input = { claims: [{ ...claim, void: true }, second] };
  const { example } = await added({ path, name: '作废一笔', input });
  const [alone] = (
    await added({ path, name: '作废一笔', input: { claims: [second] } })
  ).example.split('\n}');
  expect(example).toBe(
    `${alone}\n  结算 作废 { 收费类别：二类市省； 结算日期：2023-05-01； 甲类费用：1万元 }\n}`,
  );
});

test('what was accumulated before, items, and a place', async () => {
  const items = [
    { 类别: '甲', 金额: '1000' },
    { 类别: '乙', 金额: '200', 超限价: '5.5' },
  ];
  const { 甲类费用: _, ...rest } = claim;
  const input = { claims: [{ ...rest, items }], state: { '住院统筹.支付.本年': '69000' } };
  const { example } = await added({ path, name: '明细', input, jurisdiction: '太原市' });
  expect(example).toContain('地区 太原市；');
  expect(example).toContain('之前 { 住院统筹.支付.本年 = 69000元 }');
  expect(example.match(/明细 \{/g)).toHaveLength(2);
});

describe('a document is left as it is but for the example', () => {
  const ofCity = (text: string) => linkPolicies([...sourcesBut(path), { path, text }]);
  const sourcesBut = (left: string) =>
    [...policies.texts]
      .filter(([each]) => each !== left)
      .map(([each, text]) => ({ path: each, text }));

  test.each([
    ['not canonical', (text: string) => text.replace('；', ';').replace('  标识', '\t标识')],
    ['no line end', (text: string) => text.trimEnd()],
    ['line ends of another system', (text: string) => text.replaceAll('\n', '\r\n')],
    ['empty lines at the end', (text: string) => `${text}\n\n`],
  ])('%s', async (_, change) => {
    const text = change(policies.texts.get(path) ?? '');
    const request = { path, name: '新', input: { claims: [claim] } };
    const answer = await addExample(await ofCity(text), request);
    if (answer.kind !== 'added') throw new Error(JSON.stringify(answer));
    expect(answer.text.startsWith(text)).toBe(true);
    expect(answer.text.split('\n')[answer.line - 1]?.trimEnd()).toBe('算例「新」 {');
  });

  test('English keywords stay English', async () => {
    const english = createFormatter().format(
      { path, text: policies.texts.get(path) ?? '' },
      { keywords: 'en' },
    ).text;
    const request = { path, name: '新', input: { claims: [claim] } };
    const answer = await addExample(await ofCity(english ?? ''), request);
    expect(answer.kind === 'added' && answer.example).toMatch(/^example 「新」/);
  });
});

describe('refused', () => {
  const input = { claims: [claim] };
  const taken = '一类医院三次住院，每次2万元';
  test.each([
    [{ path, name: '', input }, 'example-name'],
    [{ path, name: '一\n二', input }, 'example-name'],
    [{ path, name: '甲」乙', input }, 'example-name'],
    [{ path, name: taken, input }, 'example-name-taken'],
    [{ path, name: '缺', input: { claims: [{ 结算日期: '2023-05-01' }] } }, 'example-incomplete'],
    [{ path, name: '错', input: { claims: [{ ...claim, 收费类别: '五类' }] } }, 'wrong-value'],
    [{ path: 'policies/none.tiaoli', name: '无', input }, 'unknown-document'],
    [
      { path, name: '引号', input: { claims: [{ ...claim, 就诊号: '一"二' }] } },
      'example-not-expressible',
    ],
    [
      {
        path,
        name: '去年的',
        input: {
          ...input,
          state: { '住院统筹.支付.本年': '1' },
          stateInstances: { '住院统筹.支付.本年': '2022' },
        },
      },
      'example-not-expressible',
    ],
  ])('%j', async (request, code) => {
    expect(await codes(request)).toEqual([code]);
  });
});

test('an example of each province’s policies, as a case, is written back as the same example', async () => {
  let written = 0;
  for (const header of policies.language.documents()) {
    const { id, path } = header;
    if (!/\/(shanxi|shandong|qinghai)\//.test(path)) continue;
    const [given] = exampleCases(policies, { id, headers: [header] });
    if (!given) continue;
    const { name, place, on, input } = given;
    const day = on === undefined ? undefined : parseDate(on);
    const { example: text } = await added({
      path,
      name: `${name}（再）`,
      input,
      ...(place !== undefined && { jurisdiction: place }),
      ...(day !== undefined && { on: day }),
    });
    expect(text).toContain('期望');
    written += 1;
  }
  expect(written).toBeGreaterThan(8);
});
