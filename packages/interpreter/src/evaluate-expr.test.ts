import { parseRational } from '@tiaoli/base';
import type { Declaration, Expr, KeyMatch, ValueType } from '@tiaoli/ir';
import {
  boolean,
  compareTo,
  date,
  definitionRef,
  fenLiteral,
  inputRef,
  integer,
  literal,
  money,
  notApplicable,
  numberLiteral,
  plus,
  rate,
  times,
} from '@tiaoli/ir';
import {
  day,
  item,
  testDefinition,
  testEnumeration,
  testInput,
  testProgram,
} from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import { interpretStep } from './interpret-step.ts';
import { emptyState } from './state.ts';
import type { Facts, Value } from './values.ts';
import { printKey } from './values.ts';

const level: ValueType = { kind: 'enumeration', enumeration: 'd/级别' };
const kinds: ValueType = { kind: 'set', enumeration: 'd/身份' };

const declarations: readonly Declaration[] = [
  testEnumeration('级别', ['一级', '二级', '三级'], true),
  testEnumeration('身份', ['低保', '特困', '居民']),
  testInput('费用', money),
  testInput('垫付', money, { optional: true }),
  testInput('全额', money, { default: plus(inputRef('d/费用'), fenLiteral(7)) }),
  testInput('缺', money),
  testInput('也缺', boolean),
  testInput('级', level),
  testInput('身', kinds),
  testInput('无人', kinds),
  testInput('出院', date),
  testInput('类别', level, { spells: true }),
  testInput('金额', money, { entity: item }),
  testInput('计入', boolean, { entity: item }),
];

const items: readonly Facts[] = [
  {
    inputs: new Map<string, Value>([
      ['d/金额', number('100')],
      ['d/计入', true],
    ]),
    children: new Map(),
  },
  {
    inputs: new Map<string, Value>([
      ['d/金额', number('250')],
      ['d/计入', false],
    ]),
    children: new Map(),
  },
  {
    inputs: new Map<string, Value>([
      ['d/金额', number('30')],
      ['d/计入', true],
    ]),
    children: new Map(),
  },
];

const facts: Facts = {
  inputs: new Map<string, Value | null>([
    ['on', number(String(day('2024-05-06')))],
    ['d/费用', number('1000')],
    ['d/垫付', null],
    ['d/级', '二级'],
    ['d/身', new Set(['特困', '低保'])],
    ['d/无人', new Set<string>()],
    ['d/出院', number(String(day('2024-01-31')))],
  ]),
  spells: new Map([
    [
      'd/类别',
      [
        { validity: { to: day('2023-12-31') }, value: '一级' },
        { validity: { from: day('2024-01-01'), to: day('2024-06-30') }, value: '三级' },
      ],
    ],
  ]),
  children: new Map([[item, items]]),
};

/** What an expression comes to on the facts, as short text: the value, `不适用`, or `?` and what is missing. */
function outcomeOf(body: Expr): string {
  const program = testProgram({
    declarations,
    definitions: [
      testDefinition('自身', fenLiteral(42)),
      testDefinition('项', times(inputRef('d/金额'), literal(rate, '0.5')), { entity: item }),
      testDefinition('新', body),
    ],
  });
  const outcome = interpretStep(program, emptyState, facts).outcomes.get('d/新');
  if (!outcome) throw new Error('no outcome');
  if (outcome.status === 'value') return printKey(outcome.value);
  if (outcome.status === 'not-applicable') return `不适用${outcome.reason}`;
  return `?${[...outcome.fields, ...outcome.causes.map(({ cause }) => cause)].join(',')}`;
}

const cost = inputRef('d/费用');
const absent = inputRef('d/缺');
const unknown = inputRef('d/也缺');
const none = inputRef('d/垫付');
const yes = literal(boolean, true);
const no = literal(boolean, false);
const never = notApplicable(money, '甲');
const unseen: Expr = { kind: 'undetermined', type: money, cause: 'not-seen', reason: '未载' };

type Row = readonly [why: string, expr: Expr, outcome: string];

