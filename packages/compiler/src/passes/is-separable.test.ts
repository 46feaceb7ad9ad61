import type { LayerDeclaration, LayerSlot } from '@tiaoli/ir';
import { compareTo, fenLiteral, inputRef, literal, rate } from '@tiaoli/ir';
import { nowhere, testId, testProgram } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';

const base = { validity: {}, span: nowhere };

const yearly: LayerSlot = {
  ...base,
  kind: 'deductible',
  period: 'year',
  amount: fenLiteral(1_000_000),
  highestInYear: false,
  by: [],
};

const bands: LayerSlot = {
  ...base,
  kind: 'brackets',
  basis: 'absolute',
  cumulative: true,
  bands: [{ upTo: fenLiteral(5), rate: literal(rate, '0.6') }, { rate: literal(rate, '0.7') }],
};

function layerOf(slots: readonly LayerSlot[]): LayerDeclaration {
  return {
    id: testId('大病'),
    name: '大病',
    document: 'd',
    span: nowhere,
    kind: 'layer',
    entity: testId('结算'),
    payer: '居民大病',
    governedBy: 'on',
    yearBy: 'on',
    slots,
    cases: [],
    otherwise: 'own-slots',
    otherwiseSlots: [],
    inYear: 'incremental',
    rounding: { mode: 'half-away-from-zero', unit: '1' },
    results: {},
    accumulators: [],
  };
}

test.each<{ name: string; slots: readonly LayerSlot[]; separable: boolean }>([
  { name: 'yearly deductible and bands', slots: [yearly, bands], separable: true },
  {
    name: 'bands of the claim',
    slots: [yearly, { ...bands, cumulative: false }],
    separable: false,
  },
  { name: 'bands on the excess', slots: [yearly, { ...bands, basis: 'excess' }], separable: false },
  {
    name: 'a deductible per claim',
    slots: [{ ...yearly, period: 'claim' }, bands],
    separable: false,
  },
  {
    name: 'a deductible by the level of the claim',
    slots: [{ ...yearly, amount: inputRef(testId('起付标准')) }, bands],
    separable: false,
  },
  {
    name: 'a limit behind the deductible',
    slots: [
      yearly,
      bands,
      { ...base, kind: 'admit', period: 'year', limit: fenLiteral(9), moment: 'after-deductible' },
    ],
    separable: false,
  },
  {
    name: 'an adjustment under a condition',
    slots: [
      yearly,
      bands,
      {
        ...base,
        kind: 'adjustment',
        label: '倾斜',
        target: 'rate',
        change: { kind: 'add', amount: literal(rate, '0.05') },
        when: compareTo(inputRef(testId('a')), '=', inputRef(testId('b'))),
        before: [],
        tracked: false,
      },
    ],
    separable: false,
  },
])('$name: $separable', ({ slots, separable }) => {
  const layer = layerOf(slots);
  const { separable: found } = analyse(testProgram({ declarations: [layer] }));
  expect(found.get(layer.id)).toBe(separable);
});
