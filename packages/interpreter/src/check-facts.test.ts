import { rational } from '@tiaoli/base';
import type { Declaration, ValueType } from '@tiaoli/ir';
import { compareTo, date, fenLiteral, inputRef, integer, money, rate, text } from '@tiaoli/ir';
import {
  day,
  item,
  nowhere,
  testEnumeration,
  testId,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { checkFacts } from './check-facts.ts';
import type { Spell, Value } from './values.ts';

const level: ValueType = { kind: 'enumeration', enumeration: 'd/级别' };
const kinds: ValueType = { kind: 'set', enumeration: 'd/级别' };

const declarations: readonly Declaration[] = [
  testEnumeration('级别', ['一级', '二级', '三级']),
  testInput('费用', money, { low: '0', high: '1000000' }),
  testInput('自费', money, { optional: true }),
  testInput('单价', { kind: 'unit-price' }),
  testInput('年龄', integer, { low: '0', high: '130' }),
  testInput('先付', rate, { places: 2 }),
  testInput('系数', { kind: 'decimal' }),
  testInput('日期', date, { low: String(day('2020-01-01')) }),
  testInput('医院', text),
  testInput('医院级别', level),
  testInput('身份', kinds, { atMost: 2 }),
  testInput('类别', level, { spells: true }),
  testInput('数量', integer, { entity: item, low: '1' }),
  {
    kind: 'invariant',
    id: testId('自费不超过费用'),
    name: '自费不超过费用',
    document: 'd',
    span: nowhere,
    entity: 'd/结算',
    condition: compareTo(
      { kind: 'or-else', operand: inputRef('d/自费'), fallback: fenLiteral(0) },
      '<=',
      inputRef('d/费用'),
    ),
  },
];
const program = testProgram({ declarations });

const codes: readonly (readonly [string, Value | null, readonly string[]])[] = [
  ['费用', rational(0), []],
  ['费用', rational(1_000_000), []],
  ['费用', rational(-1), ['input-too-low']],
  ['费用', rational(1_000_001), ['input-too-high']],
  ['费用', rational(1, 2), ['input-places']],
  ['费用', '100', ['input-type']],
  ['费用', null, ['input-absent']],
  ['自费', null, []],
  ['单价', rational(1, 10_000), []],
  ['单价', rational(1, 100_000), ['input-places']],
  ['年龄', rational(130), []],
  ['年龄', rational(131), ['input-too-high']],
  ['年龄', rational(7, 2), ['input-places']],
  ['先付', rational(1, 20), []],
  ['先付', rational(1, 3), ['input-places']],
  ['系数', rational(1, 3), []],
  ['日期', rational(day('2020-01-01')), []],
  ['日期', rational(day('2019-12-31')), ['input-too-low']],
  ['医院', '随便', []],
  ['医院', true, ['input-type']],
  ['医院级别', '三级', []],
  ['医院级别', '四级', ['input-member']],
  ['身份', new Set(['一级', '三级']), []],
  ['身份', new Set<string>(), []],
  ['身份', new Set(['一级', '二级', '四级']), ['input-member', 'input-too-many']],
  ['身份', '一级', ['input-type']],
  ['没有的', true, ['unknown-input']],
];

test.each(codes)('%s of %s: %j', (name, value, expected) => {
  const facts = { inputs: new Map([[testId(name), value]]), children: new Map() };
  expect(checkFacts(program, facts).map(({ code }) => code)).toEqual(expected);
});

test('a finding names the input, the bound and a way out, in both languages', () => {
  const inputs = new Map([['d/费用', rational(1_000_001)]]);
  expect(checkFacts(program, { inputs, children: new Map() })).toEqual([
    {
      code: 'input-too-high',
      inputs: ['d/费用'],
      records: [],
      message: {
        zh: '「费用」为10000.01元，高于允许的最大值10000元。',
        en: "'费用' is 10000.01 yuan, above the most allowed, 10000 yuan.",
      },
      hint: { zh: '给出不超过10000元的值。', en: 'Give at most 10000 yuan.' },
    },
  ]);
});

test('an invariant that does not hold names what it reads; one that cannot be told is left alone', () => {
  const both = new Map([
    ['d/费用', rational(100)],
    ['d/自费', rational(101)],
  ]);
  expect(checkFacts(program, { inputs: both, children: new Map() })).toMatchObject([
    {
      code: 'invariant-broken',
      inputs: ['d/自费', 'd/费用'],
      message: { zh: '不满足约束「自费不超过费用」：自费（不适用时为0元） ≤ 费用。' },
      hint: { zh: '核对这些输入：自费、费用。' },
    },
  ]);
  const one = new Map([['d/自费', rational(101)]]);
  expect(checkFacts(program, { inputs: one, children: new Map() })).toEqual([]);
});

test('a fault in a child record says which record', () => {
  const record = (count: number) => ({
    inputs: new Map([['d/数量', rational(count)]]),
    children: new Map(),
  });
  const facts = { inputs: new Map(), children: new Map([[item, [record(1), record(0)]]]) };
  expect(checkFacts(program, facts)).toMatchObject([
    { code: 'input-too-low', records: [{ entity: item, position: 1 }] },
  ]);
});

const first: Spell = { validity: { to: day('2024-06-30') }, value: '一级' };

test.each<[string, readonly Spell[], readonly string[]]>([
  ['next to each other', [{ validity: { from: day('2024-07-01') }, value: '二级' }, first], []],
  [
    'one day shared',
    [first, { validity: { from: day('2024-06-30') }, value: '二级' }],
    ['spells-overlap'],
  ],
  ['end before the start', [{ validity: { from: 10, to: 9 }, value: '二级' }], ['spells-overlap']],
  ['no such member', [{ ...first, value: '五级' }], ['input-member']],
])('spells: %s', (_, spells, expected) => {
  const facts = { inputs: new Map(), spells: new Map([['d/类别', spells]]), children: new Map() };
  expect(checkFacts(program, facts).map(({ code }) => code)).toEqual(expected);
});
