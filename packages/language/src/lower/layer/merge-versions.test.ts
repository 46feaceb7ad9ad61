import type { Validity } from '@tiaoli/base';
import type { LayerCase, LayerSlot } from '@tiaoli/ir';
import { fenLiteral, inputRef, not } from '@tiaoli/ir';
import { nowhere } from '@tiaoli/ir/testing';
import { expect, test } from 'vitest';
import type { LayerVersion } from './merge-versions.ts';
import { mergeVersions, withOwnLabels } from './merge-versions.ts';

function cap(fen: number, validity: Validity = {}): LayerSlot {
  return { kind: 'cap', period: 'year', limit: fenLiteral(fen), validity, span: nowhere };
}

function caseOf(label: string, validity: Validity = {}): LayerCase {
  return { label, validity, when: inputRef(label), slots: [cap(5)], span: nowhere };
}

function version(validity: Validity, rest: Partial<LayerVersion> = {}): LayerVersion {
  return {
    validity,
    slots: [cap(validity.from ?? 0)],
    cases: [],
    otherwise: 'own-slots',
    otherwiseSlots: [],
    ...rest,
  };
}

test('a layer without days always stands', () => {
  expect(mergeVersions([version({})], 'on')).toMatchObject({ days: [], slots: [cap(0)] });
});

test('a single version keeps its slots as they are and stands on its days', () => {
  expect(mergeVersions([version({ from: 10, to: 20 })], 'on')).toMatchObject({
    days: [{ from: 10, to: 20 }],
    slots: [cap(10)],
  });
});

test('slots of several versions hold until the next version starts', () => {
  const merged = mergeVersions(
    [
      version({ from: 10, to: 12 }),
      version({ from: 20 }, { slots: [cap(1), cap(2, { from: 25 })] }),
    ],
    'on',
  );
  expect(merged.days).toEqual([{ from: 10, to: 12 }, { from: 20 }]);
  expect(merged.slots).toEqual([cap(10, { to: 19 }), cap(1, { from: 20 }), cap(2, { from: 25 })]);
});

test('what never comes into force in its version is left out', () => {
  const late = version(
    { from: 10 },
    { slots: [cap(1), cap(2, { from: 30 })], cases: [caseOf('甲', { from: 40 })] },
  );
  const { slots, cases } = mergeVersions([late, version({ from: 20 })], 'on');
  expect(slots).toEqual([cap(1, { to: 19 }), cap(20, { from: 20 })]);
  expect(cases).toEqual([]);
});

test('an otherwise that only one version has becomes a case of it', () => {
  const closed = version({ from: 10 }, { cases: [caseOf('甲')], otherwise: 'not-applicable' });
  const open = version(
    { from: 20 },
    { cases: [caseOf('乙')], otherwise: 'case', otherwiseSlots: [cap(9)] },
  );
  const merged = mergeVersions([closed, open], 'on');
  expect(merged.otherwise).toBe('not-applicable');
  expect(merged.cases.map(({ label, validity }) => ({ label, validity }))).toEqual([
    { label: '甲', validity: { to: 19 } },
    { label: '乙', validity: { from: 20 } },
    { label: '其余', validity: { from: 20 } },
  ]);
  const rest = merged.cases[2];
  expect(rest?.slots).toEqual([cap(9, { from: 20 })]);
  expect(rest?.when).toMatchObject({ kind: 'not' });
  expect(rest?.when).not.toEqual(not(inputRef('乙')));
});

test('cases of one label are told apart by their first day', () => {
  const labels = withOwnLabels([caseOf('甲'), caseOf('乙'), caseOf('甲', { from: 0 })]);
  expect(labels.map(({ label }) => label)).toEqual(['甲', '乙', '甲（自 1970-01-01）']);
});
