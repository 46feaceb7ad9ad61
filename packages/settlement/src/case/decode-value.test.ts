import { rational } from '@tiaoli/base';
import type { ValueType } from '@tiaoli/ir';
import { testEnumeration } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import type { JsonNode } from '../json/json-node.ts';
import { readJson } from '../json/read-json.ts';
import { decodeValue } from './decode-value.ts';

const level = testEnumeration('医院级别', ['一级', '三级']);
const enumerations = new Map([[level.id, level]]);
const money: ValueType = { kind: 'money' };
const rate: ValueType = { kind: 'rate' };
const integer: ValueType = { kind: 'integer' };
const date: ValueType = { kind: 'date' };
const member: ValueType = { kind: 'enumeration', enumeration: level.id };
const set: ValueType = { kind: 'set', enumeration: level.id };

test.each([
  ['"1300"', money, rational(130_000n)],
  ['"0.05"', money, rational(5n)],
  ['"-1.005"', money, rational(-201n, 2n)],
  ['"0.65"', rate, rational(13n, 20n)],
  ['40', integer, rational(40n)],
  ['"40"', integer, rational(40n)],
  ['"1970-01-02"', date, rational(1n)],
  ['true', { kind: 'boolean' } as const, true],
  ['"a b"', { kind: 'text' } as const, 'a b'],
  ['"一级"', member, '一级'],
  ['["三级", "一级", "三级"]', set, new Set(['三级', '一级'])],
  ['[]', set, new Set()],
])('%s', (json, type, value) => {
  expect(decodeValue(nodeOf(json), type, enumerations)).toEqual({ value });
});

test.each([
  ['1300', money],
  ['"1,300"', money],
  ['"1300元"', money],
  ['" 1300"', money],
  ['"1e5"', money],
  [`"${'9'.repeat(41)}"`, money],
  ['0.65', rate],
  ['"65%"', rate],
  ['"1/3"', rate],
  ['1.5', integer],
  ['1e2', integer],
  ['"2023-02-29"', date],
  ['"2023-2-1"', date],
  ['20230201', date],
  ['"true"', { kind: 'boolean' } as const],
  ['1', { kind: 'text' } as const],
  ['"二级"', member],
  ['"一级"', set],
  ['["二级"]', set],
  ['null', money],
])('%s is refused', (json, type) => {
  const decoded = decodeValue(nodeOf(json), type, enumerations);
  expect(decoded).toHaveProperty('expected');
});

function nodeOf(json: string): JsonNode {
  const [node] = readJson('x.json', json).values;
  if (!node) throw new Error(`no JSON: ${json}`);
  return node;
}
