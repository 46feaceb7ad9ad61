import type { ComparedService, DocumentServices, FieldChange } from '@tiaoli/workspace';
import { expect, test } from 'vitest';
import {
  categoriesOf,
  chooseServices,
  compareLists,
  fallOf,
  findService,
  reachedPercent,
} from './choose-services.ts';

const state = {
  workingDays: { value: 1 },
  materials: undefined,
  materialItems: [],
  channels: undefined,
  steps: undefined,
  handler: undefined,
  diseases: undefined,
  filing: undefined,
};

function service(
  name: string,
  limit: FieldChange,
  channels: FieldChange,
  category?: string,
): ComparedService {
  return {
    name,
    ...(category !== undefined && { category }),
    levels: [],
    basis: [],
    clause: { clause: '条', file: 'a.tiaoli', line: 1, text: [], marks: [] },
    before: state,
    after: state,
    changes: {
      workingDays: limit,
      materials: 'same',
      channels,
      steps: 'unsaid',
      handler: 'unsaid',
      diseases: 'unsaid',
      filing: 'unsaid',
    },
  };
}

const services = [
  service('甲', 'changed', 'same', '参保'),
  service('乙', 'same', 'unknown', '待遇'),
  service('丙', 'same', 'changed', '参保'),
];
const names = (changed: Parameters<typeof chooseServices>[1]['changed'], category?: string) =>
  chooseServices(services, { changed, category }).map(({ name }) => name);

test('by what changed, by what is unknown, by main item', () => {
  expect(names([])).toEqual(['甲', '乙', '丙']);
  expect(names(['workingDays'])).toEqual(['甲']);
  expect(names(['workingDays', 'unknown'])).toEqual(['甲', '乙']);
  expect(names(['channels'], '参保')).toEqual(['丙']);
  expect(names([], '待遇')).toEqual(['乙']);
});

test('main items once, and a service by its file and name', () => {
  const document = { file: 'a.tiaoli', services } as unknown as DocumentServices;
  expect(categoriesOf([document])).toEqual(['参保', '待遇']);
  expect(findService([document], { file: 'a.tiaoli', name: '乙' })?.service.name).toBe('乙');
  expect(findService([document], { file: 'b.tiaoli', name: '乙' })).toBeUndefined();
  expect(findService([document], undefined)).toBeUndefined();
});

test('materials that were added and removed', () => {
  expect(compareLists(['身份证', '照片'], ['身份证', '申请表'])).toEqual([
    { text: '身份证', state: 'same' },
    { text: '申请表', state: 'added' },
    { text: '照片', state: 'removed' },
  ]);
});

test('falls and rises of what was there before', () => {
  expect(fallOf(580, 253)).toEqual({ direction: 'fall', share: '56.4%' });
  expect(fallOf(2, 3)).toEqual({ direction: 'rise', share: '50.0%' });
  expect(fallOf(2, 2)).toEqual({ direction: 'same', share: '0.0%' });
  expect(fallOf(0, 3)).toBeUndefined();
});

test('what falls short of a claim never reads as if it reached it', () => {
  const reached = (first: number, second: number, holds: boolean, measure = 'materials' as const) =>
    reachedPercent({ measure, outcome: { kind: 'figures', first, second, reached: '', holds } });
  expect(reached(10_000, 5_004, false)).toBe('49.9%');
  expect(reached(118, 65, true)).toBe('44.9%');
  expect(reached(580, 253, true)).toBe('56.4%');
  expect(reached(2, 3, false)).toBe('−50.0%');
  expect(
    reachedPercent({
      measure: 'channels',
      outcome: { kind: 'figures', first: 3, second: 4, reached: '0.75', holds: true },
    }),
  ).toBe('75.0%');
});
