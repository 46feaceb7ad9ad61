import type { LocalText } from '@tiaoli/base';
import { named } from '../columnar/sql-types.ts';
import type { Column, TableName } from '../table/columns.ts';
import { MOST_FEN, tables } from '../table/columns.ts';

/** Something that holds of every row of a population. */
export interface RowRule {
  readonly table: TableName;
  readonly text: LocalText;
  /** A query that gives the number of rows which break it. */
  readonly query: string;
}

/** Every rule of a population of this year. */
export function rowRules(year: number): readonly RowRule[] {
  return [
    ...(['persons', 'claims'] as const).flatMap((table) =>
      tables[table].flatMap((column) => columnRule(table, column)),
    ),
    ...personRules(year),
    ...claimRules(year),
  ];
}

/** What the type of a column says of each of its cells. */
function columnRule(table: TableName, column: Column): RowRule {
  const { name, type, optional } = column;
  const cell = named(name);
  const bad = [
    ...(optional ? [] : [`${cell} IS NULL`]),
    ...(type.kind === 'integer' ? [`${cell} NOT BETWEEN ${type.low} AND ${type.high}`] : []),
    ...(type.kind === 'money' ? [`${cell} NOT BETWEEN 0 AND ${MOST_FEN}`] : []),
    ...(type.kind === 'member'
      ? [`${cell} NOT IN (${type.members.map((each) => `'${each}'`).join(', ')})`]
      : []),
    ...(type.kind === 'id' ? [`${cell} < 0`] : []),
  ];
  return {
    table,
    text: { zh: `列 ${name} 的取值在定义以内`, en: `column ${name} keeps to its definition` },
    query: counting(table, bad.length > 0 ? bad.join(' OR ') : 'false'),
  };
}

function counting(table: TableName, bad: string): string {
  return `SELECT count(*) FROM ${table} WHERE ${bad}`;
}

function personRules(year: number): readonly RowRule[] {
  const firstDay = `make_date(${year}, 1, 1)`;
  return [
    {
      table: 'persons',
      text: { zh: 'pid 不重复', en: 'pid is unique' },
      query: 'SELECT count(*) - count(DISTINCT pid) FROM persons',
    },
    {
      table: 'persons',
      text: { zh: '年龄是当年1月1日的周岁', en: 'age is that of the first day of the year' },
      query: counting(
        'persons',
        `age <> date_diff('year', birth_date, ${firstDay})
          - CASE WHEN month(birth_date) = 1 AND day(birth_date) = 1 THEN 0 ELSE 1 END`,
      ),
    },
  ];
}

function claimRules(year: number): readonly RowRule[] {
  const claim = (zh: string, en: string, bad: string): RowRule => ({
    table: 'claims',
    text: { zh, en },
    query: counting('claims', bad),
  });
  return [
    {
      table: 'claims',
      text: { zh: 'claim_id 不重复', en: 'claim_id is unique' },
      query: 'SELECT count(*) - count(DISTINCT claim_id) FROM claims',
    },
    {
      table: 'claims',
      text: { zh: '每笔结算都有参保人', en: 'every claim has a person' },
      query: 'SELECT count(*) FROM claims WHERE pid NOT IN (SELECT pid FROM persons)',
    },
    claim('结算日期在当年', 'settled in the year', `year(settle_date) <> ${year}`),
    claim('开始不晚于结束', 'begins before it ends', 'begin_date > end_date'),
    {
      table: 'claims',
      text: { zh: '死亡之后没有就医', en: 'nobody is treated after death' },
      query: `SELECT count(*) FROM claims JOIN persons USING (pid)
        WHERE death_date IS NOT NULL AND begin_date > death_date`,
    },
    claim(
      '总额 = 甲类 + 乙类 + 全自费',
      'total = class A + class B + wholly own',
      'medfee_sumamt <> class_a_amt + class_b_amt + fulamt_ownpay_amt',
    ),
    claim(
      '总额 = 全自费 + 超限价 + 先行自付 + 符合政策范围',
      'total = wholly own + over the limit + first self-pay + in scope',
      'medfee_sumamt <> fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt',
    ),
    orderRule(),
    placeRule(),
  ];
}

/** Runs fold the claims of a person in the order of the file. */
function orderRule(): RowRule {
  return {
    table: 'claims',
    text: {
      zh: '按参保人、结算日期、结算号排列，序号连续',
      en: 'sorted by person, day and id, with numbers in a row',
    },
    query: `SELECT count(*) FROM (
        SELECT seq, row_number() OVER (PARTITION BY pid ORDER BY settle_date, claim_id) AS place
        FROM claims) WHERE seq <> place`,
  };
}

/** A run reads both files from top to bottom, so the rows themselves stand in that order. */
function placeRule(): RowRule {
  return {
    table: 'claims',
    text: {
      zh: '两个文件里的行都按参保人排列，person_row 指着自己的人',
      en: 'rows of both files stand by person, and person_row points at the own one',
    },
    query: `SELECT count(*) FROM (
        SELECT claims.pid < lag(claims.pid) OVER (ORDER BY claims.file_row_number)
          OR person_row <> persons.file_row_number AS misplaced
        FROM claims JOIN persons USING (pid)) WHERE misplaced`,
  };
}
