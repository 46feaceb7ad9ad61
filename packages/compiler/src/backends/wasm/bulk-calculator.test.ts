import { addMonths, calendarDate, firstOfNextMonth, insuredYear, rational } from '@tiaoli/base';
import type { Expr, Program } from '@tiaoli/ir';
import {
  accumulatorRef,
  choose,
  compareTo,
  date,
  definitionRef,
  inputRef,
  integer,
  minus,
  money,
  notApplicable,
  numberLiteral,
  plus,
  text,
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
import type { ExactFacts } from '../js/run-calculator.ts';
import type { BulkCalculator } from './bulk-calculator.ts';
import { bulkCalculator } from './bulk-calculator.ts';
import { readCell, writeCell } from './cells.ts';
import type { WasmOptions } from './emit-wasm.ts';
import { emitWasm } from './emit-wasm.ts';
import { fillClaims } from './fill-claims.ts';
import { readOutcomes, readSums, writeState } from './read-results.ts';

function load(program: Program, options: WasmOptions = {}): BulkCalculator {
  const capacity = { rows: 64, people: 8, records: 8, spells: 8, keys: 1, groups: 4 };
  const { emitted } = emitWasm(program, { facts: 'complete', capacity, ...options });
  if (!emitted) throw new Error('refused');
  return bulkCalculator(emitted, program);
}

function claimsOf(rows: readonly Readonly<Record<string, bigint | string>>[]): ExactFacts[] {
  return rows.map((row) => ({
    inputs: new Map(
      Object.entries(row).map(([name, value]) => [
        testId(name),
        typeof value === 'bigint' ? rational(value) : value,
      ]),
    ),
    children: new Map(),
  }));
}

/** The first claim of each person, and behind the last. */
function setPeople({ memory, layout }: BulkCalculator, firsts: readonly number[]): void {
  for (const [person, first] of firsts.entries()) writeCell(memory, layout.people, person, first);
}

function flagsOf({ memory, layout }: BulkCalculator, count: number): readonly number[] {
  return Array.from({ length: count }, (_, row) => Number(readCell(memory, layout.unitFlags, row)));
}

/** Of the first result that is summed: the sum, how many values, how many missing. */
function sumAt(calculator: BulkCalculator, group: number): readonly bigint[] {
  const [first] = readSums(calculator, group).values();
  return first ? [first.sum, first.values, first.missing] : [];
}

const [a, b] = [testInput('甲', money), testInput('乙', integer)];

describe.each([
  ['a product', times(inputRef(b.id), inputRef(a.id)), (x: bigint, y: bigint) => x * y],
  ['a sum', plus(inputRef(a.id), inputRef(a.id)), (x: bigint) => x + x],
  [
    'a difference',
    minus(inputRef(a.id), minus(numberLiteral(money, 0), inputRef(a.id))),
    (x: bigint) => x + x,
  ],
] as const)('%s without bounds', (_, body, exact) => {
  const program = testProgram({
    declarations: [a, b],
    definitions: [testDefinition('所求', body)],
  });
  const calculator = load(program);
  const values = [
    0n,
    1n,
    -1n,
    12_345n,
    2n ** 31n,
    -(2n ** 31n),
    2n ** 32n + 1n,
    2n ** 61n,
    2n ** 62n,
    -(2n ** 63n),
    2n ** 63n - 1n,
  ];

  test.each(values)('of %s is exact or flagged', (x) => {
    fillClaims(calculator, claimsOf(values.map((y) => ({ 甲: x, 乙: y }))));
    const lost = calculator.rows(0, values.length);
    const flags = flagsOf(calculator, values.length);
    expect(flags.filter((flag) => flag !== 0).length).toBe(lost);
    values.forEach((y, row) => {
      const wanted = exact(x, y);
      const isHeld = wanted < 2n ** 62n && wanted > -(2n ** 62n);
      const found = readOutcomes(calculator, row).get(testId('所求'));
      if (flags[row] === 0) expect(found).toEqual({ status: 'value', value: rational(wanted) });
      else expect(isHeld, `${x}, ${y}`).toBe(false);
    });
  });
});

test('a flag names its row alone, and what it names is in no sum', () => {
  const bounded = testInput('丙', money, { low: '0', high: '1000' });
  const calculator = load(
    testProgram({
      declarations: [a, b, bounded],
      definitions: [
        testDefinition('积', times(inputRef(b.id), inputRef(a.id))),
        testDefinition('丙数', inputRef(bounded.id)),
      ],
    }),
  );
  const big = 2n ** 40n;
  fillClaims(
    calculator,
    claimsOf([
      { 甲: 1n, 乙: 1n, 丙: 3n },
      { 甲: big, 乙: big, 丙: 5n },
      { 甲: 1n, 乙: 1n, 丙: 7n },
    ]),
  );
  writeCell(calculator.memory, calculator.layout.groups, 2, 3);
  expect(calculator.rows(0, 3)).toBe(1);
  expect(flagsOf(calculator, 3)).toEqual([0, 1, 0]);
  expect(calculator.layout.sums.map(({ definition }) => definition)).toEqual([testId('丙数')]);
  expect([0, 1, 3].map((group) => sumAt(calculator, group))).toEqual([
    [3n, 1n, 0n],
    [0n, 0n, 0n],
    [7n, 1n, 0n],
  ]);
  calculator.clear();
  expect(sumAt(calculator, 3)).toEqual([0n, 0n, 0n]);
});

test('a fact beyond its bounds is marked, and its person left out', () => {
  const bounded = testInput('丙', money, { low: '0', high: '1000' });
  const program = testProgram({
    declarations: [bounded],
    definitions: [testDefinition('丙数', inputRef(bounded.id))],
  });
  const calculator = load(program);
  fillClaims(calculator, claimsOf([{ 丙: 0n }, { 丙: 1000n }, { 丙: 1001n }, { 丙: -1n }]));
  setPeople(calculator, [0, 1, 3, 4]);
  expect(calculator.admit(0, 4)).toBe(2);
  expect(calculator.fold(0, 3)).toBe(2);
  expect(flagsOf(calculator, 3)).toEqual([0, 1, 1]);
  expect(sumAt(calculator, 0)).toEqual([0n, 1n, 0n]);
});

test('a fold carries the state of a person, and begins anew with the next', () => {
  const amount = testInput('金额', money, { low: '0', high: '100000' });
  const calculator = load(
    testProgram({
      declarations: [amount, testInput('日期', date)],
      definitions: [
        testDefinition('累计', plus(accumulatorRef(testId('累计')), inputRef(amount.id))),
      ],
      accumulators: [testAccumulator('累计', '累计', { on: testId('日期') })],
    }),
  );
  const on = (text: string): bigint => BigInt(day(text));
  fillClaims(
    calculator,
    claimsOf([
      { 金额: 1n, 日期: on('2024-12-30') },
      { 金额: 2n, 日期: on('2024-12-31') },
      { 金额: 4n, 日期: on('2025-01-01') },
      { 金额: 8n, 日期: on('2025-01-01') },
    ]),
  );
  setPeople(calculator, [0, 3, 4]);
  expect(calculator.fold(0, 2)).toBe(0);
  const totals = [0, 1, 2, 3].map((row) => readOutcomes(calculator, row).get(testId('累计')));
  expect(totals).toEqual([1, 3, 4, 8].map((fen) => ({ status: 'value', value: rational(fen) })));
});

/** 2^36 fen are 687 million yuan: the widest that a state of whole fen surely holds. */
const widest = 2n ** 36n;

test.each([
  { low: '0', before: widest - 2n, added: 1n, flag: 0 },
  { low: '0', before: widest - 1n, added: 1n, flag: 1 },
  { low: '-1000', before: widest - 2n, added: 1n, flag: 0 },
  { low: '-1000', before: widest - 1n, added: 1n, flag: 1 },
  { low: '-1000', before: 1n - widest, added: -1n, flag: 0 },
  { low: '-1000', before: -widest, added: -1n, flag: 1 },
  { low: '-1000', before: 0n, added: -1n, flag: 0 },
])(
  'a state beyond what was proved is flagged: $before + $added',
  ({ low, before, added, flag }) => {
    const amount = testInput('金额', money, { low, high: '1000' });
    const paid = testId('累计');
    const calculator = load(
      testProgram({
        declarations: [amount, testInput('日期', date)],
        definitions: [testDefinition('累计', plus(accumulatorRef(paid), inputRef(amount.id)))],
        accumulators: [testAccumulator('累计', '累计', { on: testId('日期') })],
      }),
    );
    fillClaims(calculator, claimsOf([{ 金额: added, 日期: BigInt(day('2025-01-01')) }]));
    writeState(
      calculator,
      new Map([['累计', new Map([['', { instance: 2025, value: rational(before) }]])]]),
    );
    expect(calculator.settle(0)).toBe(flag);
  },
);

test('people are counted by what changed for them, in the group of their first claim', () => {
  const amount = testInput('金额', money, { low: '0', high: '100000' });
  const calculator = load(
    testProgram({
      declarations: [amount],
      definitions: [testDefinition('支付', inputRef(amount.id))],
    }),
    { totals: [testId('支付')] },
  );
  const { memory, layout } = calculator;
  const [place] = layout.totals;
  if (!place) throw new Error('no totals');
  fillClaims(calculator, claimsOf([5n, 6n, 7n, 8n, 9n].map((fen) => ({ 金额: fen }))));
  setPeople(calculator, [0, 2, 3, 4, 5]);
  [1, 0, 1, 1, 1].forEach((group, row) => {
    writeCell(memory, layout.groups, row, group);
  });
  expect(calculator.fold(0, 4)).toBe(0);
  const totals = [0, 1, 2, 3].map((person) => readCell(memory, place.total, person));
  expect(totals).toEqual([11n, 7n, 8n, 9n]);
  [10, 7, 10, 9].forEach((before, person) => {
    writeCell(memory, place.before, person, before);
  });
  [2n, -1n, 1n].forEach((word, index) => {
    memory.setBigInt64(layout.edges + index * 8, word, true);
  });
  writeCell(memory, layout.unitFlags, 3, 1);
  calculator.weigh(0, 4, 1);
  const changes = (group: number) =>
    Array.from({ length: 8 }, (_, index) =>
      memory.getBigInt64(place.changes + group * layout.changeStride + index * 8, true),
    );
  // +1, 0 and −2; the fourth has a flag. Stretches: below −1, from −1 to below 1, from 1.
  expect(changes(1)).toEqual([1n, 1n, 1n, 1n, -2n, 1n, 1n, 1n]);
  expect(changes(0)).toEqual([0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]);
  calculator.clear();
  expect(changes(1)).toEqual([0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n]);
});

test('more keys than there is room for raise the flag', () => {
  const amount = testInput('金额', money, { low: '0', high: '100000' });
  const hospital = testInput('医院', text);
  const key = inputRef(hospital.id);
  const calculator = load(
    testProgram({
      declarations: [amount, hospital],
      definitions: [
        testDefinition('累计', plus(accumulatorRef(testId('累计')), inputRef(amount.id))),
      ],
      accumulators: [testAccumulator('累计', '累计', { period: 'ever', by: [key] })],
    }),
  );
  const settle = (hospitals: readonly string[]): number => {
    fillClaims(calculator, claimsOf(hospitals.map((name) => ({ 金额: 1n, 医院: name }))));
    setPeople(calculator, [0, 2]);
    return calculator.fold(0, 1);
  };
  expect(settle(['一院', '一院'])).toBe(0);
  expect(readOutcomes(calculator, 1).get(testId('累计'))).toEqual({
    status: 'value',
    value: rational(2),
  });
  expect(settle(['一院', '二院'])).toBe(1);
});

test('the calendar of a module is that of base', () => {
  const on = inputRef(testId('日期'));
  const start = { month: 7, day: 1 };
  const part = (name: 'year' | 'month' | 'day' | 'insured-year'): Expr => ({
    kind: 'date-part',
    part: name,
    operand: on,
  });
  const rows: readonly [Expr, typeof integer | typeof date, (at: number) => number][] = [
    [part('year'), integer, (at) => calendarDate(at).year],
    [part('month'), integer, (at) => calendarDate(at).month],
    [part('day'), integer, (at) => calendarDate(at).day],
    [part('insured-year'), integer, (at) => insuredYear(at, start)],
    [
      { kind: 'date-shift', shift: 'months', operand: on, by: numberLiteral(integer, -13) },
      date,
      (at) => addMonths(at, -13),
    ],
    [
      { kind: 'date-shift', shift: 'months', operand: on, by: numberLiteral(integer, 6) },
      date,
      (at) => addMonths(at, 6),
    ],
    [{ kind: 'date-shift', shift: 'first-of-next-month', operand: on }, date, firstOfNextMonth],
  ];
  const program = testProgram({
    yearStart: start,
    declarations: [testInput('日期', date)],
    definitions: rows.map(([body, type], index) => testDefinition(`d${index}`, body, { type })),
  });
  const calculator = load(program, { capacity: { rows: 5_000, people: 1 } });
  const days = Array.from(
    { length: 4_900 },
    (_, index) => day('1995-12-01') + index * 3 - (index % 7) * 100_000,
  );
  const given = days.filter((each) => each >= day('0001-01-01'));
  fillClaims(calculator, claimsOf(given.map((each) => ({ 日期: BigInt(each) }))));
  calculator.rows(0, given.length);
  given.forEach((each, row) => {
    const outcomes = readOutcomes(calculator, row);
    const found = rows.map((_, index) => outcomes.get(testId(`d${index}`)));
    expect(found, `${each}`).toEqual(
      rows.map(([, , exact]) => ({ status: 'value', value: rational(exact(each)) })),
    );
  });
});

test.each([
  { month: 1, day: 1 },
  { month: 3, day: 1 },
  { month: 7, day: 1 },
])(
  'an insured year from $month-$day is that of base around every edge of two centuries',
  (start) => {
    const on = inputRef(testId('日期'));
    const body: Expr = { kind: 'date-part', part: 'insured-year', operand: on };
    const program = testProgram({
      yearStart: start,
      declarations: [testInput('日期', date)],
      definitions: [testDefinition('年', body, { type: integer })],
    });
    const edges = ['01-01', '02-28', '03-01', '07-01', '12-31'];
    const days = Array.from({ length: 230 }, (_, index) => 1885 + index).flatMap((year) =>
      edges.flatMap((edge) => [-1, 0, 1].map((shift) => day(`${year}-${edge}`) + shift)),
    );
    const calculator = load(program, { capacity: { rows: days.length, people: 1 } });
    fillClaims(calculator, claimsOf(days.map((each) => ({ 日期: BigInt(each) }))));
    calculator.rows(0, days.length);
    const years = days.map((_, row) => readOutcomes(calculator, row).get(testId('年')));
    expect(years).toEqual(
      days.map((each) => ({ status: 'value', value: rational(insuredYear(each, start)) })),
    );
  },
);

test('what is 不适用 or missing is in no sum, and counted where it is missing', () => {
  const amount = testInput('金额', money, { low: '0', high: '100' });
  const isLarge = compareTo(inputRef(amount.id), '>', numberLiteral(money, 10));
  const program = testProgram({
    declarations: [amount],
    definitions: [
      testDefinition('大额', choose(isLarge, inputRef(amount.id), notApplicable(money, '小')), {
        optional: true,
      }),
      testDefinition('照旧', definitionRef(testId('大额')), { optional: true }),
    ],
  });
  const calculator = load(program, { facts: 'partial' });
  fillClaims(calculator, claimsOf([{ 金额: 5n }, { 金额: 50n }, {}]));
  expect(calculator.rows(0, 3)).toBe(0);
  expect(sumAt(calculator, 0)).toEqual([50n, 1n, 1n]);
});

test('a set of more members than 64 bits hold is refused with a finding', () => {
  const wide = testEnumeration(
    '类别',
    Array.from({ length: 64 }, (_, index) => `类${index}`),
  );
  const kinds = testInput('类', { kind: 'set', enumeration: wide.id });
  const body: Expr = { kind: 'intersects', operand: inputRef(kinds.id), members: ['类3'] };
  const definition = testDefinition('有', body, { type: { kind: 'boolean' } });
  const { emitted, diagnostics } = emitWasm(
    testProgram({ declarations: [wide, kinds], definitions: [definition] }),
  );
  expect(emitted).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(['set-too-wide']);
});
