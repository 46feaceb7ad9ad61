import type { LocalText } from '@tiaoli/base';

/** One thing that somebody should look at after an import. */
export interface ImportNote {
  readonly code: NoteCode;
  /** The words that it is about, as the source has them. */
  readonly quote?: string;
  /** The first words of the paragraph, or which table and cells. */
  readonly at?: string;
}

export type NoteCode = keyof typeof noteTexts;

/** What each says, and what to do about it. */
const noteTexts = {
  inserted: {
    zh: '修订：插入的文字已收入',
    en: 'Tracked change: what was inserted is taken in',
  },
  deleted: {
    zh: '修订：删去的文字没有收入',
    en: 'Tracked change: what was deleted is left out',
  },
  'moved-away': {
    zh: '修订：移走的文字只收入新的位置',
    en: 'Tracked change: what was moved stands at its new place alone',
  },
  comment: {
    zh: '批注没有收入正文',
    en: 'A comment is no part of the text and was left out',
  },
  footnote: {
    zh: '脚注收在末尾的“脚注”里',
    en: 'A footnote stands at the end, under 脚注',
  },
  header: { zh: '页眉没有收入正文', en: 'A page header was left out' },
  footer: { zh: '页脚没有收入正文', en: 'A page footer was left out' },
  'text-box': {
    zh: '文本框的文字接在所在段落之后，请核对位置',
    en: 'The words of a text box follow the paragraph that it hangs on: check the place',
  },
  picture: {
    zh: '图片没有收入；里面的文字请照着录入',
    en: 'A picture was left out: type in what it says',
  },
  object: {
    zh: '图表或嵌入的文件没有收入，请照着录入',
    en: 'A chart or an embedded file was left out: type in what it says',
  },
  formula: {
    zh: '公式只收入了其中的文字，请核对写法',
    en: 'Of a formula only the characters are taken in: check how it reads',
  },
  ruby: { zh: '注音没有收入', en: 'A phonetic guide was left out' },
  hidden: {
    zh: '隐藏的文字已收入，请核对是否应当保留',
    en: 'Hidden text is taken in: check whether it belongs there',
  },
  'merged-cells': {
    zh: '表格里有合并的格：“←”“↑”表示与左边、上面的格合并',
    en: 'A table has merged cells: ← and ↑ say with which one',
  },
  'nested-table': {
    zh: '格里的表格按行写成了文字，请核对',
    en: 'A table within a cell was written as lines: check them',
  },
  'uneven-table': {
    zh: '表格各行的格数不同，短的行补了空格',
    en: 'Rows of a table have different numbers of cells: shorter ones got empty cells',
  },
  'lost-symbol': {
    zh: '符号字体里的字符看不出是什么，请核对',
    en: 'A character of a symbol font has no meaning outside of it: check the place',
  },
  invisible: {
    zh: '去掉了看不见的控制字符',
    en: 'Invisible control characters were taken out',
  },
  contents: {
    zh: '目录按原样收入，不算条文',
    en: 'The table of contents is kept as it is, and makes no clauses',
  },
  bullet: {
    zh: '项目符号没有收入，文字收在所在的条里',
    en: 'A bullet was left out; its text stands in the clause around it',
  },
  'number-format': {
    zh: '自动编号的格式不认识，按阿拉伯数字写出，请核对',
    en: 'An automatic number of an unknown format is written in figures: check it',
  },
  'same-number': {
    zh: '编号与前面的重复，加了“标识”以便区分，请核对原文',
    en: 'A number occurs twice in the same place; an identifier tells them apart: check the source',
  },
  'follows-item': {
    zh: '没有编号的段落收在前一个编号之下，请核对归属',
    en: 'A paragraph without a number stands under the number before it: check where it belongs',
  },
  'shortened-name': {
    zh: '标题不能作条名，条名有改动，原文完整收在引文里',
    en: 'A heading cannot be a name as it is; the name was changed, the quotation has it whole',
  },
  'split-text': {
    zh: '引号不成对，这一段分成了几段引文',
    en: 'Its quotation marks do not pair, so this paragraph stands as several quotations',
  },
  gb18030: {
    zh: '文本按 GB18030 读入，请核对几个汉字',
    en: 'The text was read as GB18030: check some characters',
  },
  script: {
    zh: '网页里的程序和样式没有收入',
    en: 'Scripts and styles of the page were left out',
  },
  control: {
    zh: '网页里的按钮和输入框没有收入',
    en: 'Buttons and fields of the page were left out',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

/** A note as one sentence with its words and its place. */
export function noteText({ code, quote, at }: ImportNote): LocalText {
  const { zh, en } = noteTexts[code];
  return {
    zh: `${zh}${quote === undefined ? '' : `：「${quote}」`}${at === undefined ? '' : `（在「${at}」处）`}`,
    en: `${en}${quote === undefined ? '' : `: “${quote}”`}${at === undefined ? '' : ` (at “${at}”)`}`,
  };
}