describe('references', () => {
  test.each<Row>([
    ['a literal in fen', fenLiteral(5), '5'],
    ['a date is a day number', literal(date, '1970-01-02'), '1'],
    ['a set', literal(kinds, ['低保', '特困']), '低保,特困'],
    ['a fact', cost, '1000'],
    ['a fact not given', absent, '?d/缺'],
    ['a fact expressly none', none, '不适用'],
    ['a default', inputRef('d/全额'), '1007'],
    ['another definition', definitionRef('d/自身'), '42'],
    ['not applicable', never, '不适用甲'],
    ['not seen', unseen, '?not-seen'],
    ['a spell by the bound day', { kind: 'input', input: 'd/类别', at: 'on' }, '三级'],
    ['a spell by another date', { kind: 'input', input: 'd/类别', at: 'd/出院' }, '三级'],
    ['no spell on that day', { kind: 'input', input: 'd/类别', at: 'd/缺日' }, '?d/缺日'],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('numbers', () => {
  const round = (
    value: string,
    mode: 'half-away-from-zero' | 'toward-zero',
    unit: string,
  ): Expr => ({
    kind: 'round',
    operand: literal(money, value),
    mode,
    unit,
  });
  const bands = (from: number, to: number, perBand?: true): Expr => ({
    kind: 'brackets',
    from: fenLiteral(from),
    to: fenLiteral(to),
    bands: [
      { upTo: fenLiteral(100), rate: literal(rate, '0.5') },
      { upTo: fenLiteral(200), rate: literal(rate, '0.75') },
      { rate: literal(rate, '1') },
    ],
    ...(perBand && { perBand: { mode: 'half-away-from-zero', unit: '1' } }),
  });
  const per = (kind: 'floor-divide', left: number, right: number): Expr => ({
    kind,
    left: numberLiteral(integer, left),
    right: numberLiteral(integer, right),
  });
  const quotient = (left: number, right: number): Expr => ({
    kind: 'quotient',
    left: fenLiteral(left),
    right: fenLiteral(right),
    mode: 'half-away-from-zero',
    unit: '0.0001',
  });
  const extremum = (operator: 'min' | 'max', ...operands: readonly Expr[]): Expr => ({
    kind: 'extremum',
    operator,
    operands,
  });

  test.each<Row>([
    ['sum', plus(cost, fenLiteral(1)), '1001'],
    ['product, exact', times(cost, literal(rate, '1/3')), '1000/3'],
    ['missing operands together', plus(absent, plus(unseen, absent)), '?d/缺,not-seen'],
    ['missing beats nothing: 0 × missing is missing', times(absent, literal(rate, '0')), '?d/缺'],
    ['least', extremum('min', cost, fenLiteral(999), fenLiteral(1001)), '999'],
    ['greatest', extremum('max', cost, fenLiteral(999)), '1000'],
    ['least with one missing', extremum('min', fenLiteral(0), absent), '?d/缺'],
    ['round half up', round('2.5', 'half-away-from-zero', '1'), '3'],
    ['round half up, negative', round('-2.5', 'half-away-from-zero', '1'), '-3'],
    ['round down to yuan', round('199.9', 'toward-zero', '100'), '100'],
    ['brackets from the bottom', bands(0, 250), '175'],
    ['brackets from within a band', bands(50, 150), '62.5'],
    ['brackets at an edge', bands(100, 200), '75'],
    ['brackets of nothing', bands(120, 120), '0'],
    ['brackets turned round', bands(150, 50), '0'],
    ['brackets above all edges', bands(300, 301), '1'],
    ['brackets rounded together', bands(99, 101), '1.25'],
    ['brackets rounded one by one', bands(99, 101, true), '2'],
    ['each full', per('floor-divide', 29, 10), '2'],
    ['each full, negative', per('floor-divide', -1, 10), '-1'],
    ['each full of zero', per('floor-divide', 29, 0), '?gap'],
    ['quotient', quotient(100, 300), '0.3333'],
    ['quotient half up', quotient(1, 8_000), '0.0001'],
    ['quotient by zero', quotient(100, 0), '?gap'],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('conditions', () => {
  const order = ['一级', '二级', '三级'];
  const levels = (operator: '<' | '<=' | '>' | '>=', member: string): Expr => ({
    kind: 'compare',
    operator,
    left: inputRef('d/级'),
    right: literal(level, member),
    order,
  });
  const logic = (operator: 'and' | 'or', ...operands: readonly Expr[]): Expr => ({
    kind: 'logic',
    operator,
    operands,
  });

  test.each<Row>([
    ['less', compareTo(cost, '<', fenLiteral(1000)), 'false'],
    ['at most', compareTo(cost, '<=', fenLiteral(1000)), 'true'],
    ['more', compareTo(cost, '>', fenLiteral(999)), 'true'],
    ['at least', compareTo(cost, '>=', fenLiteral(1001)), 'false'],
    ['equal numbers', compareTo(literal(rate, '0.5'), '=', literal(rate, '1/2')), 'true'],
    ['equal members', compareTo(inputRef('d/级'), '=', literal(level, '二级')), 'true'],
    ['unequal sets', compareTo(inputRef('d/身'), '!=', literal(kinds, ['低保'])), 'true'],
    ['equal sets', compareTo(inputRef('d/身'), '=', literal(kinds, ['低保', '特困'])), 'true'],
    ['members in order', levels('<', '三级'), 'true'],
    ['members in order, equal', levels('>=', '二级'), 'true'],
    ['members in order, not', levels('>', '二级'), 'false'],
    ['one is missing', compareTo(cost, '<', absent), '?d/缺'],
    ['false and missing', logic('and', unknown, no), 'false'],
    ['true and missing', logic('and', yes, unknown), '?d/也缺'],
    ['true or missing', logic('or', unknown, yes), 'true'],
    ['false or missing', logic('or', no, unknown), '?d/也缺'],
    ['true and true', logic('and', yes, yes), 'true'],
    ['false or false', logic('or', no, no), 'false'],
    ['not', { kind: 'not', operand: yes }, 'false'],
    ['not missing', { kind: 'not', operand: unknown }, '?d/也缺'],
    ['present', { kind: 'present', operand: cost }, 'true'],
    ['not present', { kind: 'present', operand: none }, 'false'],
    ['present, missing', { kind: 'present', operand: absent }, '?d/缺'],
    ['one of', { kind: 'member', operand: inputRef('d/级'), members: ['一级', '二级'] }, 'true'],
    ['none of', { kind: 'member', operand: inputRef('d/级'), members: ['一级'] }, 'false'],
    [
      'holds one',
      { kind: 'intersects', operand: inputRef('d/身'), members: ['居民', '低保'] },
      'true',
    ],
    ['holds none', { kind: 'intersects', operand: inputRef('d/身'), members: ['居民'] }, 'false'],
    [
      'the empty set',
      { kind: 'intersects', operand: inputRef('d/无人'), members: ['居民'] },
      'false',
    ],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('choices', () => {
  const one = { when: yes, value: fenLiteral(1), label: '甲' };
  const two = { when: yes, value: fenLiteral(2), label: '乙' };
  const off = { when: no, value: fenLiteral(9), label: '丙' };
  const open = { when: unknown, value: absent, label: '丁' };
  const cases = (
    overlap: 'first' | 'disjoint' | 'checked',
    branches: readonly (typeof one | typeof open)[],
    otherwise?: Expr,
  ): Expr => ({ kind: 'cases', overlap, branches, ...(otherwise && { otherwise }) });
  const combine = (operator: 'highest' | 'lowest' | 'sum', ...operands: readonly Expr[]): Expr => ({
    kind: 'combine',
    operator,
    operands,
  });

  test.each<Row>([
    ['the first that holds', cases('first', [off, one, two]), '1'],
    ['a missing guard before it, without its value', cases('first', [open, one]), '?d/也缺'],
    ['a missing guard behind it', cases('first', [one, open]), '1'],
    ['otherwise', cases('disjoint', [off], fenLiteral(5)), '5'],
    ['a gap', cases('disjoint', [off]), '?gap'],
    ['a missing value', cases('first', [{ ...one, value: absent }]), '?d/缺'],
    ['不适用 is passed on', cases('first', [{ ...one, value: never }]), '不适用甲'],
    ['checked, one holds', cases('checked', [off, two]), '2'],
    ['checked, two agree', cases('checked', [one, { ...two, value: fenLiteral(1) }]), '1'],
    ['checked, two differ', cases('checked', [one, two]), '?conflict'],
    [
      'checked, 不适用 against a value',
      cases('checked', [one, { ...two, value: never }]),
      '?conflict',
    ],
    ['checked, any guard missing', cases('checked', [one, open]), '?d/也缺'],
    ['checked, none holds', cases('checked', [off], fenLiteral(3)), '3'],
    ['checked, a gap', cases('checked', [off]), '?gap'],
    ['highest, skipping 不适用', combine('highest', never, fenLiteral(3), fenLiteral(8)), '8'],
    ['lowest, skipping 不适用', combine('lowest', never, fenLiteral(3), fenLiteral(8)), '3'],
    ['sum, skipping 不适用', combine('sum', fenLiteral(3), never, fenLiteral(8)), '11'],
    ['all 不适用', combine('sum', never, notApplicable(money, '乙')), '不适用甲；乙'],
    ['one missing', combine('highest', fenLiteral(9), absent), '?d/缺'],
    ['or else', { kind: 'or-else', operand: never, fallback: fenLiteral(0) }, '0'],
    ['or else, not needed', { kind: 'or-else', operand: cost, fallback: absent }, '1000'],
    ['or else, missing', { kind: 'or-else', operand: absent, fallback: fenLiteral(0) }, '?d/缺'],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('dated values', () => {
  const dated = (otherwise?: Expr): Expr => ({
    kind: 'dated',
    on: 'd/出院',
    versions: [
      { validity: { to: day('2024-01-30') }, value: fenLiteral(1) },
      { validity: { from: day('2024-02-01') }, value: fenLiteral(2) },
    ],
    ...(otherwise && { otherwise }),
  });
  const on = (date: string, versions: readonly object[] = []): Expr =>
    ({ ...dated(), on: date, versions }) as Expr;
  test.each<Row>([
    ['between the versions', dated(), '?no-version'],
    ['between the versions, otherwise', dated(fenLiteral(3)), '3'],
    ['the version in force', on('on', [{ validity: {}, value: fenLiteral(2) }]), '2'],
    ['a missing date', on('d/入院'), '?d/入院'],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('tables', () => {
  const members = (...names: readonly string[]): KeyMatch => ({ kind: 'members', members: names });
  const rest: KeyMatch = { kind: 'otherwise' };
  const any: KeyMatch = { kind: 'any' };
  const table = (
    keys: readonly Expr[],
    rows: readonly (readonly [readonly KeyMatch[], number])[],
    best?: 'highest' | 'lowest',
  ): Expr => ({
    kind: 'lookup',
    keys,
    rows: rows.map(([match, fen]) => ({ match, value: fenLiteral(fen) })),
    ...(best && { best }),
  });
  const by = [inputRef('d/级')];
  const bySet = [inputRef('d/身')];
  const range = (low: string, high: string, included = true): KeyMatch => ({
    kind: 'range',
    low: { value: low, included },
    high: { value: high, included },
  });

  test.each<Row>([
    [
      'the row of the key',
      table(by, [
        [[members('一级')], 1],
        [[members('二级', '三级')], 2],
      ]),
      '2',
    ],
    [
      'otherwise',
      table(by, [
        [[rest], 9],
        [[members('一级')], 1],
      ]),
      '9',
    ],
    [
      'a named key before otherwise',
      table(by, [
        [[rest], 9],
        [[members('二级')], 2],
      ]),
      '2',
    ],
    ['no row', table(by, [[[members('一级')], 1]]), '?gap'],
    ['a missing key', table([inputRef('d/某')], [[[any], 1]]), '?d/某'],
    ['both ends included', table([cost], [[[range('1000', '1000')], 1]]), '1'],
    [
      'both ends excluded',
      table(
        [cost],
        [
          [[range('1000', '2000', false)], 1],
          [[any], 2],
        ],
      ),
      '2',
    ],
    ['open ends', table([cost], [[[{ kind: 'range' }], 4]]), '4'],
    [
      'the leftmost column decides between two rows with otherwise',
      table(
        [inputRef('d/级'), cost],
        [
          [[rest, range('0', '2000')], 1],
          [[members('二级'), rest], 2],
        ],
      ),
      '2',
    ],
    [
      'the best over a set',
      table(
        bySet,
        [
          [[members('低保')], 5],
          [[members('特困')], 7],
          [[rest], 1],
        ],
        'highest',
      ),
      '7',
    ],
    [
      'the lowest over a set, members without a row of their own by otherwise',
      table(
        bySet,
        [
          [[members('特困')], 7],
          [[rest], 1],
        ],
        'lowest',
      ),
      '1',
    ],
    ['a member without a row', table(bySet, [[[members('特困')], 7]], 'highest'), '?gap'],
    [
      'the empty set takes otherwise',
      table(
        [inputRef('d/无人')],
        [
          [[members('特困')], 7],
          [[rest], 1],
        ],
        'highest',
      ),
      '1',
    ],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('aggregates', () => {
  const element: Expr = {
    kind: 'lookup',
    keys: [{ kind: 'element' }],
    rows: [
      { match: [{ kind: 'members', members: ['低保'] }], value: fenLiteral(5) },
      { match: [{ kind: 'members', members: ['特困'] }], value: fenLiteral(7) },
    ],
  };
  const overSet = (
    operator: 'sum' | 'count' | 'max' | 'second-max',
    set = 'd/身',
    when?: Expr,
  ): Expr => ({
    kind: 'set-aggregate',
    operator,
    set: inputRef(set),
    value: element,
    ...(when && { when }),
  });
  const overItems = (operator: 'sum' | 'count' | 'max', value: Expr, when?: Expr): Expr => ({
    kind: 'child-aggregate',
    operator,
    entity: item,
    value,
    ...(when && { when }),
  });
  const isPoorest: Expr = { kind: 'member', operand: { kind: 'element' }, members: ['特困'] };
  const amount = inputRef('d/金额');
  const counted = inputRef('d/计入');

  test.each<Row>([
    ['sum over a set', overSet('sum'), '12'],
    ['count of a set', overSet('count'), '2'],
    ['greatest of a set', overSet('max'), '7'],
    ['second greatest of a set', overSet('second-max'), '5'],
    ['sum over part of a set', overSet('sum', 'd/身', isPoorest), '7'],
    ['second greatest of one', overSet('second-max', 'd/身', isPoorest), '0'],
    ['sum over the empty set', overSet('sum', 'd/无人'), '0'],
    ['greatest of the empty set', overSet('max', 'd/无人'), '0'],
    ['a missing set', overSet('sum', 'd/某'), '?d/某'],
    ['sum over records', overItems('sum', amount), '380'],
    ['sum over some records', overItems('sum', amount, counted), '130'],
    ['count of some records', overItems('count', amount, counted), '2'],
    ['greatest of records', overItems('max', amount), '250'],
    ['a definition of the record', overItems('sum', definitionRef('d/项'), counted), '65'],
    ['the claim is visible from the record', overItems('sum', plus(amount, cost)), '3380'],
    ['a fact missing on each record', overItems('sum', inputRef('d/缺')), '?d/缺'],
    [
      'records that were not given are missing, not none',
      { ...overItems('sum', amount), entity: 'd/处方' } as Expr,
      '?d/处方',
    ],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('dates', () => {
  const left = inputRef('d/出院');
  const part = (name: 'year' | 'insured-year' | 'month' | 'day'): Expr => ({
    kind: 'date-part',
    part: name,
    operand: left,
  });
  test.each<Row>([
    ['year', part('year'), '2024'],
    ['insured year', part('insured-year'), '2024'],
    ['month', part('month'), '1'],
    ['day', part('day'), '31'],
    [
      'a month later',
      { kind: 'date-shift', shift: 'months', operand: left, by: literal(integer, '1') },
      String(day('2024-02-29')),
    ],
    [
      'first of the next month',
      { kind: 'date-shift', shift: 'first-of-next-month', operand: left },
      String(day('2024-02-01')),
    ],
    [
      'start of a year',
      { kind: 'date-shift', shift: 'year-start', operand: literal(integer, '2023') },
      String(day('2023-01-01')),
    ],
    [
      'days between',
      { kind: 'arithmetic', operator: '-', left, right: literal(date, '2024-01-01') },
      '30',
    ],
  ])('%s', (_, expr, outcome) => {
    expect(outcomeOf(expr)).toBe(outcome);
  });
});

describe('what verify would have refused is a fault of ours', () => {
  test.each<readonly [string, Expr, string]>([
    ['不适用 in a sum', plus(cost, none), 'a strict operator met 不适用'],
    [
      'an unbound parameter',
      { kind: 'parameter', parameter: 'd/p', keys: [], splits: [], on: 'on' },
      'not bound',
    ],
    ['a stray element', { kind: 'element' }, 'outside any set'],
    ['an unknown definition', definitionRef('d/没有'), 'no such definition'],
    ['a text as a number', times(inputRef('d/级'), cost), 'no number'],
  ])('%s', (_, expr, message) => {
    expect(() => outcomeOf(expr)).toThrow(message);
  });
});

function number(text: string) {
  const value = parseRational(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
}
