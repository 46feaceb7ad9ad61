import type { LocalText } from '@tiaoli/base';
import type { TableEditing } from './table-edit.ts';

/** Why a table is not edited, each with what helps. */
const reasons = {
  'no-table': {
    zh: '这张表已经不在正文里，请重新选择',
    en: 'this table is no longer in the text; choose it again',
  },
  'no-cell': {
    zh: '没有这一格：这一行的格数与表头不同，请先在正文里补齐',
    en: 'there is no such cell: the row has another number of cells than the heading; complete it in the text first',
  },
  'comment-inside': {
    zh: '这一格中间有注释，在表格里改会丢掉它；请在正文里改',
    en: 'a comment stands inside this cell and would be lost; edit it in the text',
  },
  'not-one-cell': {
    zh: '写进去就不再是一格了：一格里不能有 ； ｜ ： 或没有配对的引号、括号。请分到几格，或在正文里改',
    en: 'this would no longer be one cell: it may not hold ; | : or a quote or bracket without its partner. Use several cells, or edit the text',
  },
  'blank-cell': {
    zh: '格子不能留空：没有待遇写“不适用”，来源没有说明写“未见 "原因"”',
    en: 'a cell is never blank: write 不适用 where there is none, 未见 "why" where the sources do not say',
  },
  'heading-row': {
    zh: '表头说明各列是什么，不能删去',
    en: 'the heading says what the columns are and cannot be deleted',
  },
  'last-column': {
    zh: '这是最后一列值，删去就没有表了；不需要这张表时，在正文里删去它',
    en: 'this is the last column of values; to be rid of the table delete it in the text',
  },
  'key-column': {
    zh: '这一列是查表用的项目，要在正文的“按”后面改',
    en: 'this column is what the table is looked up by; change it behind 按 in the text',
  },
  'one-value': {
    zh: '这张表每行只有一个值，没有表头；要加列，先在正文里写表头',
    en: 'this table has one value a row and no heading; write a heading in the text to have more columns',
  },
  'uneven-rows': {
    zh: '有的行与表头的格数不同，请先补齐再加减列',
    en: 'some rows have another number of cells than the heading; complete them before adding or deleting columns',
  },
  'column-type': {
    zh: '新的一列要写明是什么：金额、比例、整数……',
    en: 'say what the new column holds: 金额, 比例, 整数 …',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type TableRefusal = keyof typeof reasons;

export function refuseEdit(code: TableRefusal): TableEditing {
  return { kind: 'refused', reason: reasons[code] };
}
