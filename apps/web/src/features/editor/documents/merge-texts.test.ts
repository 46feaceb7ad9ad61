import { expect, test } from 'vitest';
import { mergeTexts } from './merge-texts.ts';

const base = '一\n二\n三\n四\n五\n';

test.each([
  ['nothing', base, base, base],
  ['mine alone', '一\n二二\n三\n四\n五\n', base, '一\n二二\n三\n四\n五\n'],
  ['theirs alone', base, '一\n二\n三\n四\n', '一\n二\n三\n四\n'],
  ['apart', '零\n一\n二\n三\n四\n五\n', '一\n二\n三\n四四\n五\n', '零\n一\n二\n三\n四四\n五\n'],
  ['both alike', '一\n二二\n三\n四\n五\n', '一\n二二\n三\n四\n五\n', '一\n二二\n三\n四\n五\n'],
  ['alike, and more', '一\n二二\n三\n四\n六\n', '一\n二二\n三\n四\n五\n', '一\n二二\n三\n四\n六\n'],
  ['the same line', '一\n二甲\n三\n四\n五\n', '一\n二乙\n三\n四\n五\n', undefined],
  ['lines beside each other', '一\n甲\n三\n四\n五\n', '一\n二\n乙\n四\n五\n', undefined],
  ['changed here, deleted there', '一\n甲\n三\n四\n五\n', '一\n三\n四\n五\n', undefined],
  [
    'two insertions in one place',
    '一\n甲\n二\n三\n四\n五\n',
    '一\n乙\n二\n三\n四\n五\n',
    undefined,
  ],
])('%s', (_what, mine, theirs, expected) => {
  expect(mergeTexts(base, mine, theirs)).toBe(expected);
});

test.each([
  ['an empty base', '', '甲\n', '', '甲\n'],
  ['both from nothing', '', '甲\n', '乙\n', undefined],
  ['all deleted by both', '甲\n乙', '', '', ''],
  ['a last line without an end', 'a\nb\nc\nd', 'A\nb\nc\nd', 'a\nb\nc\nD', 'A\nb\nc\nD'],
  [
    'line ends are text',
    'a\r\nb\r\nc\r\n',
    'x\r\nb\r\nc\r\n',
    'a\r\nb\r\ny\r\n',
    'x\r\nb\r\ny\r\n',
  ],
])('%s', (_what, from, mine, theirs, expected) => {
  expect(mergeTexts(from, mine, theirs)).toBe(expected);
});

test('no line that either added is lost, whichever way round', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `行${index}\n`);
  for (let at = 0; at < 36; at += 3) {
    const mine = lines.toSpliced(at, 1, `甲${at}\n`).join('');
    const theirs = lines.toSpliced(at + 3, 1, `乙${at}\n`).join('');
    const merged = mergeTexts(lines.join(''), mine, theirs) ?? '';
    expect(merged).toBe(mergeTexts(lines.join(''), theirs, mine));
    expect(merged).toContain(`甲${at}\n`);
    expect(merged).toContain(`乙${at}\n`);
    expect(merged.split('\n').length).toBe(41);
  }
});
