import type { Expr } from '@tiaoli/ir';
import {
  choose,
  fenLiteral,
  inputRef,
  maximum,
  minimum,
  minus,
  noMoney,
  numberLiteral,
  plus,
  rate,
  times,
  whole,
  yes,
} from '@tiaoli/ir';
import { nowhere } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { adjustAmount, adjustmentsOf, adjustRate, waivedAmount, waivers } from './adjustments.ts';
import type { SlotOf } from './layer-source.ts';

type Adjustment = SlotOf<'adjustment'>;

function adjustment(label: string, rest: Partial<Adjustment> = {}): Adjustment {
  return {
    kind: 'adjustment',
    label,
    target: 'deductible',
    change: { kind: 'add', amount: fenLiteral(100) },
    before: [],
    tracked: false,
    validity: {},
    span: nowhere,
    ...rest,
  };
}

const half = numberLiteral(rate, { numerator: 1n, denominator: 2n });
const halved: Partial<Adjustment> = { change: { kind: 'times', factor: half } };
const retired = inputRef('退休');

test.each([
  {
    why: 'factors before amounts',
    slots: [adjustment('甲'), adjustment('乙', halved)],
    order: ['乙', '甲'],
  },
  {
    why: 'by label where they commute, not as written',
    slots: [adjustment('乙'), adjustment('甲')],
    order: ['乙', '甲'].sort(),
  },
  {
    why: '先于 prevails over the kind of change',
    slots: [adjustment('甲', { before: ['乙'] }), adjustment('乙', halved)],
    order: ['甲', '乙'],
  },
  {
    why: '先于 in a chain',
    slots: [
      adjustment('丙'),
      adjustment('乙', { before: ['丙'] }),
      adjustment('甲', { before: ['乙'] }),
    ],
    order: ['甲', '乙', '丙'],
  },
  {
    why: 'other targets are left out',
    slots: [adjustment('甲'), adjustment('乙', { target: 'cap' })],
    order: ['甲'],
  },
  {
    why: '先于 a label that is not here',
    slots: [adjustment('甲', { before: ['丁'] })],
    order: ['甲'],
  },
])('order: $why', ({ slots, order }) => {
  const found = adjustmentsOf(slots, ['deductible'], 'on');
  expect(found.map(({ slot }) => slot.label)).toEqual(order);
  const reversed = adjustmentsOf(slots.toReversed(), ['deductible'], 'on');
  expect(reversed.map(({ slot }) => slot.label)).toEqual(order);
});

test('the adjustment whose loss is measured is left out', () => {
  const slots = [adjustment('甲'), adjustment('乙')];
  expect(adjustmentsOf(slots, ['deductible'], 'on', '甲').map(({ slot }) => slot.label)).toEqual([
    '乙',
  ]);
});

test('versions of one label end each other; another target of that label is not a version', () => {
  const slots = [
    adjustment('甲', { validity: { from: 10 } }),
    adjustment('甲', { validity: { from: 20 }, when: retired }),
    adjustment('甲', { validity: { from: 15 }, target: 'rate' }),
  ];
  const validityOf = (when: Expr) =>
    when.kind === 'dated' ? when.versions[0]?.validity : undefined;
  const found = adjustmentsOf(slots, ['deductible'], 'on').map(({ when }) =>
    when.kind === 'logic' ? when.operands.map(validityOf)[0] : validityOf(when),
  );
  expect(found).toEqual([{ from: 10, to: 19 }, { from: 20 }]);
});

const active = (rest: Partial<Adjustment>, when: Expr = retired) => ({
  slot: adjustment('甲', rest),
  when,
});
const amount = inputRef('起付');
const more = plus(amount, fenLiteral(100));

test.each([
  { why: 'nothing', adjustments: [], result: amount },
  { why: 'an amount', adjustments: [active({})], result: choose(retired, more, amount) },
  {
    why: 'a factor',
    adjustments: [active(halved)],
    result: choose(retired, times(amount, half), amount),
  },
  {
    why: 'a floor of its own binds only where it applies',
    adjustments: [active({ atLeast: fenLiteral(50) })],
    result: choose(retired, maximum(fenLiteral(50), more), amount),
  },
  {
    why: 'a ceiling of its own',
    adjustments: [active({ atMost: fenLiteral(500) })],
    result: choose(retired, minimum(fenLiteral(500), more), amount),
  },
  {
    why: 'a waiver is no amount',
    adjustments: [active({ change: { kind: 'waive' } })],
    result: amount,
  },
  {
    why: 'one after the other',
    adjustments: [active({}, yes), active(halved, yes)],
    result: times(more, half),
  },
])('adjusts an amount: $why', ({ adjustments, result }) => {
  expect(adjustAmount(amount, adjustments)).toEqual(result);
});

test('a waiver makes the amount 0 under its condition', () => {
  const waived = waivers([active({}), active({ change: { kind: 'waive' } })]);
  expect(waived).toEqual([retired]);
  expect(waivedAmount(amount, waived)).toEqual(choose(retired, noMoney, amount));
});

test('a written rate is not clamped, an adjusted one is', () => {
  const written = numberLiteral(rate, { numerator: 3n, denominator: 5n });
  expect(adjustRate(written, [], undefined)).toEqual(written);
  const raised = adjustRate(written, [active({ ...halved, target: 'rate' }, yes)], undefined);
  expect(raised).toMatchObject({ kind: 'extremum', operator: 'min' });
});

test('the share of the person never falls below its floor', () => {
  const written = numberLiteral(rate, { numerator: 3n, denominator: 5n });
  const floor = numberLiteral(rate, { numerator: 1n, denominator: 100n });
  expect(JSON.stringify(adjustRate(written, [], floor))).toContain(
    JSON.stringify(minimum(written, minus(whole, floor))),
  );
});
