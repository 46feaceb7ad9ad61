import { rational } from '@tiaoli/base';
import type { Definition, Expr, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  definitionRef,
  fenLiteral,
  inputRef,
  literal,
  minimum,
  minus,
  money,
  notApplicable,
  plus,
  positivePart,
  rate,
  roundTo,
  times,
} from '@tiaoli/ir';
import { day, testAccumulator, testDefinition, testInput, testProgram } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { interpretStep } from './interpret-step.ts';
import type { State } from './state.ts';
import { emptyState } from './state.ts';
import type { Facts, Value } from './values.ts';

const cost = inputRef('d/费用');
const toFen = { mode: 'half-away-from-zero', unit: '1' } as const;

/** A layer by hand: 1300.00 a year to bear, 60% of the rest, at most 2000.00 a year; only above 10.00 of cost. */
function layer(): Program {
  const applies = compareTo(cost, '>', fenLiteral(1000));
  const step = { visibility: 'step' } as const;
  const kept = (value: Expr): Expr => choose(definitionRef('d/适用'), value, fenLiteral(0));
  const shown = (name: string): Expr =>
    choose(definitionRef('d/适用'), definitionRef(name), notApplicable(money, '费用不满10元'));
  const definitions: readonly Definition[] = [
    testDefinition('适用', applies, { type: { kind: 'boolean' }, ...step }),
    testDefinition(
      '起付步',
      kept(minimum(cost, positivePart(minus(fenLiteral(130_000), accumulatorRef('d/起付.本年'))))),
      step,
    ),
    testDefinition(
      '应付',
      roundTo(times(minus(cost, definitionRef('d/起付步')), literal(rate, '0.6')), toFen),
      step,
    ),
    testDefinition(
      '支付步',
      kept(
        minimum(
          definitionRef('d/应付'),
          positivePart(minus(fenLiteral(200_000), accumulatorRef('d/支付.本年'))),
        ),
      ),
      step,
    ),
    testDefinition('支付', shown('d/支付步'), { optional: true }),
    testDefinition('起付', shown('d/起付步'), { optional: true }),
    testDefinition(
      '起付后',
      choose(
        definitionRef('d/适用'),
        plus(accumulatorRef('d/起付.本年'), definitionRef('d/起付步')),
        notApplicable(money, ''),
      ),
      { optional: true, ...step },
    ),
    testDefinition(
      '支付后',
      choose(
        definitionRef('d/适用'),
        plus(accumulatorRef('d/支付.本年'), definitionRef('d/支付步')),
        notApplicable(money, ''),
      ),
      { optional: true, ...step },
    ),
  ];
  return testProgram({
    declarations: [testInput('费用', money)],
    definitions,
    accumulators: [testAccumulator('起付.本年', '起付后'), testAccumulator('支付.本年', '支付后')],
  });
}

function claimOf(fen: number, on: string): Facts {
  const inputs = new Map<string, Value>([
    ['d/费用', rational(fen)],
    ['on', rational(day(on))],
  ]);
  return { inputs, children: new Map() };
}

test('a deductible and a cap over two years, by hand', () => {
  const program = layer();
  const claims = [
    { fen: 100_000, on: '2024-03-01', pays: 0, deductible: 100_000, why: 'all below the 1300' },
    { fen: 100_001, on: '2024-06-30', pays: 42_001, deductible: 30_000, why: '70001 fen x 60%' },
    { fen: 500, on: '2024-07-01', pays: undefined, deductible: undefined, why: 'does not apply' },
    { fen: 400_000, on: '2024-12-31', pays: 157_999, deductible: 0, why: '240000, cap 200000' },
    { fen: 200_000, on: '2025-01-01', pays: 42_000, deductible: 130_000, why: 'a new year' },
  ];
  let state: State = emptyState;
  for (const { fen, on, pays, deductible, why } of claims) {
    const result = interpretStep(program, state, claimOf(fen, on));
    expect(amount(result.outcomes.get('d/支付')), why).toBe(pays);
    expect(amount(result.outcomes.get('d/起付')), why).toBe(deductible);
    state = result.state;
  }
  expect(state).toEqual(
    new Map([
      ['起付.本年', new Map([['', { instance: 2025, value: rational(130_000) }]])],
      ['支付.本年', new Map([['', { instance: 2025, value: rational(42_000) }]])],
    ]),
  );
});

test('what is missing is listed and writes nothing', () => {
  const { outcomes, state, before } = interpretStep(layer(), emptyState, {
    inputs: new Map(),
    children: new Map(),
  });
  expect(outcomes.get('d/支付')).toEqual({ status: 'missing', fields: ['d/费用'], causes: [] });
  expect(state).toEqual(emptyState);
  expect([...before.values()]).toEqual([undefined, undefined]);
});

test('only what is asked for is returned, and the state is written in full', () => {
  const facts = claimOf(200_000, '2024-03-01');
  const all = interpretStep(layer(), emptyState, facts);
  const some = interpretStep(layer(), emptyState, facts, { only: ['d/起付'] });
  expect([...some.outcomes]).toEqual([['d/起付', all.outcomes.get('d/起付')]]);
  expect(some.state).toEqual(all.state);
});

test('a chain of definitions longer than the call stack is deep', () => {
  const length = 20_000;
  const definitions = Array.from({ length }, (_, at) =>
    testDefinition(
      `n${at}`,
      at === 0 ? fenLiteral(1) : plus(definitionRef(`d/n${at - 1}`), fenLiteral(1)),
    ),
  );
  const last = `d/n${length - 1}`;
  const facts = { inputs: new Map(), children: new Map() };
  const { outcomes } = interpretStep(testProgram({ definitions }), emptyState, facts, {
    only: [last],
  });
  expect([...outcomes]).toEqual([[last, { status: 'value', value: rational(length) }]]);
});

test('a trace shows formula, operands, value and what rounding took', () => {
  const { trace = [] } = interpretStep(layer(), emptyState, claimOf(230_001, '2024-03-01'), {
    trace: true,
  });
  const due = trace.find(({ name }) => name === '应付');
  expect(due).toMatchObject({
    definition: 'd/应付',
    formula: {
      zh: '取整((费用 − 起付步) × 60%, 四舍五入到分)',
      en: 'round((费用 − 起付步) × 60%, half up to fen)',
    },
    operands: [
      { name: { zh: '费用' }, value: { zh: '2300.01元', en: '2300.01 yuan' } },
      { name: { zh: '起付步' }, value: { zh: '1300元' } },
    ],
    printed: { zh: '600.01元', en: '600.01 yuan' },
    remainder: '-0.004',
  });
  expect(trace.find(({ name }) => name === '起付步')?.operands.at(-1)).toEqual({
    name: { zh: '此前 起付.本年', en: 'earlier 起付.本年' },
    value: { zh: '0元', en: '0 yuan' },
  });
  expect(trace.map(({ name }) => name).slice(0, 4)).toEqual(['适用', '起付步', '应付', '支付步']);
});

/** Whole fen of a value; undefined for 不适用. */
function amount(outcome: { status: string; value?: Value } | undefined): number | undefined {
  if (outcome?.status === 'not-applicable') return undefined;
  const value = outcome?.value;
  if (typeof value !== 'object' || !('numerator' in value)) throw new Error('no amount');
  expect(value.denominator).toBe(1n);
  return Number(value.numerator);
}
