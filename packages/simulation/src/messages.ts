import type { LocalText } from '@tiaoli/base';
import { message, reporterOf } from '@tiaoli/base';
import { runMessages } from './run/run-messages.ts';
import { whatIfMessages } from './whatif/whatif-messages.ts';

const regenerate: LocalText = {
  zh: '从备份取回原来的文件，或重新生成、重新导入。',
  en: 'Take the original file from a copy, or generate or import the population again.',
};

/** What each finding about a population says, by its code. */
export const populationMessages = {
  'no-population': message<{ readonly reason: LocalText }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `这里没有可用的人群：${reason.zh}。`,
      en: `There is no usable population here: ${reason.en}.`,
    }),
    explanation: {
      zh: '人群是一个文件夹：manifest.json 写明来源、行数和每个文件的校验值，旁边是参保人和结算的 Parquet 文件。',
      en: 'A population is a folder: manifest.json says where it comes from, its rows and the hash of every file; beside it lie the Parquet files of persons and claims.',
    },
  }),
  'population-file-changed': message<{ readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: ({ found, expected }) => ({
      zh: `文件的校验值是 ${found.slice(0, 12)}…，清单里是 ${expected.slice(0, 12)}…：生成以后被改动或损坏。`,
      en: `The file has the hash ${found.slice(0, 12)}…, the manifest says ${expected.slice(0, 12)}…: it was changed or damaged since.`,
    }),
    hint: () => regenerate,
    explanation: {
      zh: '测算的结果以人群的总校验值为准；改动过的文件会得出别的结果，所以不用。',
      en: 'Results name the population by its root hash; a changed file would give others, so it is not used.',
    },
  }),
  'population-file-missing': message<{ readonly reason: string }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `清单里的文件读不出来（${reason}）。`,
      en: `A file of the manifest cannot be read (${reason}).`,
    }),
    hint: () => regenerate,
    explanation: {
      zh: '清单列出的每个文件都要在，并且读得出来。',
      en: 'Every file that the manifest lists must be there and readable.',
    },
  }),
  'population-manifest-changed': message({
    severity: 'error',
    message: () => ({
      zh: '清单的总校验值与清单的内容不符：清单被改动过。',
      en: 'The root hash of the manifest does not fit what it says: the manifest was changed.',
    }),
    hint: () => regenerate,
    explanation: {
      zh: '总校验值由来源、行数、每个文件的校验值和各列的定义算出。',
      en: 'The root hash is made of the origin, the rows, the hash of every file and the columns.',
    },
  }),
  'population-unreadable': message<{ readonly reason: LocalText }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `人群的文件读不了：${reason.zh}。`,
      en: `The files of the population could not be read: ${reason.en}.`,
    }),
    hint: () => regenerate,
    explanation: {
      zh: '文件在一个受限的子进程里读取：只能读这个文件夹，内存和时间有上限。读坏的文件只会结束那个子进程。',
      en: 'Files are read in a confined process: this folder only, with limits of memory and time. A bad file ends that process and nothing else.',
    },
  }),
  'population-breaks-rule': message<{ readonly rule: LocalText; readonly count: number }>({
    severity: 'error',
    message: ({ rule, count }) => ({
      zh: `${count} 行不符合：${rule.zh}。`,
      en: `${count} rows break a rule: ${rule.en}.`,
    }),
    hint: () => regenerate,
    explanation: {
      zh: '人群的每一行都按列的定义检查：号码不重复，日期在当年，金额不为负、不超过上限，总额等于各部分之和。',
      en: 'Every row is checked against its columns: ids are unique, days lie in the year, amounts are not negative nor beyond the limit, and the total is the sum of its parts.',
    },
  }),
  ...runMessages,
  ...whatIfMessages,
  'import-mapping': message<{ readonly fault: LocalText }>({
    severity: 'error',
    message: ({ fault }) => ({
      zh: `对照表有误：${fault.zh}。`,
      en: `The mapping is wrong: ${fault.en}.`,
    }),
    explanation: {
      zh: '对照表是 JSON：year 是结算的年份，columns 为人群的每一列写明来源：文件里的列名，或 {"column"、"unit"（金额必写 yuan 或 fen）、"members"（词语对照）}，或 {"value"} 表示每行相同。除写明可以推出的列外，一列都不猜。',
      en: 'The mapping is JSON: year of the claims, and for every column of a population its source: the name of a column of the file, or {"column", "unit" (yuan or fen, required of amounts), "members" (words and their members)}, or {"value"} for the same in every row. Nothing is guessed.',
    },
    example:
      '{ "year": 2025, "columns": { "pid": "身份证号", "medfee_sumamt": { "column": "总费用", "unit": "yuan" } } }',
  }),
  'import-unusable': message<{ readonly reason: LocalText }>({
    severity: 'error',
    message: ({ reason }) => ({
      zh: `文件不能导入：${reason.zh}。`,
      en: `The file cannot be imported: ${reason.en}.`,
    }),
    explanation: {
      zh: '能导入的是 CSV（UTF-8 或 GB18030）、XLSX 的第一张表和 Parquet，每行一笔结算，列名在第一行。没有导入成功的，什么都不写。',
      en: 'CSV (UTF-8 or GB18030), the first sheet of an XLSX and Parquet can be imported, one claim per row, names in the first. What was not imported whole leaves nothing behind.',
    },
  }),
  'import-rows': message<{ readonly count: number; readonly listed: string }>({
    severity: 'error',
    message: ({ count, listed }) => ({
      zh: `${count} 行没有导入；行号和原因见 ${listed}。`,
      en: `${count} rows were not imported; numbers and reasons are in ${listed}.`,
    }),
    hint: () => ({
      zh: '改正这些行再导入；确实要舍去它们的，加 --allow-rejected，清单里会记下舍去的行数。',
      en: 'Mend these rows and import again; to leave them out knowingly add --allow-rejected: the manifest keeps their number.',
    }),
    explanation: {
      zh: '每一格都按列的定义检查，每一行都核对日期、金额之和、结算号和参保人的前后一致。没有一行被悄悄丢掉或改正。',
      en: 'Every cell is held to its column, every row to its days, sums, number and what other rows say of the person. No row is dropped or mended silently.',
    },
  }),
};

export const report = reporterOf(populationMessages);
