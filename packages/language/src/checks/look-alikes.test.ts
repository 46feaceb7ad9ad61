import { expect, test } from 'vitest';
import { foreignLetter, skeleton } from './look-alikes.ts';

test.each([
  ['起付线', '起付綫'],
  ['二〇二五', '二○二五'],
  ['方案A', '方案А'],
  ['一档', '—档'],
  ['自己', '自已'],
])('%s and %s look alike', (left, right) => {
  expect(left).not.toBe(right);
  expect(skeleton(left)).toBe(skeleton(right));
});

test.each([
  ['方案А', { letter: 'А', meant: 'A' }],
  ['一档', undefined],
  ['起付綫', undefined],
  ['二○二五', { letter: '○', meant: '〇' }],
  ['⽉限额', { letter: '⽉', meant: '月' }],
])('%s holds %j', (name, found) => {
  expect(foreignLetter(name)).toEqual(found);
});
