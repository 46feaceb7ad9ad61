import type { Expr, KeyMatch } from '@tiaoli/ir';
import { date, definitionRef, fenLiteral, inputRef, integer, literal, plus } from '@tiaoli/ir';
import { day, item } from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import type { Row } from './sample-outcomes.ts';
import { outcomeOf } from './sample-outcomes.ts';

const cost = inputRef('d/费用');

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
