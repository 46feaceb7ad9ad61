import { rational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import {
  compareTo,
  definitionRef,
  fenLiteral,
  inputRef,
  integer,
  literal,
  money,
  plus,
  rate,
  roundTo,
  times,
} from '@tiaoli/ir';
import { item, nowhere, testDefinition, testInput, testProgram } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { interpretStep } from './interpret-step.ts';
import { emptyState } from './state.ts';
import type { Facts } from './values.ts';

const toFen = { mode: 'half-away-from-zero', unit: '1' } as const;
const sum: Expr = {
  kind: 'child-aggregate',
  operator: 'sum',
  entity: item,
  value: definitionRef('d/合规'),
};

const clause = { document: 'd', path: ['三', '一'] };
const program = testProgram({
  declarations: [
    testInput('金额', money, { entity: item }),
    testInput('费用', money, { default: sum, clause }),
  ],
  definitions: [
    testDefinition('合规', roundTo(times(inputRef('d/金额'), literal(rate, '0.95')), toFen), {
      entity: item,
      visibility: 'step',
    }),
    testDefinition('总额', plus(inputRef('d/费用'), inputRef('d/费用')), {
      origin: { declaration: 'd/层', step: '基数', case: '重点', clause, span: nowhere },
    }),
  ],
});

function record(fen: number): Facts {
  return { inputs: new Map([['d/金额', rational(fen)]]), children: new Map() };
}

test('records and defaults are steps of their own, before what reads them', () => {
  const facts = { inputs: new Map(), children: new Map([[item, [record(101), record(30)]]]) };
  const { trace = [], outcomes } = interpretStep(program, emptyState, facts, { trace: true });
  expect([...outcomes.keys()]).toEqual(['d/总额']);
  expect(
    trace.map(({ definition, record: at, printed }) => [definition, at?.position, printed.zh]),
  ).toEqual([
    ['d/合规', 0, '0.96元'],
    ['d/合规', 1, '0.29元'],
    ['d/费用', undefined, '1.25元'],
    ['d/总额', undefined, '2.5元'],
  ]);
  expect(trace.map(({ remainder }) => remainder)).toEqual([
    '-0.0005',
    '-0.005',
    undefined,
    undefined,
  ]);
  expect(trace[2]).toMatchObject({ name: '费用', clause, formula: { zh: '合计(合规 于 明细)' } });
  expect(trace[3]).toMatchObject({ step: '基数', case: '重点', clause });
  expect(trace[3]?.operands).toEqual([
    { name: { zh: '费用', en: '费用' }, value: { zh: '1.25元', en: '1.25 yuan' } },
  ]);
});

test('a condition rests on the operand that decides it, and shows them all', () => {
  const isLarge = compareTo(inputRef('d/费用'), '>', fenLiteral(100));
  const isOld = compareTo(inputRef('d/年龄'), '>', literal(integer, '60'));
  const both: Expr = { kind: 'logic', operator: 'and', operands: [isOld, isLarge] };
  const asked = testProgram({
    declarations: [testInput('费用', money), testInput('年龄', integer)],
    definitions: [testDefinition('适用', both, { type: { kind: 'boolean' } })],
  });
  const restsOn = (fen: number, age: number): readonly string[] => {
    const inputs = new Map([
      ['d/费用', rational(fen)],
      ['d/年龄', rational(age)],
    ]);
    const facts = { inputs, children: new Map() };
    const { trace = [] } = interpretStep(asked, emptyState, facts, { trace: true });
    expect(trace[0]?.operands.map(({ name }) => name.zh)).toEqual(['年龄', '费用']);
    return (trace[0]?.reads ?? []).map(({ id }) => id);
  };
  expect(restsOn(50, 70)).toEqual(['d/费用']);
  expect(restsOn(500, 40)).toEqual(['d/年龄']);
  expect(restsOn(50, 40)).toEqual(['d/年龄']);
  expect(restsOn(500, 70)).toEqual(['d/年龄', 'd/费用']);
});

test('what is missing is said in the step', () => {
  const facts = { inputs: new Map(), children: new Map() };
  const { trace = [] } = interpretStep(program, emptyState, facts, { trace: true });
  expect(trace.at(-1)?.printed).toEqual({ zh: '待补充（明细）', en: 'missing (明细)' });
});

test('without a trace none is kept', () => {
  const facts = { inputs: new Map([['d/费用', rational(1)]]), children: new Map() };
  const plain = interpretStep(program, emptyState, facts);
  const traced = interpretStep(program, emptyState, facts, { trace: true });
  expect(plain).not.toHaveProperty('trace');
  expect(traced.outcomes).toEqual(plain.outcomes);
  expect(traced.trace?.map(({ name }) => name)).toEqual(['总额']);
});
