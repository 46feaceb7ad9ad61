import { error } from './entry.ts';

const twoEnds = {
  zh: '目录的键与格里的文本相等才算同一项；数没有“同一项”可言，要写一段：从哪一列的数到哪一列的数。',
  en: 'A key names the row whose cell has the same text; a number names the row whose two columns it lies between.',
};

/** 目录. */
export const catalogueMessages = {
  'catalogue-path': error<{ file: string }>({
    message: ({ file }) => ({
      zh: `“${file}”不是文件旁边的 CSV`,
      en: `“${file}” is no CSV beside the document`,
    }),
    hint: () => ({
      zh: '写相对路径，例如 来源 "药品目录.csv"；不能用 .. 或盘符',
      en: 'write a relative path such as rows "drugs.csv"; no .. and no drive',
    }),
    explanation: {
      zh: '目录的文件与条例文件放在一起，路径从条例文件所在的文件夹算起，不能指到文件夹之外。',
      en: 'The rows lie with the document: the path is counted from its folder and cannot lead out of it.',
    },
  }),
  'catalogue-without-key': error<{ name: string; part: 'key' | 'column' }>({
    message: ({ name, part }) => ({
      zh: `目录“${name}”没有${part === 'key' ? '键' : '列'}`,
      en: `the catalogue “${name}” has no ${part}`,
    }),
    hint: ({ part }) =>
      part === 'key'
        ? { zh: '写“键 编码：文本”', en: 'write key code: text' }
        : { zh: '写“列 类别：费用类别”', en: 'write column class: a type' },
    explanation: {
      zh: '键说明按什么找到一行，列说明从这一行读出什么。',
      en: 'Keys say by what a row is found, columns what is read from it.',
    },
  }),
  'catalogue-key-type': error<{ name: string; stretch: boolean }>({
    message: ({ name, stretch }) => ({
      zh: stretch ? `键“${name}”不是数，不能写成一段` : `键“${name}”是数，没有写从哪一列到哪一列`,
      en: stretch
        ? `the key “${name}” is no number and has no stretch`
        : `the key “${name}” is a number without the columns of its stretch`,
    }),
    hint: ({ stretch }) =>
      stretch
        ? { zh: '去掉“超过 … 至 …”', en: 'leave out 超过 … 至 …' }
        : { zh: '例如 键 单价：金额/单位 超过 下限 至 上限', en: 'for example 超过 下限 至 上限' },
    explanation: twoEnds,
  }),
  'catalogue-column-type': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `“${name}”的类型不能写在表格的一格里`,
      en: `the type of “${name}” has no cell of a table`,
    }),
    hint: () => ({
      zh: '用 文本、枚举、金额、金额/单位、比例、整数、数、日期或布尔',
      en: 'use a text, an enumeration, money, money/unit, a rate, a number, a date or a truth value',
    }),
    explanation: {
      zh: '表格的一格里只有一个值：集合、时长和另一个目录都不行。',
      en: 'A cell holds one value: no set, no duration, no other catalogue.',
    },
  }),
  'catalogue-as-type': error<{ name: string }>({
    message: ({ name }) => ({
      zh: `目录“${name}”不是只有一个文本的键，不能作输入的类型`,
      en: `the catalogue “${name}” has other keys than one text and is no type of an input`,
    }),
    hint: ({ name }) => ({
      zh: `输入各个键，用 ${name}[甲, 乙].列 读`,
      en: `take the keys as inputs and read ${name}[a, b].column`,
    }),
    explanation: {
      zh: '类型是目录的输入就是那一行的键；键有几个时，一个输入说不清是哪一行。',
      en: 'An input whose type is a catalogue is the key of a row; with several keys one input names none.',
    },
  }),
  'catalogue-key-count': error<{ name: string; wanted: number; found: number }>({
    message: ({ name, wanted, found }) => ({
      zh: `“${name}”有 ${wanted} 个键，这里写了 ${found} 个`,
      en: `“${name}” has ${wanted} keys; ${found} are written`,
    }),
    hint: () => ({
      zh: '方括号里按声明的次序写出每个键',
      en: 'write every key between the brackets, in declared order',
    }),
    explanation: {
      zh: '少一个键就可能找到好几行。',
      en: 'With a key too few there may be several rows.',
    },
  }),
  'catalogue-row-cells': error<{ name: string; wanted: number; found: number }>({
    message: ({ name, wanted, found }) => ({
      zh: `“${name}”的一行有 ${wanted} 格，这里写了 ${found} 格`,
      en: `a row of “${name}” has ${wanted} cells; ${found} are written`,
    }),
    hint: () => ({
      zh: '按声明的次序写出每个键和每一列，用 | 隔开；生效不写',
      en: 'write each key and column in declared order, with | between; no validity',
    }),
    explanation: {
      zh: '算例里的目录一行一项，格的次序与目录的声明相同，每天都有效。',
      en: 'Rows in an example have the cells in declared order and hold on every day.',
    },
  }),
  'misplaced-absent': error<{ word: string }>({
    message: ({ word }) => ({
      zh: `“${word}”不是一个值`,
      en: `“${word}” is no value`,
    }),
    hint: ({ word }) => ({
      zh: `只能写“… = ${word}”“… ≠ ${word}”，或写在算例的目录里`,
      en: `write … = ${word} or … ≠ ${word} only, or a cell of a catalogue in an example`,
    }),
    explanation: {
      zh: '“不限”和“无”表示没有这个数；没有的数不能拿来计算。',
      en: 'Both words say that there is no such number, and nothing can be calculated with that.',
    },
  }),
};
