import { parseDate } from '@tiaoli/base';
import { expect, test } from 'vitest';
import { normalNumber } from './document-header.ts';
import { linkTexts } from './testing.ts';

test.each([
  '鲁政办发〔2022〕12号',
  '鲁政办发[2022]12号',
  '鲁政办发【2022】第12号',
  '鲁政办发（２０２２）12 号',
])('%s is one number', (text) => {
  expect(normalNumber(text)).toBe('鲁政办发〔2022〕12号');
});

test('changes are the days inside the validity on which a statement begins or has ended', () => {
  const { header } = linkTexts({
    a: `文件「甲」 { 文号 甲发[2024]1号；  层级 省 乙省；  施行 自 2024-01-01 至 2025-12-31 }
参数 丙：金额 { 自 2024-01-01 = 1元；  自 2024-07-01 至 2024-12-31 = 2元；  自 2026-01-01 = 3元 }`,
  }).get('a')?.document ?? { header: undefined };
  expect(header).toMatchObject({ id: '甲发〔2024〕1号', level: 'province', place: '乙省' });
  expect(header?.changes).toEqual([parseDate('2024-07-01'), parseDate('2025-01-01')]);
});
