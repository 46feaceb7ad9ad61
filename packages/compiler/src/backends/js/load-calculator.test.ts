import type { RoundingMode } from '@tiaoli/base';
import {
  addMonths,
  calendarDate,
  firstOfNextMonth,
  insuredYear,
  rational,
  roundTo,
} from '@tiaoli/base';
import type { Expr, InputDeclaration } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  date,
  definitionRef,
  inputRef,
  integer,
  literal,
  minus,
  money,
  notApplicable,
  numberLiteral,
  plus,
  rate,
  times,
} from '@tiaoli/ir';
import {
  day,
  testAccumulator,
  testDefinition,
  testEnumeration,
  testId,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import { emitJs } from './emit-js.ts';
import type { ExactValue } from './held-values.ts';
import { loadCalculator } from './load-calculator.ts';
import { runCalculator } from './run-calculator.ts';

const cost = testInput('费用', money, { low: '-1000000', high: '1000000' });
const dated = testInput('日期', date);

function calculate(body: Expr, inputs: readonly [InputDeclaration, ExactValue][], type = money) {
  const program = testProgram({
    yearStart: { month: 7, day: 1 },
    declarations: inputs.map(([input]) => input),
    definitions: [testDefinition('所求', body, { type })],
  });
  const given = new Map(inputs.map(([{ id }, value]) => [id, value]));
  const calculator = loadCalculator(program, { facts: 'complete' });
  const run = runCalculator(calculator, new Map(), { inputs: given, children: new Map() });
  const outcome = run.outcomes.get(testId('所求'));
  return outcome?.status === 'value' ? outcome.value : outcome?.status;
}

const modes: readonly RoundingMode[] = ['half-away-from-zero', 'toward-zero', 'away-from-zero'];
const units = ['1', '10', '100', '0.1', '1/3'] as const;

describe.each(modes)('rounding %s', (mode) => {
  test.each(units)('to %s is that of base, negatives included', (unit) => {
    const [numerator = '1', denominator = '1'] = unit === '0.1' ? ['1', '10'] : unit.split('/');
    const size = rational(BigInt(numerator), BigInt(denominator));
    for (let fen = -1203; fen <= 1203; fen += 7) {
      const body: Expr = {
        kind: 'round',
        operand: times(literal(rate, '0.65'), inputRef(cost.id)),
        mode,
        unit,
      };
      const exact = rational(BigInt(fen) * 65n, 100n);
      expect(calculate(body, [[cost, rational(fen)]]), `${fen} fen`).toEqual(
        roundTo(exact, mode, size),
      );
    }
  });
});

test('the calendar of emitted code is that of base', () => {
  const start = { month: 7, day: 1 };
  const shifts: readonly [Expr, (date: number) => number][] = [
    [
      { kind: 'date-part', part: 'year', operand: inputRef(dated.id) },
      (at) => calendarDate(at).year,
    ],
    [
      { kind: 'date-part', part: 'month', operand: inputRef(dated.id) },
      (at) => calendarDate(at).month,
    ],
    [{ kind: 'date-part', part: 'day', operand: inputRef(dated.id) }, (at) => calendarDate(at).day],
    [
      { kind: 'date-part', part: 'insured-year', operand: inputRef(dated.id) },
      (at) => insuredYear(at, start),
    ],
    [
      {
        kind: 'date-shift',
        shift: 'months',
        operand: inputRef(dated.id),
        by: numberLiteral(integer, -13),
      },
      (at) => addMonths(at, -13),
    ],
    [
      { kind: 'date-shift', shift: 'first-of-next-month', operand: inputRef(dated.id) },
      firstOfNextMonth,
    ],
  ];
  const program = testProgram({
    yearStart: start,
    declarations: [dated],
    definitions: shifts.map(([body], index) =>
      testDefinition(`d${index}`, body, { type: integer }),
    ),
  });
  const { step, zero } = loadCalculator(program, { facts: 'complete' });
  const days = ['1600-02-28', '1899-12-28', '1969-12-25', '2000-02-25', '2023-06-28', '2100-02-26'];
  for (const from of days) {
    for (let at = day(from); at < day(from) + 9; at += 1) {
      const { results } = step(zero(), { i0: at });
      expect(Object.values(results), `${from} ${at}`).toEqual(
        shifts.map(([, expected]) => expected(at)),
      );
    }
  }
});

test('amounts without bounds are integers of any size', () => {
  const open = testInput('费用', money);
  const square = times(inputRef(open.id), inputRef(open.id));
  const value = 123_456_789_012_345_678_901n;
  expect(calculate(minus(square, inputRef(open.id)), [[open, rational(value)]])).toEqual(
    rational(value * value - value),
  );
});

test('a hostile name stays in the tables', () => {
  const hostile = `"];globalThis.hurt=1;//*/</script>\u2028\n\${1}__proto__`;
  const program = testProgram({
    declarations: [testInput(hostile, money, { low: '0', high: '9' })],
    definitions: [testDefinition(hostile, inputRef(testId(hostile)))],
  });
  const { code, types } = emitJs(program);
  expect(code).toMatch(/^[\n\x20-\x7e]*$/);
  expect(code).not.toContain('</script>');
  expect(types.match(/\*\//g)?.length).toBe(types.match(/\/\*\*/g)?.length);
  const calculator = loadCalculator(program);
  const facts = { inputs: new Map([[testId(hostile), rational(7)]]), children: new Map() };
  const { outcomes } = runCalculator(calculator, new Map(), facts);
  expect(outcomes.get(testId(hostile))).toEqual({ status: 'value', value: rational(7) });
  expect(Object.hasOwn(globalThis, 'hurt')).toBe(false);
});

test('the declarations say in what a number is held', () => {
  const program = testProgram({
    declarations: [testInput('费用', money, { low: '0', high: '9' })],
    definitions: [testDefinition('支付', inputRef(testId('费用')))],
  });
  const { types } = emitJs(program);
  expect(types).toContain('费用 (money in fen)');
  expect(types).toContain('0: the result has a value');
  expect(types).toContain('-1: missing, not-given');
});

test('numbers beyond the bounds are not admitted', () => {
  const program = testProgram({
    declarations: [testInput('费用', money, { low: '0', high: '100' })],
    definitions: [
      testDefinition('累计之后', plus(accumulatorRef(testId('累计')), inputRef(testId('费用')))),
    ],
    accumulators: [testAccumulator('累计', '累计之后', { period: 'ever' })],
  });
  const { admits, zero } = loadCalculator(program, { facts: 'complete' });
  const state = zero();
  expect(admits(state, { i0: 100 })).toBe(true);
  expect(admits(state, { i0: 101 })).toBe(false);
  expect(admits(state, { i0: 0.5 })).toBe(false);
  expect(admits(state, {})).toBe(false);
  expect(admits({ ...state, a0: 1e12 }, { i0: 1 })).toBe(false);
});

test('accumulators by key keep a value for each, and start again with the period', () => {
  const hospital = testInput('医院', { kind: 'enumeration', enumeration: testId('医院级别') });
  const program = testProgram({
    declarations: [testEnumeration('医院级别', ['一级', '二级']), hospital, cost, dated],
    definitions: [
      testDefinition('累计之后', plus(accumulatorRef(testId('累计')), inputRef(cost.id))),
    ],
    accumulators: [
      testAccumulator('累计', '累计之后', { on: dated.id, by: [inputRef(hospital.id)] }),
    ],
  });
  const calculator = loadCalculator(program);
  const claims = [
    { at: '2023-02-01', level: '一级', fen: 5 },
    { at: '2023-03-01', level: '二级', fen: 7 },
    { at: '2024-01-01', level: '一级', fen: 11 },
  ];
  const state = claims.reduce<Parameters<typeof runCalculator>[1]>((before, { at, level, fen }) => {
    const inputs = new Map<string, ExactValue>([
      [dated.id, rational(day(at))],
      [hospital.id, level],
      [cost.id, rational(fen)],
    ]);
    return runCalculator(calculator, before, { inputs, children: new Map() }).state;
  }, new Map());
  expect([...(state.get('累计') ?? [])]).toEqual([
    ['一级', { instance: 2024, value: rational(11) }],
    ['二级', { instance: 2023, value: rational(7) }],
  ]);
});

describe('what applies only sometimes', () => {
  const applies = compareTo(inputRef(cost.id), '>', numberLiteral(money, 0));
  const whenPaid = (value: Expr): Expr => choose(applies, value, notApplicable(money, '层'));
  const next = (name: string, value: Expr): Expr =>
    whenPaid(plus(accumulatorRef(testId(name)), value));
  const program = testProgram({
    declarations: [cost, dated],
    definitions: [
      testDefinition('支付', whenPaid(inputRef(cost.id)), { optional: true }),
      testDefinition(
        '余额',
        minus(numberLiteral(money, 100), {
          kind: 'or-else',
          operand: definitionRef(testId('支付')),
          fallback: numberLiteral(money, 0),
        }),
      ),
      testDefinition('甲之后', next('甲', inputRef(cost.id)), { optional: true }),
      testDefinition('乙之后', next('乙', numberLiteral(money, 1)), { optional: true }),
      testDefinition('丙之后', plus(accumulatorRef(testId('丙')), numberLiteral(money, 1))),
    ],
    accumulators: ['甲', '乙', '丙'].map((name) =>
      testAccumulator(name, `${name}之后`, { on: dated.id }),
    ),
  });
  const calculator = loadCalculator(program, { facts: 'complete' });

  test('accumulators written on the same claims share a period', () => {
    const groups = calculator.tables.accumulators.map(({ name, group }) => [name, group]);
    expect(groups).toEqual([
      ['甲', 'g0'],
      ['乙', 'g0'],
      ['丙', 'g1'],
    ]);
    const first = calculator.step(calculator.zero(), { i0: 5, i1: day('2023-05-01') });
    const second = calculator.step(first.state, { i0: 0, i1: day('2024-05-01') });
    expect(second.state).toEqual({ g0: 2023, a0: 5, a1: 1, g1: 2024, a2: 1 });
  });

  test('only what may lack a value has a status', () => {
    const withStatus = calculator.tables.results.filter(({ status }) => status !== undefined);
    expect(withStatus.map(({ name }) => name)).toEqual(['支付', '甲之后', '乙之后']);
    const partial = loadCalculator(program).tables.results;
    expect(partial.every(({ status }) => status !== undefined)).toBe(true);
  });
});
