import type { TableView } from '@tiaoli/language-server';
import { expect, test } from 'vitest';
import { textCells } from './clipboard-cells.ts';
import { tableText } from './copy-table.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function view(lines: readonly (readonly string[])[]): TableView {
  return {
    ...{ from: 0, kind: 'table', name: '表', range, isTyped: false, keyCount: 1, heading: 0 },
    headings: lines[0] ?? [],
    rows: lines.map((cells) => ({ range, cells: cells.map((text) => ({ range, text })) })),
  };
}

test('a table comes back from a spreadsheet as it went out, and holds no formula', () => {
  const lines = [
    ['级别', '比例'],
    ['一级', '未见 "没有\t公布"'],
    ['二级', '85%'],
  ];
  expect(textCells(tableText(view(lines)))).toEqual(lines);
  expect(tableText(view([['甲'], ['=HYPERLINK("x")']]))).toBe('甲\r\n"\'=HYPERLINK(""x"")"');
});
