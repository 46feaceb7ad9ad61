import type { RoundingMode, TextLanguage } from '@tiaoli/base';

/** The words of a printed formula, as the language itself spells them. */
export interface FormulaWords {
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly in: string;
  readonly holds: string;
  readonly present: string;
  readonly min: string;
  readonly max: string;
  readonly highest: string;
  readonly lowest: string;
  readonly sum: string;
  readonly count: string;
  readonly secondMax: string;
  readonly only: string;
  readonly of: string;
  readonly where: string;
  readonly if: string;
  readonly consequence: string;
  readonly else: string;
  readonly otherwise: string;
  readonly any: string;
  readonly by: string;
  readonly table: string;
  readonly brackets: string;
  readonly perBand: string;
  readonly upTo: string;
  readonly over: string;
  readonly round: string;
  readonly floorDivide: string;
  readonly quotient: string;
  readonly before: string;
  readonly notApplicable: string;
  readonly undetermined: string;
  readonly asZero: string;
  readonly element: string;
  readonly from: string;
  readonly to: string;
  readonly year: string;
  readonly insuredYear: string;
  readonly month: string;
  readonly day: string;
  readonly months: string;
  readonly workingDays: string;
  readonly nextMonth: string;
  readonly yearStart: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  readonly mode: Readonly<Record<RoundingMode, string>>;
  readonly fen: Readonly<Record<'1' | '10' | '100', string>>;
}

export const formulaWords: Readonly<Record<TextLanguage, FormulaWords>> = {
  zh: {
    and: '且',
    or: '或',
    not: '非',
    in: '属于',
    holds: '含',
    present: '有',
    min: '最小',
    max: '最大',
    highest: '就高',
    lowest: '就低',
    sum: '合计',
    count: '计数',
    secondMax: '第二大',
    only: '唯一',
    of: '于',
    where: '当',
    if: '若',
    consequence: '则',
    else: '否则',
    otherwise: '其余',
    any: '任意',
    by: '按',
    table: '查表',
    brackets: '分段',
    perBand: '逐段',
    upTo: '不超过',
    over: '超过',
    round: '取整',
    floorDivide: '每满',
    quotient: '商',
    before: '此前',
    notApplicable: '不适用',
    undetermined: '未定',
    asZero: '不适用时为',
    element: '该项',
    from: '自',
    to: '至',
    year: '年',
    insuredYear: '年度',
    month: '月',
    day: '日',
    months: '个月',
    workingDays: '个工作日',
    nextMonth: '次月首日',
    yearStart: '年初',
    comma: '、',
    semicolon: '；',
    colon: '：',
    mode: { 'half-away-from-zero': '四舍五入', 'toward-zero': '舍去', 'away-from-zero': '进位' },
    fen: { '1': '分', '10': '角', '100': '元' },
  },
  en: {
    and: 'and',
    or: 'or',
    not: 'not',
    in: 'in',
    holds: 'has',
    present: 'present',
    min: 'min',
    max: 'max',
    highest: 'best',
    lowest: 'least',
    sum: 'sum',
    count: 'count',
    secondMax: 'second max',
    only: 'the only',
    of: 'of',
    where: 'when',
    if: 'if',
    consequence: 'then',
    else: 'else',
    otherwise: 'otherwise',
    any: 'any',
    by: 'by',
    table: 'table',
    brackets: 'brackets',
    perBand: 'per band',
    upTo: 'up to',
    over: 'over',
    round: 'round',
    floorDivide: 'each full',
    quotient: 'quotient',
    before: 'earlier',
    notApplicable: 'not applicable',
    undetermined: 'undetermined',
    asZero: 'where not applicable',
    element: 'each',
    from: 'from',
    to: 'to',
    year: 'year',
    insuredYear: 'insured year',
    month: 'month',
    day: 'day',
    months: 'months',
    workingDays: 'working days',
    nextMonth: 'first of next month',
    yearStart: 'start of year',
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    mode: { 'half-away-from-zero': 'half up', 'toward-zero': 'down', 'away-from-zero': 'up' },
    fen: { '1': 'fen', '10': 'jiao', '100': 'yuan' },
  },
};
