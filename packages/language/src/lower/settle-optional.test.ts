import type { Definition, Expr } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  definitionRef,
  fenLiteral,
  inputRef,
  money,
  noMoney,
  notApplicable,
  plus,
} from '@tiaoli/ir';
import {
  nowhere,
  testCell,
  testDefinition,
  testInput,
  testParameter,
  testVersion,
} from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { settleOptional } from './settle-optional.ts';

const absent = notApplicable(money, '没有');
const given = inputRef('d/费用');
const declarations = [
  testInput('费用', money),
  testInput('认定日', money, { optional: true }),
  testParameter('额度', money, {
    versions: [testVersion({}, [testCell([], absent)])],
  }),
];

function fallback(operand: Expr): Expr {
  return { kind: 'or-else', operand, fallback: noMoney };
}

function settled(bodies: Readonly<Record<string, Expr>>): ReadonlyMap<string, Definition> {
  const definitions = Object.entries(bodies).map(([name, body]) => testDefinition(name, body));
  return new Map(settleOptional(definitions, declarations).map((each) => [each.name, each]));
}

test.each<{ why: string; body: Expr; optional: boolean }>([
  { why: 'a rule that says so', body: absent, optional: true },
  { why: 'one branch of a choice', body: choose(given, absent, noMoney), optional: true },
  { why: 'an input that is 或 无', body: inputRef('d/认定日'), optional: true },
  {
    why: 'a table with such a cell',
    body: { kind: 'parameter', parameter: 'd/额度', keys: [], splits: [], on: 'on' },
    optional: true,
  },
  { why: 'an ordinary input', body: given, optional: false },
  {
    why: 'a condition that reads it gives no absence',
    body: choose(inputRef('d/认定日'), noMoney, given),
    optional: false,
  },
  { why: 'arithmetic is strict', body: plus(given, fenLiteral(1)), optional: false },
  { why: 'a fallback', body: fallback(absent), optional: false },
  {
    why: 'best of several where one is always there',
    body: { kind: 'combine', operator: 'highest', operands: [absent, given] },
    optional: false,
  },
  {
    why: 'best of several where none need be',
    body: { kind: 'combine', operator: 'highest', operands: [absent, inputRef('d/认定日')] },
    optional: true,
  },
])('$why: optional is $optional', ({ body, optional }) => {
  expect(settled({ 甲: body }).get('甲')?.optional).toBe(optional);
});

test('absence passes along references, also against the order of the definitions', () => {
  const found = settled({
    丙: definitionRef('d/乙'),
    乙: definitionRef('d/甲'),
    甲: absent,
    丁: plus(fallback(definitionRef('d/丙')), given),
  });
  expect([...found.values()].filter(({ optional }) => optional).map(({ name }) => name)).toEqual([
    '丙',
    '乙',
    '甲',
  ]);
});

test('a fallback stays where it is needed, and goes where it is not', () => {
  const found = settled({
    甲: absent,
    乙: given,
    丙: fallback(definitionRef('d/甲')),
    丁: fallback(definitionRef('d/乙')),
  });
  expect(found.get('丙')?.body).toEqual(fallback(definitionRef('d/甲')));
  expect(found.get('丁')?.body).toEqual(definitionRef('d/乙'));
});

test('最近 before the first claim is absent', () => {
  const latest = {
    ...testInput('上次', money),
    kind: 'accumulator',
    operator: 'latest',
    period: 'year',
    by: [],
    span: nowhere,
  } as const;
  const [only] = settleOptional([testDefinition('甲', accumulatorRef('d/上次'))], [latest]);
  expect(only?.optional).toBe(true);
});
