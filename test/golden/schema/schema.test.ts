import { emitJsonSchema } from '@tiaoli/compiler';
import { fenLiteral, integer, money, rate } from '@tiaoli/ir';
import {
  item,
  person,
  testAccumulator,
  testDefinition,
  testEnumeration,
  testId,
  testInput,
  testModule,
} from '@tiaoli/ir/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

const group = testId('类别');

const module = testModule({
  declarations: [
    testEnumeration('类别', ['普通', '低保']),
    testInput('费用', money, { low: '0', high: '100000', alias: 'cost', question: '费用多少？' }),
    testInput('系数', rate, { places: 2 }),
    testInput('天数', integer, { low: '1', high: '30', default: fenLiteral(1) }),
    testInput('补助', money, { optional: true }),
    testInput('类别', { kind: 'set', enumeration: group }, { entity: person, atMost: 1 }),
    testInput(
      '身份',
      { kind: 'enumeration', enumeration: group },
      { entity: person, spells: true },
    ),
    testInput('金额', money, { entity: item }),
  ],
  definitions: [testDefinition('支付', fenLiteral(1))],
  accumulators: [
    testAccumulator('起付.本年', '支付'),
    testAccumulator('按院', '支付', { by: [fenLiteral(1)] }),
  ],
});

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  validateFormats: false,
});
const { input, output } = emitJsonSchema(module);
const accepts = ajv.compile(input);
const acceptsResult = ajv.compile(output);

const claims = [{ id: '1', 费用: '100.00' }];

describe('a case', () => {
  test.each<{ name: string; value: unknown; accepted: boolean }>([
    { name: 'the least', value: { claims }, accepted: true },
    { name: 'no claims', value: { claims: [] }, accepted: false },
    { name: 'nothing', value: {}, accepted: false },
    { name: 'the English name', value: { claims: [{ cost: '0.5' }] }, accepted: true },
    { name: 'both names', value: { claims: [{ cost: '1', 费用: '1' }] }, accepted: false },
    { name: 'the declared name of the entity', value: { 结算: claims }, accepted: true },
    { name: 'an amount as a number', value: { claims: [{ 费用: 100 }] }, accepted: false },
    { name: 'three decimals of a yuan', value: { claims: [{ 费用: '1.005' }] }, accepted: false },
    { name: 'a rate within its decimals', value: { claims: [{ 系数: '0.65' }] }, accepted: true },
    { name: 'a rate beyond them', value: { claims: [{ 系数: '0.655' }] }, accepted: false },
    { name: 'an integer', value: { claims: [{ 天数: 30 }] }, accepted: true },
    { name: 'an integer beyond its domain', value: { claims: [{ 天数: 31 }] }, accepted: false },
    { name: 'none where it may be', value: { claims: [{ 补助: null }] }, accepted: true },
    { name: 'none where it may not', value: { claims: [{ 费用: null }] }, accepted: false },
    { name: 'an unknown field', value: { claims: [{ 费用额: '1' }] }, accepted: false },
    { name: 'items', value: { claims: [{ items: [{ 金额: '2' }] }] }, accepted: true },
    { name: 'a person', value: { person: { 类别: ['低保'] }, claims }, accepted: true },
    {
      name: 'too many members',
      value: { person: { 类别: ['低保', '普通'] }, claims },
      accepted: false,
    },
    { name: 'no member', value: { person: { 类别: ['特困'] }, claims }, accepted: false },
    {
      name: 'spells',
      value: { person: { 身份: [{ from: '2024-01-01', value: '低保' }] }, claims },
      accepted: true,
    },
    {
      name: 'state',
      value: { claims, state: { '起付.本年': '12.5', '按院[a]': '1' } },
      accepted: true,
    },
    { name: 'an unknown accumulator', value: { claims, state: { 起付: '1' } }, accepted: false },
  ])('$name: $accepted', ({ value, accepted }) => {
    expect(accepts(value)).toBe(accepted);
  });

  test('an input says what it asks, its domain and its name', () => {
    expect(JSON.stringify(input)).toContain(
      '"title":"费用","description":"费用多少？ 0元至1000元"',
    );
  });
});

test.each<{ name: string; result: unknown; accepted: boolean }>([
  { name: 'a value', result: { value: '1.00', kind: 'money', status: 'value' }, accepted: true },
  {
    name: 'not applicable',
    result: { value: null, kind: 'money', status: 'not-applicable', reason: '不符合' },
    accepted: true,
  },
  {
    name: 'a value of nothing',
    result: { value: null, kind: 'money', status: 'value' },
    accepted: false,
  },
  { name: 'no status', result: { value: '1.00', kind: 'money' }, accepted: false },
])('a result with $name: $accepted', ({ result, accepted }) => {
  const whole = {
    document: 'd',
    version: '2024-01-01',
    on: '2024-01-01',
    jurisdiction: '',
    outputs: { 支付: result },
    claims: [{ id: '1', outputs: { 支付: result } }],
    state: {},
    missing: [],
  };
  expect(acceptsResult(whole)).toBe(accepted);
});
