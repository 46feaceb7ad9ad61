import { expect, test } from 'vitest';
import type { PasteUnit } from './pasted-cell.ts';
import { isSameCell, readPastedCell } from './pasted-cell.ts';

test.each([
  ['１，２００', '元', '1200元'],
  ['1,200.00', '元', '1200元'],
  ['¥1,200.50 ', undefined, '1200.5元'],
  ['￥ 300', undefined, '300元'],
  ['1.5', '万元', '1.5万元'],
  ['15 万元', undefined, '15万元'],
  ['３千元', undefined, '3000元'],
  ['200块', undefined, '200元'],
  ['0', undefined, '0元'],
  ['不适用', undefined, '不适用'],
  ['三级\r\n医院', undefined, '三级医院'],
])('of an amount %j with %s is %s', (written, unit, text) => {
  const read = readPastedCell(written, {
    measure: 'money',
    language: 'zh',
    ...(unit && { unit: unit as PasteUnit }),
  });
  expect(read).toEqual({ kind: 'text', text });
});

test.each([
  ['85.00%', undefined, '85%'],
  ['８５％', undefined, '85%'],
  ['7成', undefined, '70%'],
  ['85', '%', '85%'],
  ['0.855', 'fraction', '85.5%'],
  ['1', 'fraction', '100%'],
  ['0.00', undefined, '0%'],
])('of a rate %j with %s is %s', (written, unit, text) => {
  const read = readPastedCell(written, {
    measure: 'rate',
    language: 'zh',
    ...(unit && { unit: unit as PasteUnit }),
  });
  expect(read).toEqual({ kind: 'text', text });
});

test('a plain number asks for its unit where the column measures something, and is itself elsewhere', () => {
  const language = 'zh';
  expect(readPastedCell('1,200', { measure: 'money', language })).toEqual({ kind: 'plain' });
  expect(readPastedCell('0.85', { measure: 'rate', language })).toEqual({ kind: 'plain' });
  expect(readPastedCell('012', { measure: 'other', language })).toEqual({
    kind: 'text',
    text: '12',
  });
  expect(readPastedCell('2024/1/5', { measure: 'other', language })).toEqual({
    kind: 'text',
    text: '2024-01-05',
  });
  expect(readPastedCell('10万元', { measure: 'money', language: 'en' })).toEqual({
    kind: 'text',
    text: '10 wan yuan',
  });
  expect(readPastedCell(' \u00a0', { measure: 'money', language })).toEqual({ kind: 'blank' });
});

test.each([
  ['#N/A', 'spreadsheet-error'],
  ['########', 'spreadsheet-error'],
  ['1.2E+05', 'scientific'],
  ['=SUM(A1:A3)', 'formula'],
  ['—', 'dash'],
  [' - ', 'dash'],
  ['(1,200.00)', 'negative'],
  ['1,20', 'separators'],
  ['12,00,000', 'separators'],
])('%j is refused as %s', (written, reason) => {
  const read = readPastedCell(written, { measure: 'money', unit: '元', language: 'zh' });
  expect(read).toEqual({ kind: 'wrong', reason });
});

test.each([
  ['10万元', '100000元', true],
  ['85%', '85%', true],
  ['85%', '0.85', false],
  ['0.5', '0.50', true],
  ['300元/次', '300元', false],
  ['一级', '二级', false],
])('%s and %s say the same: %s', (left, right, isSame) => {
  expect(isSameCell(left, right)).toBe(isSame);
});
