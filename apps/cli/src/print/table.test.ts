import { expect, test } from 'vitest';
import { printTable } from './table.ts';

test('columns are as wide as their widest cell on a terminal', () => {
  const rows = [
    ['住院统筹', '1.00', '本年'],
    ['a', '20,000.00', ''],
    ['合计', '3.00'],
  ];
  expect(printTable(rows, ['left', 'right', 'left'], '  ')).toBe(
    '  住院统筹       1.00  本年\n  a         20,000.00\n  合计           3.00\n',
  );
});
