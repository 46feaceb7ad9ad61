import { displayWidth } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { rowHeight, shortName } from './row-names.ts';

const long =
  '参数「支付比例」 三类：60% → 65%（提高5个百分点）；二类：55% → 60%（提高5个百分点）；一类：50% → 55%';

test.each([
  ['太原市', 360, '太原市'],
  [long, 360, '参数「支付比例」 三类：60% → 65%（提高5个百…'],
])('%s in a chart of %i pixels: %s', (name, width, short) => {
  expect(shortName(name, width)).toBe(short);
});

test('wider charts show more, and rows are as high as the longest name', () => {
  expect(displayWidth(shortName(long, 1200))).toBeGreaterThan(displayWidth(shortName(long, 360)));
  expect(rowHeight(['太原市'], 360, 34)).toBe(34);
  expect(rowHeight(['太原市', long], 360, 34)).toBe(53);
});
