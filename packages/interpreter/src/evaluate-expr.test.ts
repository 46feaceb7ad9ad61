import type { Expr } from '@tiaoli/ir';
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
import { day } from '@tiaoli/ir/testing';
import { describe, expect, test } from 'vitest';
import type { Row } from './sample-outcomes.ts';
import { kinds, level, outcomeOf } from './sample-outcomes.ts';

const cost = inputRef('d/费用');
const absent = inputRef('d/缺');
const unknown = inputRef('d/也缺');
const none = inputRef('d/垫付');
const yes = literal(boolean, true);
const no = literal(boolean, false);
const never = notApplicable(money, '甲');
const unseen: Expr = { kind: 'undetermined', type: money, cause: 'not-seen', reason: '未载' };

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
