import { rational } from '@tiaoli/base';
import type { Expr, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  date,
  inputRef,
  money,
  notApplicable,
  numberLiteral,
  plus,
} from '@tiaoli/ir';
import {
  day,
  testAccumulator,
  testDefinition,
  testId,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import type { ExactFacts } from '../js/run-calculator.ts';
import type { BulkCalculator } from './bulk-calculator.ts';
import { bulkCalculator } from './bulk-calculator.ts';
import { writeCell } from './cells.ts';
import { emitWasm } from './emit-wasm.ts';
import { fillClaims } from './fill-claims.ts';
import { readOutcomes, readState, writeState } from './read-results.ts';

function load(program: Program): BulkCalculator {
  const { emitted } = emitWasm(program, { facts: 'complete', capacity: { rows: 8, people: 2 } });
  if (!emitted) throw new Error('refused');
  return bulkCalculator(emitted, program);
}

function claimOf(on: string, amount: bigint): ExactFacts {
  return {
    inputs: new Map([
      [testId('金额'), rational(amount)],
      [testId('日期'), rational(BigInt(day(on)))],
    ]),
    children: new Map(),
  };
}

/** Two accumulators of a year: one that every claim writes, one that only large claims write. */
function yearlyProgram(): Program {
  const amount = testInput('金额', money, { low: '0', high: '1000' });
  const [all, large] = [testId('全部'), testId('大额')];
  const isLarge = compareTo(inputRef(amount.id), '>=', numberLiteral(money, 100));
  const next = (id: string): Expr => plus(accumulatorRef(id), inputRef(amount.id));
  const on = testId('日期');
  return testProgram({
    declarations: [amount, testInput('日期', date)],
    definitions: [
      testDefinition('全部之前', accumulatorRef(all)),
      testDefinition('大额之前', accumulatorRef(large)),
      testDefinition('全部之后', next(all)),
      testDefinition('大额之后', choose(isLarge, next(large), notApplicable(money, '小额')), {
        optional: true,
      }),
    ],
    accumulators: [
      testAccumulator('全部', '全部之后', { on }),
      testAccumulator('大额', '大额之后', { on }),
    ],
  });
}

test('a claim of an earlier year finds what no claim has written since', () => {
  const calculator = load(yearlyProgram());
  const claims = [
    ['2024-05-01', 100n],
    ['2025-01-01', 1n],
    ['2024-12-31', 200n],
    ['2024-12-31', 1n],
  ] as const;
  fillClaims(
    calculator,
    claims.map(([on, amount]) => claimOf(on, amount)),
  );
  writeCell(calculator.memory, calculator.layout.people, 1, claims.length);
  expect(calculator.fold(0, 1)).toBe(0);
  const before = (name: string) =>
    claims.map((_, row) => readOutcomes(calculator, row).get(testId(name)));
  const values = (...fen: readonly number[]) =>
    fen.map((each) => ({ status: 'value', value: rational(each) }));
  // Every claim writes the first, so that 2024 begins anew behind the claim of 2025.
  expect(before('全部之前')).toEqual(values(0, 0, 0, 200));
  expect(before('大额之前')).toEqual(values(0, 0, 100, 300));
});

test('a state of several years from another program goes on with the latest', () => {
  const [amount, on] = [testInput('金额', money, { low: '0', high: '1000' }), testId('日期')];
  const names = ['起付', '支付'] as const;
  const calculator = load(
    testProgram({
      declarations: [amount, testInput('日期', date)],
      definitions: names.map((name) =>
        testDefinition(`${name}之后`, plus(accumulatorRef(testId(name)), inputRef(amount.id))),
      ),
      accumulators: names.map((name) => testAccumulator(name, `${name}之后`, { on })),
    }),
  );
  fillClaims(calculator, [claimOf('2025-03-01', 1n)]);
  const of = (instance: number, fen: bigint) => new Map([['', { instance, value: rational(fen) }]]);
  writeState(
    calculator,
    new Map([...Object.entries({ 起付: of(2024, 70n), 支付: of(2025, 30n) })]),
  );
  expect(calculator.settle(0)).toBe(0);
  expect(readState(calculator)).toEqual(
    new Map(Object.entries({ 起付: of(2025, 1n), 支付: of(2025, 31n) })),
  );
});
