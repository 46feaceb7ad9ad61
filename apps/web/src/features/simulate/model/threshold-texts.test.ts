import { expect, test } from 'vitest';
import { readThresholds, withUnit, writeThresholds } from './threshold-texts.ts';

test('what is assumed is read as it was written', () => {
  const values = new Map([
    ['普通监测线', '60%'],
    ['省居民人均可支配收入', '2万元'],
  ]);
  expect(writeThresholds(values)).toBe('普通监测线=60%；省居民人均可支配收入=2万元');
  expect(readThresholds(writeThresholds(values))).toEqual(values);
  expect(readThresholds('a = 1 ; b=; =2;c')).toEqual(new Map([['a', '1']]));
  expect(readThresholds(undefined).size).toBe(0);
  expect(writeThresholds(new Map([['a', '']]))).toBe('');
});

test('a share without its sign is percent, never a multiple', () => {
  expect(withUnit('60', 'rate')).toBe('60%');
  expect(withUnit('62.5', 'rate')).toBe('62.5%');
  expect(withUnit('60%', 'rate')).toBe('60%');
  expect(withUnit('2万元', 'money')).toBe('2万元');
});
