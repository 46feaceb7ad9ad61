import type { LocalText, MessageEntry, Remedy } from '@tiaoli/base';
import { before, behind, instead, without } from '@tiaoli/base';
import { characterMessages } from './character-messages.ts';
import { numberMessages } from './number-messages.ts';
import { slipMessages } from './slip-messages.ts';
import { error } from './syntax-error.ts';

/** A mistake in the text, before it has lines and a file; offsets are UTF-16 code units, `to` is behind the last one. */
export interface SyntaxFinding {
  readonly code: SyntaxCode;
  readonly from: number;
  readonly to: number;
  readonly message: LocalText;
  readonly hint?: LocalText;
  /** Exact remedies, relative to the place. */
  readonly remedies?: readonly Remedy[];
  /** What is missing elsewhere, and where. */
  readonly insertion?: Insertion;
  /** Where what the parser says follows from this mistake, and is told only when it is mended. */
  readonly hides?: Stretch;
}

/** A text to put in at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Offsets; `to` is behind the last one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export type SyntaxCode = keyof typeof syntaxMessages;

type Params<C extends SyntaxCode> =
  (typeof syntaxMessages)[C] extends MessageEntry<infer P> ? P : never;

/** The finding of `code` at `[from, to)`. */
export function syntaxFinding<C extends SyntaxCode>(
  code: C,
  params: Params<C>,
  from: number,
  to: number,
): SyntaxFinding {
  const entry: MessageEntry<Params<C>> = syntaxMessages[code] as MessageEntry<Params<C>>;
  const found = { code, from, to, message: entry.message(params) };
  return {
    ...found,
    ...(entry.hint && { hint: entry.hint(params) }),
    ...(entry.remedies && { remedies: entry.remedies(params) }),
  };
}

interface Shown {
  /** As it stands in the text, or how the end of the file is called. */
  readonly found: LocalText;
}

interface Expected extends Shown {
  readonly expected: LocalText;
}

