import type { Expr } from '@tiaoli/ir';
import {
  boolean,
  both,
  compareTo,
  either,
  fenLiteral,
  inputRef,
  integer,
  literal,
  not,
  numberLiteral,
} from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { areAllDisjoint, areDisjoint } from './disjoint.ts';

const level = inputRef('医院级别');
const age = inputRef('年龄');
const cost = inputRef('费用');
const day = inputRef('结算日期');
const groups = inputRef('人员类别');
const retired = compareTo(inputRef('退休'), '=', literal(boolean, true));

function among(...members: string[]): Expr {
  return { kind: 'member', operand: level, members };
}

function holds(...members: string[]): Expr {
  return { kind: 'intersects', operand: groups, members };
}

function aged(operator: '<' | '<=' | '>' | '>=' | '=', years: number): Expr {
  return compareTo(age, operator, numberLiteral(integer, years));
}

function on(operator: '<=' | '>=' | '<', date: string): Expr {
  return compareTo(day, operator, literal({ kind: 'date' }, date));
}

const level1: Expr = compareTo(
  level,
  '=',
  literal({ kind: 'enumeration', enumeration: 'd/医院级别' }, '一级'),
);

test.each([
  { why: 'two members of one enumeration', left: among('一级'), right: among('二级', '三级') },
  { why: 'a member and anything but it', left: among('一级'), right: not(among('一级', '二级')) },
  { why: 'equality is a member too', left: level1, right: among('二级') },
  { why: 'a condition and its negation', left: retired, right: not(retired) },
  { why: 'a set test and its negation', left: holds('低保对象'), right: not(holds('低保对象')) },
  { why: 'bounds that do not meet', left: aged('<', 18), right: aged('>=', 18) },
  { why: 'bounds with a gap', left: aged('<=', 18), right: aged('>=', 19) },
  { why: 'two values of one number', left: aged('=', 1), right: aged('=', 2) },
  {
    why: 'amounts',
    left: compareTo(cost, '<=', fenLiteral(100)),
    right: compareTo(cost, '>', fenLiteral(100)),
  },
  { why: 'days across a year', left: on('<=', '2024-12-31'), right: on('>=', '2025-01-01') },
  {
    why: 'one clashing part of a conjunction',
    left: both(retired, among('一级')),
    right: both(aged('>', 60), among('二级')),
  },
  {
    why: 'every alternative clashes',
    left: either(among('一级'), both(among('二级'), retired)),
    right: either(among('三级'), both(among('二级'), not(retired))),
  },
  {
    why: 'the negation of a disjunction',
    left: not(either(among('一级'), retired)),
    right: among('一级'),
  },
])('proves disjoint: $why', ({ left, right }) => {
  expect(areDisjoint(left, right)).toBe(true);
  expect(areDisjoint(right, left)).toBe(true);
});

test.each([
  { why: 'a common member', left: among('一级', '二级'), right: among('二级') },
  { why: 'two exclusions', left: not(among('一级')), right: not(among('二级')) },
  { why: 'a person may hold two members of a set', left: holds('低保对象'), right: holds('特困') },
  { why: 'different fields', left: among('一级'), right: retired },
  { why: 'bounds that touch', left: aged('<=', 18), right: aged('>=', 18) },
  { why: 'bounds that overlap', left: aged('>', 10), right: aged('<', 20) },
  { why: 'bounds to one side', left: aged('>', 10), right: aged('>', 20) },
  { why: 'one alternative left', left: either(among('一级'), retired), right: among('二级') },
  {
    why: 'a bound that is no literal',
    left: compareTo(cost, '<', inputRef('起付')),
    right: compareTo(cost, '>', fenLiteral(5)),
  },
])('does not prove: $why', ({ left, right }) => {
  expect(areDisjoint(left, right)).toBe(false);
  expect(areDisjoint(right, left)).toBe(false);
});

test('a conjunction of many alternatives is left unproved, not searched', () => {
  const wide = Array.from({ length: 8 }, (_, index) =>
    either(inputRef(`甲${index}`), inputRef(`乙${index}`)),
  );
  expect(areDisjoint(both(among('一级'), ...wide), among('二级'))).toBe(false);
});

test.each([
  { why: 'none', conditions: [], disjoint: true },
  { why: 'one', conditions: [retired], disjoint: true },
  {
    why: 'three levels',
    conditions: [among('一级'), among('二级'), among('三级')],
    disjoint: true,
  },
  {
    why: 'the first and the last overlap',
    conditions: [among('一级'), among('二级'), among('一级', '三级')],
    disjoint: false,
  },
])('all of a list: $why', ({ conditions, disjoint }) => {
  expect(areAllDisjoint(conditions)).toBe(disjoint);
});
