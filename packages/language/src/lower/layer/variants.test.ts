import type { Expr, LayerSlot } from '@tiaoli/ir';
import { casesOf, either, fenLiteral, inputRef, noMoney, yes } from '@tiaoli/ir';
import { nowhere } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import type { Variant, VariantSet } from './variants.ts';
import { effectiveSlots, select, slotKey } from './variants.ts';

const at = { validity: {}, span: nowhere };
const flat: LayerSlot = { ...at, kind: 'rate', rate: inputRef('比例'), cumulative: false };
const bands: LayerSlot = {
  ...at,
  kind: 'brackets',
  basis: 'excess',
  cumulative: false,
  bands: [{ rate: inputRef('比例') }],
};
const cap = (label?: string): LayerSlot => ({
  ...at,
  kind: 'cap',
  period: 'year',
  limit: fenLiteral(1000),
  ...(label !== undefined && { label }),
});
const noCap = (label?: string): LayerSlot => ({
  ...at,
  kind: 'no-cap',
  ...(label !== undefined && { label }),
});
const admit = (moment: 'before-deductible' | 'after-deductible'): LayerSlot => ({
  ...at,
  kind: 'admit',
  period: 'year',
  limit: fenLiteral(1000),
  moment,
});
const adjust = (label: string, target: 'deductible' | 'rate'): LayerSlot => ({
  ...at,
  kind: 'adjustment',
  label,
  target,
  change: { kind: 'waive' },
  before: [],
  tracked: false,
});
const guarantee: LayerSlot = {
  ...at,
  kind: 'guarantee',
  rate: inputRef('比例'),
  of: inputRef('费用'),
};

test.each<{ why: string; own: LayerSlot; given: LayerSlot; replaces: boolean }>([
  { why: 'brackets for a flat rate', own: flat, given: bands, replaces: true },
  { why: 'no cap for a cap', own: cap(), given: noCap(), replaces: true },
  { why: 'no cap of another label', own: cap('年'), given: noCap('月'), replaces: false },
  { why: 'no cap of the same label', own: cap('年'), given: noCap('年'), replaces: true },
  { why: 'a labelled cap beside an unlabelled', own: cap(), given: cap('年'), replaces: false },
  {
    why: 'a cost limit of the same moment',
    own: admit('before-deductible'),
    given: admit('before-deductible'),
    replaces: true,
  },
  {
    why: 'a cost limit of the other moment',
    own: admit('before-deductible'),
    given: admit('after-deductible'),
    replaces: false,
  },
  {
    why: 'an adjustment of the same label and target',
    own: adjust('甲', 'rate'),
    given: adjust('甲', 'rate'),
    replaces: true,
  },
  {
    why: 'an adjustment of another target',
    own: adjust('甲', 'rate'),
    given: adjust('甲', 'deductible'),
    replaces: false,
  },
  {
    why: 'an adjustment of another label',
    own: adjust('甲', 'rate'),
    given: adjust('乙', 'rate'),
    replaces: false,
  },
  { why: 'a guarantee', own: guarantee, given: { ...guarantee }, replaces: true },
  { why: 'another kind', own: guarantee, given: flat, replaces: false },
])('a case gives $why', ({ own, given, replaces }) => {
  expect(effectiveSlots([own], [given])).toEqual(replaces ? [given] : [own, given]);
  expect(slotKey(own) === slotKey(given)).toBe(replaces);
});

test('slots that a case does not give are those of the layer', () => {
  expect(effectiveSlots([flat, cap(), guarantee], [bands])).toEqual([cap(), guarantee, bands]);
});

const variant = (name: string): Variant => ({ label: name, guard: inputRef(name), slots: [] });
const set = (overlap: VariantSet['overlap'], ...names: string[]): VariantSet => ({
  overlap,
  variants: [...names.map(variant), { guard: yes, slots: [] }],
});
const fenOf =
  (fen: Readonly<Record<string, number>>) =>
  ({ label = '其余' }: Variant): Expr =>
    fenLiteral(fen[label] ?? 0);

test('variants that agree are one expression', () => {
  expect(select(set('first', '甲', '乙'), fenOf({}))).toEqual(noMoney);
});

test('first: every variant keeps its place', () => {
  expect(select(set('first', '甲', '乙'), fenOf({ 甲: 1, 乙: 0 }))).toEqual(
    casesOf(
      'first',
      [
        { when: inputRef('甲'), value: fenLiteral(1), label: '甲' },
        { when: inputRef('乙'), value: noMoney, label: '乙' },
      ],
      noMoney,
    ),
  );
});

test('disjoint: equal variants share a branch, those like the rest have none', () => {
  expect(select(set('disjoint', '甲', '乙', '丙'), fenOf({ 甲: 1, 乙: 1 }))).toEqual(
    casesOf(
      'disjoint',
      [{ when: either(inputRef('甲'), inputRef('乙')), value: fenLiteral(1) }],
      noMoney,
    ),
  );
});

test('disjoint: the last variant stands for what remains', () => {
  const only: VariantSet = { overlap: 'disjoint', variants: [variant('甲'), variant('乙')] };
  expect(select(only, fenOf({ 甲: 1, 乙: 2 }))).toEqual(
    casesOf(
      'disjoint',
      [{ when: inputRef('甲'), value: fenLiteral(1), label: '甲' }],
      fenLiteral(2),
    ),
  );
});