/** Every message of the scanner, the guard and the parser. */
export const syntaxMessages = {
  ...characterMessages,
  ...numberMessages,
  ...slipMessages,
  'unclosed-quote': error<{ close: string }>({
    message: ({ close }) => ({
      zh: `这段文字没有结束的 ${close}`,
      en: `this text has no closing ${close}`,
    }),
    hint: () => ({
      zh: '文字不能跨行；多段文字写成多个引号',
      en: 'a text ends on its line; several paragraphs are several quoted texts',
    }),
    explanation: {
      zh: '引号和「」必须在同一行结束，这样漏写一个引号只影响一行。',
      en: 'Quotes and 「」 end on their line, so that a forgotten one costs one line only.',
    },
    example: '条「一」"救助比例不低于70% { }',
  }),
  'mismatched-quote': error<{ open: string; close: string }>({
    message: ({ open, close }) => ({
      zh: `引号不成对：${open} 应由 ${close} 结束`,
      en: `mismatched quotes: ${open} is closed by ${close}`,
    }),
    hint: () => ({ zh: '改成同一种引号', en: 'write the two quotes of one pair' }),
    explanation: {
      zh: '开始和结束的引号必须成对。',
      en: 'The opening and the closing quote must be a pair.',
    },
    example: '条「一」“救助比例不低于70%" { }',
  }),
  'unclosed-comment': error({
    message: () => ({ zh: '这段注释没有结束的 */', en: 'this comment has no closing */' }),
    hint: () => ({
      zh: '在注释末尾加 */，或改用 //',
      en: 'add */ behind the comment, or begin it with //',
    }),
    explanation: {
      zh: '以 /* 开始的注释到 */ 为止；一行的注释用 //。',
      en: 'A comment that begins with /* ends in */; one of a line begins with //.',
    },
    example: '/* 说明',
  }),
  'unclosed-brace': error<{ line: number }>({
    message: ({ line }) => ({
      zh: `第 ${line} 行的 { 没有相配的 }`,
      en: `the { of line ${line} has no matching }`,
    }),
    hint: () => ({ zh: '在这一块结束的地方加 }', en: 'add } where the block ends' }),
    explanation: {
      zh: '每个 { 都要有一个 }。报告的位置是缩进最可疑的一个。',
      en: 'Every { needs a }. The one with the most suspicious indentation is reported.',
    },
    example: '层 救助 { 比例 70%；',
  }),
  'extra-brace': error<{ line: number }>({
    message: () => ({ zh: '多了一个 }（没有与它相配的 {）', en: 'this } has no matching {' }),
    hint: ({ line }) => ({
      zh: `多出的可能是这一个，也可能是第 ${line} 行的 }`,
      en: `it may be this one that is too many, or that of line ${line}`,
    }),
    remedies: () => [without],
    explanation: { zh: '每个 } 都要有一个 {。', en: 'Every } needs a {.' },
    example: '层 救助 { 比例 70% }}',
  }),
  'missing-brace': error<Shown & { after: string }>({
    message: ({ after, found }) => ({
      zh: `缺少 {${after && `（在“${after}”之后）`}，这里却是${found.zh}`,
      en: `missing {${after && ` after “${after}”`}, found ${found.en}`,
    }),
    hint: () => ({ zh: '在这里加 {', en: 'add { here' }),
    remedies: () => [before('{ ')],
    explanation: {
      zh: '这个语句要有一个块：{ … }。',
      en: 'The statement needs a block: { … }.',
    },
    example: '层 救助  比例 70% }',
  }),
  'source-too-large': error<{ bytes: number; most: number }>({
    message: ({ bytes, most }) => ({
      zh: `文件有 ${bytes} 字节，超过上限 ${most} 字节`,
      en: `the file has ${bytes} bytes, more than the ${most} allowed`,
    }),
    hint: () => ({ zh: '拆成几个文件', en: 'split it into several files' }),
    explanation: {
      zh: '一个文件至多 1 MiB，这样检查总能很快完成。',
      en: 'A file holds at most 1 MiB, so that a check is always quick.',
    },
  }),
  'too-deep': error<{ most: number }>({
    message: ({ most }) => ({ zh: `嵌套超过 ${most} 层`, en: `nested deeper than ${most} levels` }),
    hint: () => ({ zh: '拆成几个“定义”', en: 'split it into several definitions' }),
    explanation: {
      zh: '过深的式子没有人能读，也会使分析溢出；这一句不参与计算，其余照常检查。',
      en: 'Nobody can read it, and analyses would overflow; the statement is left out, the rest is checked.',
    },
  }),
  'too-many-operands': error<{ most: number }>({
    message: ({ most }) => ({
      zh: `一个式子超过 ${most} 个运算`,
      en: `a statement has more than ${most} operators`,
    }),
    hint: () => ({
      zh: '改写成表，或拆成几个“定义”',
      en: 'write a table, or split it into several definitions',
    }),
    explanation: {
      zh: '这一句不参与计算，其余照常检查。',
      en: 'The statement is left out, the rest is checked.',
    },
  }),
  'missing-semicolon': error<Shown & { after: string }>({
    message: ({ after, found }) => ({
      zh: `缺少 ；${after && `（在“${after}”之后）`}，这里却是${found.zh}`,
      en: `missing ；${after && ` after “${after}”`}, found ${found.en}`,
    }),
    hint: () => ({ zh: '在这里加 ；', en: 'add ； here' }),
    remedies: ({ after }) => (after === '' ? [] : [behind('；')]),
    explanation: {
      zh: '语句以 ； 结束；在 } 之前和之后可以省略。',
      en: 'A statement ends in ；, which may be left out before and after a }.',
    },
    example: '层 救助 { 比例 70%  限额 每年 3万元 }',
  }),
  'unfinished-statement': error<{ word: string }>({
    message: ({ word }) => ({
      zh: `“${word}”在这里被当作名称：前一句没有写完，或缺少 ；`,
      en: `“${word}” was read as a name here: the statement before it is unfinished, or a ； is missing`,
    }),
    hint: () => ({
      zh: '写完前一句，或在它后面加 ；',
      en: 'finish the statement before it, or add ； behind it',
    }),
    explanation: {
      zh: '“限额”“比例”这样的词也可以作名称，所以前一句没有写完时会被读成名称。',
      en: 'Words such as 限额 and 比例 may also be names, so behind an unfinished statement they are read as one.',
    },
    example: '层 救助 { 比例  限额 每年 3万元 }',
  }),
  'missing-colon': error<Shown & { after: string }>({
    message: ({ after, found }) => ({
      zh: `缺少 ：（在“${after}”之后），这里却是${found.zh}`,
      en: `missing ： after “${after}”, found ${found.en}`,
    }),
    hint: () => ({ zh: '在这里加 ：', en: 'add ： here' }),
    // Before = it is the type that is missing too.
    remedies: ({ found }) => (found.zh === '“=”' ? [] : [before('：')]),
    explanation: {
      zh: '名称和它的值或类型之间用 ： 分开。',
      en: 'A ： stands between a name and its value or type.',
    },
    example: '算例「一」 { 参保人 { 年龄 45周岁 } }',
  }),
  'missing-separator': error<Shown & { after: string }>({
    message: ({ after, found }) => ({
      zh: `“${after}”与${found.zh}之间缺少 、`,
      en: `a 、 is missing between “${after}” and ${found.en}`,
    }),
    hint: () => ({ zh: '在这里加 、', en: 'add 、 here' }),
    remedies: () => [before('、')],
    explanation: { zh: '并列的名称用 、 分开。', en: 'Names in a list are separated by 、.' },
    example: '组 重点对象 = {特困人员 低保对象}；',
  }),
  'reserved-word': error<{ word: string }>({
    message: ({ word }) => ({
      zh: `“${word}”是保留词`,
      en: `“${word}” is a reserved word`,
    }),
    hint: ({ word }) => ({ zh: `用作名称请写「${word}」`, en: `as a name write 「${word}」` }),
    remedies: ({ word }) => [instead(`「${word}」`)],
    explanation: {
      zh: '保留词只有写在「」里才能作名称。',
      en: 'A reserved word is a name only inside 「」.',
    },
    example: '参数 以上：金额 = 1元；',
  }),
  'misspelt-word': error<{ word: string; meant: string }>({
    message: ({ word, meant }) => ({
      zh: `这里不能写“${word}”；是不是“${meant}”？`,
      en: `“${word}” cannot stand here; did you mean “${meant}”?`,
    }),
    hint: ({ meant }) => ({ zh: `写“${meant}”`, en: `write “${meant}”` }),
    remedies: ({ meant }) => [instead(meant)],
    explanation: {
      zh: '这个词不是语言的用词，但与一个用词很像，或是它在别处的说法。',
      en: 'The word is none of the language, but looks like one, or is what it is called elsewhere.',
    },
    example: '层 救助 { 限颔 每年 2万元 }',
  }),
  'glued-words': error<{ word: string; apart: string }>({
    message: ({ word, apart }) => ({
      zh: `“${word}”被读成一个名称；是不是“${apart}”？`,
      en: `“${word}” was read as one name; did you mean “${apart}”?`,
    }),
    hint: ({ apart }) => ({ zh: `加空格：${apart}`, en: `insert spaces: ${apart}` }),
    remedies: ({ apart }) => [instead(apart)],
    explanation: {
      zh: '文字之间没有空格时读成一个名称；只有数字旁边才会自动分开。',
      en: 'Letters without a space are one name; only next to a number are they taken apart.',
    },
    example: '层 救助 { 限额每年重点救助限额 }',
  }),
  'bare-label': error<{ label: string }>({
    message: ({ label }) => ({
      zh: `情形的名称要写在「」里：情形「${label}」：…`,
      en: `the label of a case stands in 「」: 情形「${label}」：…`,
    }),
    hint: ({ label }) => ({ zh: `写 情形「${label}」：`, en: `write 情形「${label}」：` }),
    remedies: ({ label }) => [instead(`「${label}」`)],
    explanation: {
      zh: '没有「」时，情形后面的文字是条件。',
      en: 'Without 「」 what follows 情形 is the condition.',
    },
    example: '层 救助 { 情形 重点：人员类别 含 重点对象 { 比例 70% } }',
  }),
  'blank-cell': error({
    message: () => ({ zh: '表格里有空格子', en: 'a cell of the table is blank' }),
    hint: () => ({
      zh: '文件没有规定写 未见 "原因"，不适用写 不适用',
      en: 'write 未见 "why" where the source says nothing, 不适用 where it does not apply',
    }),
    remedies: () => [behind(' 不适用'), behind(' 未见 "原因"')],
    explanation: {
      zh: '空格子不是 0，也不是“不适用”；必须写明是哪一种。',
      en: 'A blank is neither zero nor “not applicable”; it must say which.',
    },
    example: '表 起付：金额 按 医院级别、险种 { 医院级别 | 居民 | 职工；  一级 | | 400元 }',
  }),
  'clause-after-block': error<{ word: string }>({
    message: ({ word }) => ({
      zh: `“${word}”不能写在 } 之后`,
      en: `“${word}” cannot stand behind a }`,
    }),
    hint: ({ word }) => ({
      zh: `块结束它的语句；把“${word}”写在 { 之前`,
      en: `a block ends its statement; write “${word}” before the {`,
    }),
    explanation: {
      zh: '取整、出处、等级、豁免等都写在块之前；块的 } 就是语句的结尾。',
      en: 'Rounding, source, grade and the like come before the block; its } ends the statement.',
    },
    example: '定义 金额甲：金额 { 其余：1元 } 取整 四舍五入到分；',
  }),
  'second-document': error({
    message: () => ({
      zh: '一个文件只能有一个“文件”，并写在最前面',
      en: 'a file holds one document, and its header comes first',
    }),
    hint: () => ({ zh: '拆成两个文件', en: 'split it into two files' }),
    explanation: {
      zh: '文件头适用于整个文件，所以不能有两个，也不能写在中间。',
      en: 'The header is about the whole file, so there is one, at the head.',
    },
  }),
  'expected-token': error<Expected>({
    message: ({ expected, found }) => ({
      zh: `这里应是${expected.zh}，却是${found.zh}`,
      en: `expected ${expected.en}, found ${found.en}`,
    }),
    explanation: {
      zh: '语句在这里只能有一种继续的写法。',
      en: 'The statement can go on in one way only here.',
    },
    example: '参数 起付标准 = 300元；',
  }),
  'unexpected-token': error<Shown & { list?: LocalText }>({
    message: ({ found, list }) => ({
      zh: `这里不能写${found.zh}${list ? `；可以写：${list.zh}` : ''}`,
      en: `${found.en} cannot stand here${list ? `; expected ${list.en}` : ''}`,
    }),
    explanation: {
      zh: '语句在这里不能这样继续。',
      en: 'The statement cannot go on like this.',
    },
    example: '参数 比例：比例 = 50% + ；',
  }),
  'parser-failure': error<{ cause: string }>({
    message: ({ cause }) => ({
      zh: `解析器出错（${cause}）；这是程序的错误`,
      en: `the parser failed (${cause}); this is a bug`,
    }),
    explanation: {
      zh: '这个文件没有被检查；其他文件不受影响。',
      en: 'This file was not checked; other files are not affected.',
    },
  }),
} as const;
