import type { Validity } from '@tiaoli/base';
import { fenLiteral, no, noMoney, yes } from '@tiaoli/ir';
import { expect, test } from 'vitest';
import { byVersion, closedValidities, inForce, intersection, isNever } from './versions.ts';

test.each<{ why: string; written: readonly Validity[]; closed: readonly Validity[] }>([
  { why: 'a lone version', written: [{ from: 10 }], closed: [{ from: 10 }] },
  {
    why: 'ends the day before the next one',
    written: [{ from: 10 }, { from: 20 }],
    closed: [{ from: 10, to: 19 }, { from: 20 }],
  },
  {
    why: 'in the order given, whatever the dates',
    written: [{ from: 20 }, { from: 10 }],
    closed: [{ from: 20 }, { from: 10, to: 19 }],
  },
  {
    why: 'an end of its own stays, with the days between left open',
    written: [{ from: 10, to: 12 }, { from: 20 }],
    closed: [{ from: 10, to: 12 }, { from: 20 }],
  },
  {
    why: 'an end behind the next start is cut',
    written: [{ from: 10, to: 30 }, { from: 20 }],
    closed: [{ from: 10, to: 19 }, { from: 20 }],
  },
  {
    why: 'a version without a start comes first',
    written: [{}, { from: 20 }],
    closed: [{ to: 19 }, { from: 20 }],
  },
  {
    why: 'three in a row',
    written: [{ from: 1 }, { from: 2 }, { from: 3, to: 9 }],
    closed: [
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 9 },
    ],
  },
])('closes: $why', ({ written, closed }) => {
  expect(closedValidities(written)).toEqual(closed);
});

test.each<{ left: Validity; right: Validity; days: Validity; never: boolean }>([
  { left: {}, right: {}, days: {}, never: false },
  { left: { from: 1 }, right: { to: 5 }, days: { from: 1, to: 5 }, never: false },
  { left: { from: 1, to: 9 }, right: { from: 3 }, days: { from: 3, to: 9 }, never: false },
  { left: { from: 1, to: 3 }, right: { from: 3 }, days: { from: 3, to: 3 }, never: false },
  { left: { from: 1, to: 2 }, right: { from: 3 }, days: { from: 3, to: 2 }, never: true },
])('days of both $left and $right', ({ left, right, days, never }) => {
  expect(intersection(left, right)).toEqual(days);
  expect(isNever(intersection(left, right))).toBe(never);
});

const ten = { validity: { from: 10 }, fen: 1 };
const twenty = { validity: { from: 20 }, fen: 2 };

test('a version that always holds needs no choice', () => {
  expect(byVersion([{ validity: {}, fen: 7 }], 'on', ({ fen }) => fenLiteral(fen))).toEqual(
    fenLiteral(7),
  );
});

test('versions become a choice by the governing date', () => {
  expect(byVersion([ten, twenty], 'd/出院日期', ({ fen }) => fenLiteral(fen), noMoney)).toEqual({
    kind: 'dated',
    on: 'd/出院日期',
    versions: [
      { validity: { from: 10, to: 19 }, value: fenLiteral(1) },
      { validity: { from: 20 }, value: fenLiteral(2) },
    ],
    otherwise: noMoney,
  });
});

test('without versions the absent value holds, and there must be one', () => {
  expect(byVersion([], 'on', () => yes, noMoney)).toEqual(noMoney);
  expect(() => byVersion([], 'on', () => yes)).toThrow();
});

test('a condition by days is false outside them', () => {
  expect(inForce({}, 'on')).toEqual(yes);
  expect(inForce({ to: 5 }, 'on')).toEqual({
    kind: 'dated',
    on: 'on',
    versions: [{ validity: { to: 5 }, value: yes }],
    otherwise: no,
  });
});
