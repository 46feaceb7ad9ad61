import { expect, test } from 'vitest';
import { writtenQuantity } from './written-numbers.ts';

test.each([
  ['三千元', '3000元'],
  ['三千二百零四元', '3204元'],
  ['一千零五元', '1005元'],
  ['两百块', '200元'],
  ['十五万元', '15万元'],
  ['二十圆', '20元'],
  ['三亿元', '3亿元'],
  ['六折', '60%'],
  ['八五折', '85%'],
  ['七成', '70%'],
  ['七成五', '75%'],
  ['五成半', '55%'],
])('%s was meant for %s', (name, quantity) => {
  expect(writtenQuantity(name)).toBe(quantity);
});

// Read as something, the last two would be a false amount: nobody knows whether 三千五 is 3005 or 3500.
test.each(['起付线', '元', '折', '组成', '百千元', '三百千元', '三千五元', '二三元'])(
  '%s is no quantity',
  (name) => {
    expect(writtenQuantity(name)).toBeUndefined();
  },
);
