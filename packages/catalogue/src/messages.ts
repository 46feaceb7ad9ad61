import type { LocalText } from '@tiaoli/base';
import { message, reporterOf } from '@tiaoli/base';

const asTable: LocalText = {
  zh: '目录是逗号分隔的表（CSV）：第一行是列名，以后每行一个项目。只要有一行不合格，整个目录就不使用：少一行也会让人白付钱。',
  en: 'A catalogue is a table with commas (CSV): the names of its columns, then one item a row. One bad row keeps the whole catalogue from use: a row left out would cost somebody money.',
};

/** What each finding about a catalogue file says, by its code. */
export const catalogueMessages = {
  'catalogue-missing': message<{ readonly file: string }>({
    severity: 'error',
    message: ({ file }) => ({
      zh: `目录的文件“${file}”不在文件夹里`,
      en: `the file “${file}” of the catalogue is not in the folder`,
    }),
    hint: () => ({
      zh: '把 CSV 放在文件旁边，或改正 来源 的路径',
      en: 'put the CSV beside the document, or mend the path behind 来源',
    }),
    explanation: {
      zh: '目录的文件与条例文件放在同一个文件夹里，路径从条例文件所在的文件夹算起。没有文件时，用到目录的结果是“待补充”。',
      en: 'The file of a catalogue lies among the documents; its path is counted from the folder of the document. Without it, what needs the catalogue is pending.',
    },
  }),
  'catalogue-encoding': message<{ readonly reason: 'encoding' | 'nul' }>({
    severity: 'error',
    message: ({ reason }) =>
      reason === 'nul'
        ? { zh: '文件里有空字节，不是文本', en: 'the file has NUL bytes and is no text' }
        : {
            zh: '文件既不是 UTF-8，也不是 GB18030',
            en: 'the file is neither UTF-8 nor GB18030',
          },
    hint: () => ({
      zh: '在表格软件里另存为“CSV UTF-8”',
      en: 'save it as “CSV UTF-8” in the spreadsheet',
    }),
    explanation: asTable,
  }),
  'catalogue-gb18030': message({
    severity: 'info',
    message: () => ({
      zh: '文件按 GB18030 读入',
      en: 'the file was read as GB18030',
    }),
    hint: () => ({
      zh: '核对几个汉字；最好另存为“CSV UTF-8”',
      en: 'check some characters; “CSV UTF-8” is better',
    }),
    explanation: {
      zh: '不是 UTF-8 的文件按 GB18030（兼容 GBK、GB2312）读。内容相同时，两种编码是同一个目录。',
      en: 'A file that is no UTF-8 is read as GB18030 (which holds GBK and GB2312). With the same text it is the same catalogue in either encoding.',
    },
  }),
  'catalogue-header': message<{
    readonly missing: readonly string[];
    readonly twice: readonly string[];
    readonly found: readonly string[];
  }>({
    severity: 'error',
    message: ({ missing, twice }) => {
      const zh = [
        ...(missing.length > 0 ? [`缺少列“${missing.join('”“')}”`] : []),
        ...(twice.length > 0 ? [`列“${twice.join('”“')}”出现两次`] : []),
      ];
      const en = [
        ...(missing.length > 0 ? [`the columns “${missing.join('”, “')}” are missing`] : []),
        ...(twice.length > 0 ? [`the columns “${twice.join('”, “')}” occur twice`] : []),
      ];
      return { zh: zh.join('，'), en: en.join('; ') };
    },
    hint: ({ found }) => ({
      zh: `第一行写列名；现有的列：${found.join('、')}`,
      en: `the first row names the columns; found: ${found.join(', ')}`,
    }),
    explanation: asTable,
  }),
  'catalogue-cells': message<{
    readonly row: number;
    readonly found: number;
    readonly wanted: number;
  }>({
    severity: 'error',
    message: ({ row, found, wanted }) => ({
      zh: `第 ${row} 行有 ${found} 格，列名有 ${wanted} 个`,
      en: `row ${row} has ${found} cells for ${wanted} columns`,
    }),
    hint: () => ({
      zh: '内容里有逗号或换行的格要用双引号括起',
      en: 'a cell that holds a comma or a line break stands in double quotes',
    }),
    explanation: asTable,
  }),
  'catalogue-cell': message<{
    readonly row: number;
    readonly column: string;
    readonly cell: string;
    readonly reason: LocalText;
  }>({
    severity: 'error',
    message: ({ row, column, cell, reason }) => ({
      zh: `第 ${row} 行的“${column}”${cell === '' ? '' : `“${cell}”`}${reason.zh}`,
      en: `row ${row}, “${column}”${cell === '' ? '' : ` “${cell}”`}: ${reason.en}`,
    }),
    hint: ({ row, column }) => ({
      zh: `改正第 ${row} 行“${column}”这一格，或改正目录对这一列的规定`,
      en: `mend “${column}” in row ${row}, or what the catalogue declares of the column`,
    }),
    explanation: asTable,
  }),
  'catalogue-quotes': message<{ readonly row: number }>({
    severity: 'error',
    message: ({ row }) => ({
      zh: `第 ${row} 行的双引号不成对`,
      en: `a double quote in row ${row} has no end`,
    }),
    hint: () => ({
      zh: '格里的双引号要写两次，整格再用双引号括起',
      en: 'a double quote in a cell is written twice, and the cell stands in double quotes',
    }),
    explanation: asTable,
  }),
  'catalogue-long-row': message<{ readonly row: number; readonly most: number }>({
    severity: 'error',
    message: ({ row, most }) => ({
      zh: `第 ${row} 行超过 ${most} 个字符`,
      en: `row ${row} has more than ${most} characters`,
    }),
    hint: () => ({
      zh: '这不像一张表：检查换行和引号',
      en: 'this looks like no table: check line breaks and quotes',
    }),
    explanation: asTable,
  }),
  'catalogue-overlap': message<{ readonly key: string; readonly rows: readonly [number, number] }>({
    severity: 'error',
    message: ({ key, rows: [first, second] }) => ({
      zh: `“${key}”在第 ${first} 行和第 ${second} 行重复，有效期有重叠`,
      en: `“${key}” stands in rows ${first} and ${second}, both valid on the same days`,
    }),
    hint: () => ({
      zh: '删去一行，或让前一行的结束日早于后一行的开始日',
      en: 'remove one of them, or let the first end before the second begins',
    }),
    explanation: {
      zh: '同一个键在同一天只能有一行，否则说不清按哪一行算。',
      en: 'A key has one row on a day, or nobody could say by which to calculate.',
    },
  }),
  'catalogue-more': message<{ readonly count: number; readonly most: number }>({
    severity: 'error',
    message: ({ count, most }) => ({
      zh: `还有 ${count} 处问题；只列出前 ${most} 处`,
      en: `${count} more faults; the first ${most} are listed`,
    }),
    hint: () => ({ zh: '先改正列出的', en: 'mend those that are listed first' }),
    explanation: asTable,
  }),
  'catalogue-empty': message({
    severity: 'error',
    message: () => ({ zh: '目录里没有一行项目', en: 'the catalogue has no row' }),
    hint: () => ({
      zh: '列名下面每行写一个项目',
      en: 'below the names of the columns write one item a row',
    }),
    explanation: asTable,
  }),
} as const;

export const report = reporterOf(catalogueMessages);
