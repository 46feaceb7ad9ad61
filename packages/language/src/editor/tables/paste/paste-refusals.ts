import type { LocalText } from '@tiaoli/base';

/** Why a cell of a spreadsheet is not taken over, each with what helps. */
const reasons = {
  'spreadsheet-error': {
    zh: '这是电子表格的出错标记，请在原表里改好再粘贴',
    en: 'this is an error of the spreadsheet; mend it there and paste again',
  },
  scientific: {
    zh: '这是科学记数，位数可能已经丢了；请在原表里把单元格设成“数值”再复制',
    en: 'this is scientific notation, digits may be lost; set the cell to “Number” in the spreadsheet and copy again',
  },
  formula: {
    zh: '这是公式，不是值；请在原表里复制算好的值',
    en: 'this is a formula and no value; copy the result in the spreadsheet',
  },
  dash: {
    zh: '横线说不清是零还是没有：是零写“0元”“0%”，没有待遇写“不适用”，来源没有说明写“未见 "原因"”',
    en: 'a dash may be zero or nothing: write 0 with its unit, 不适用 where there is none, 未见 "why" where the sources do not say',
  },
  negative: {
    zh: '括号里的数在表格里是负数，这里不收负数；请改成正数',
    en: 'a number in brackets is negative in a spreadsheet; write a positive one',
  },
  separators: {
    zh: '千位分隔符的位置不对，说不清是多少；请在原表里改好再粘贴',
    en: 'the thousands separators stand in the wrong place; mend it in the spreadsheet and paste again',
  },
  'no-column': {
    zh: '这张表没有这一列；请先加列，或者从更左的一格开始粘贴',
    en: 'the table has no such column; add one first, or paste from a cell further left',
  },
  'not-one-cell': {
    zh: '写进去就不再是一格了：一格里不能有 ； ｜ ： 或没有配对的引号、括号',
    en: 'this would no longer be one cell: it may not hold ; | : or a quote or bracket without its partner',
  },
  'comment-inside': {
    zh: '原来这一格中间有注释，粘贴会丢掉它；请在正文里改',
    en: 'a comment stands inside this cell and would be lost; edit it in the text',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type PasteRefusal = keyof typeof reasons;

export function pasteReason(code: PasteRefusal): LocalText {
  return reasons[code];
}
