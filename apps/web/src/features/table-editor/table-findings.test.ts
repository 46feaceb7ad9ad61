import type { TableView } from '@tiaoli/language-server';
import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver';
import { rowsOf } from '../editor/session/findings.ts';
import { findingsOfTable, tableAtLine } from './table-findings.ts';

function on(line: number, from: number, to: number, last = line): Range {
  return { start: { line, character: from }, end: { line: last, character: to } };
}

const table: TableView = {
  ...{ from: 9, kind: 'table', name: '起付', headings: ['医院级别', '金额'], isTyped: false },
  keyCount: 1,
  range: on(4, 0, 1, 7),
  rows: [
    {
      range: on(5, 2, 12),
      cells: [
        { range: on(5, 2, 4), text: '一级' },
        { range: on(5, 5, 9), text: '200元' },
      ],
    },
    { range: on(6, 2, 12), cells: [{ range: on(6, 2, 4), text: '二级' }] },
  ],
};

test('findings stand at their cell, their row, or over the table', () => {
  const places = [on(5, 5, 9), on(6, 8, 9), on(4, 0, 1, 7), on(9, 0, 3), on(1, 0, 3, 8)];
  const rows = rowsOf(
    'a',
    places.map((range, index) => ({ range, message: `${index}` })),
  );
  const found = findingsOfTable(table, rows);
  expect([...found.cells]).toEqual(['0 1']);
  expect([...found.byRow].map(([row, all]) => [row, all.map(({ fact }) => fact)])).toEqual([
    [0, ['0']],
    [1, ['1']],
  ]);
  expect(found.whole.map(({ fact }) => fact)).toEqual(['2']);
});

test('the cursor is in a table from the line of its head to that of its brace', () => {
  expect([4, 5, 8, 9].map((line) => tableAtLine([table], line)?.name)).toEqual([
    undefined,
    '起付',
    '起付',
    undefined,
  ]);
});
