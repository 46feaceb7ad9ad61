import { printRational, rational } from '@tiaoli/base';
import type { Accumulator, Expr, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  date,
  fenLiteral,
  inputRef,
  maximum,
  money,
  notApplicable,
  plus,
  text,
} from '@tiaoli/ir';
import { day, testAccumulator, testDefinition, testInput, testProgram } from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import { interpretStep } from './interpret-step.ts';
import type { State } from './state.ts';
import { emptyState } from './state.ts';
import type { Value } from './values.ts';
import { isNumber } from './values.ts';

const before = accumulatorRef('d/累计');
const cost = inputRef('d/费用');

/** A program whose one accumulator adds up the cost; `next` gives another rule. */
function programOf(
  rest: Partial<Accumulator>,
  next: Expr = plus(before, cost),
  yearStart = { month: 1, day: 1 },
): Program {
  return testProgram({
    yearStart,
    declarations: [
      testInput('费用', money),
      testInput('日期', date),
      testInput('医院', text),
      testInput('就诊号', text),
    ],
    definitions: [testDefinition('后', next, { optional: true })],
    accumulators: [testAccumulator('累计', '后', { on: 'd/日期', ...rest })],
  });
}

interface Visit {
  readonly fen: number;
  readonly on?: string;
  readonly at?: string;
  readonly visit?: string;
}

/** The accumulator before each claim, as text; `-` for none. */
function befores(program: Program, visits: readonly Visit[]): readonly string[] {
  let state: State = emptyState;
  return visits.map(({ fen, on = '2024-01-01', at = '甲', visit = '1' }) => {
    const inputs = new Map<string, Value>([
      ['d/费用', rational(fen)],
      ['d/日期', rational(day(on))],
      ['d/医院', at],
      ['d/就诊号', visit],
    ]);
    const result = interpretStep(program, state, { inputs, children: new Map() });
    state = result.state;
    const value = result.before.get('累计');
    return value !== undefined && isNumber(value) ? printRational(value) : '-';
  });
}

describe('each period starts at zero', () => {
  const july = { month: 7, day: 1 };
  const visits = (dates: readonly string[]): readonly Visit[] =>
    dates.map((on, at) => ({ fen: 10 ** at, on }));
  test.each<
    [Accumulator['period'], readonly string[], readonly string[], { month: number; day: number }?]
  >([
    ['year', ['2024-01-01', '2024-12-31', '2025-01-01', '2025-01-01'], ['0', '1', '0', '100']],
    ['year', ['2024-06-30', '2024-07-01', '2025-06-30', '2025-07-01'], ['0', '0', '10', '0'], july],
    ['month', ['2024-01-31', '2024-02-01', '2024-02-29', '2025-02-01'], ['0', '0', '10', '0']],
    ['day', ['2024-01-01', '2024-01-01', '2024-01-02'], ['0', '1', '0']],
    ['ever', ['2020-01-01', '2024-01-01', '2030-01-01'], ['0', '1', '11']],
  ])('%s: %j', (period, dates, expected, start) => {
    expect(befores(programOf({ period }, undefined, start), visits(dates))).toEqual(expected);
  });

  test.each(['visit', 'stay'] as const)('one %s is told by its key', (period) => {
    const program = programOf({ period, instance: inputRef('d/就诊号') });
    const seen = befores(program, [
      { fen: 1, visit: 'a' },
      { fen: 10, visit: 'a', on: '2025-01-01' },
      { fen: 100, visit: 'b' },
      { fen: 1000, visit: 'a' },
    ]);
    expect(seen).toEqual(['0', '1', '0', '0']);
  });

  test('a late claim of an earlier year starts at zero, and takes the place', () => {
    const seen = befores(programOf({}), [
      { fen: 1, on: '2025-01-01' },
      { fen: 10, on: '2024-12-31' },
      { fen: 100, on: '2025-02-01' },
    ]);
    expect(seen).toEqual(['0', '0', '0']);
  });
});

test('each combination of keys has a value of its own', () => {
  const program = programOf({ by: [inputRef('d/医院'), inputRef('d/就诊号')] });
  const seen = befores(program, [
    { fen: 1, at: '甲', visit: 'a' },
    { fen: 10, at: '乙', visit: 'a' },
    { fen: 100, at: '甲', visit: 'a' },
    { fen: 1000, at: '甲', visit: 'b' },
    { fen: 1, at: '甲', visit: 'a' },
  ]);
  expect(seen).toEqual(['0', '0', '1', '0', '101']);
});

test('the greatest so far', () => {
  const seen = befores(programOf({}, maximum(before, cost)), [
    { fen: 5 },
    { fen: 3 },
    { fen: 8 },
    { fen: 1 },
  ]);
  expect(seen).toEqual(['0', '5', '5', '8']);
});

test('the latest is 不适用 before the first claim of the period', () => {
  const seen = befores(programOf({ latest: true }, cost), [
    { fen: 5 },
    { fen: 3 },
    { fen: 8, on: '2025-01-01' },
  ]);
  expect(seen).toEqual(['-', '5', '-']);
});

test('不适用 leaves the accumulator as it was', () => {
  const next = choose(
    compareTo(cost, '>', fenLiteral(9)),
    plus(before, cost),
    notApplicable(money, ''),
  );
  const seen = befores(programOf({}, next), [{ fen: 10 }, { fen: 9 }, { fen: 20 }, { fen: 1 }]);
  expect(seen).toEqual(['0', '10', '10', '30']);
});

test('a key or a date that is missing makes the value before missing, and nothing is written', () => {
  const program = programOf({ by: [inputRef('d/医院')] });
  const inputs = new Map<string, Value>([['d/费用', rational(1)]]);
  const { outcomes, state } = interpretStep(program, emptyState, { inputs, children: new Map() });
  expect(outcomes.get('d/后')).toEqual({ status: 'missing', fields: ['d/医院'], causes: [] });
  const placed = new Map([...inputs, ['d/医院', '甲']]);
  const undated = interpretStep(program, emptyState, { inputs: placed, children: new Map() });
  expect(undated.outcomes.get('d/后')).toEqual({
    status: 'missing',
    fields: ['d/日期'],
    causes: [],
  });
  expect([state, undated.state]).toEqual([emptyState, emptyState]);
});

test('what is stored says of which period and under which key it is', () => {
  const program = programOf({ by: [inputRef('d/医院')], period: 'month' });
  const inputs = new Map<string, Value>([
    ['d/费用', rational(7)],
    ['d/日期', rational(day('2024-05-06'))],
    ['d/医院', '甲'],
  ]);
  const { state } = interpretStep(program, emptyState, { inputs, children: new Map() });
  expect(state).toEqual(
    new Map([['累计', new Map([['甲', { instance: 2024 * 12 + 4, value: rational(7) }]])]]),
  );
});
