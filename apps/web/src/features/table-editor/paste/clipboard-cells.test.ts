import { expect, test } from 'vitest';
import { clipboardCells, spreadCells, textCells } from './clipboard-cells.ts';

function onClipboard(text: string) {
  return clipboardCells({ getData: (type) => (type === 'text/plain' ? text : '') });
}

test('the text of a spreadsheet: tabs, quotes with line breaks, blank edges left out', () => {
  expect(onClipboard('一级\t"200元\n每次"\t\r\n二级\t"说""好"\t\r\n\t\t\r\n')).toEqual([
    ['一级', '200元\n每次'],
    ['二级', '说"好'],
  ]);
  expect(textCells('6" 管\t1')).toEqual([['6" 管', '1']]);
});

test('what is no more than one cell is pasted as text is', () => {
  expect(onClipboard('200元')).toBeUndefined();
  expect(onClipboard('200元\r\n')).toBeUndefined();
  expect(onClipboard('')).toBeUndefined();
});

test('a merged cell stands in each cell that it covers, a text that only lies over others in its own', () => {
  const one = { rows: 1, columns: 1, isMerged: true };
  expect(
    spreadCells([
      [
        { ...one, text: '职工', rows: 2 },
        { ...one, text: '一级' },
        { ...one, text: '85%' },
      ],
      [
        { ...one, text: '二级' },
        { ...one, text: '80%' },
      ],
      [{ ...one, text: '注：长长的说明', columns: 3, isMerged: false }],
    ]),
  ).toEqual([
    ['职工', '一级', '85%'],
    ['职工', '二级', '80%'],
    ['注：长长的说明', '', ''],
  ]);
});
