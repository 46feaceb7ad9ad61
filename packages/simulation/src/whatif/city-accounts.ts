import type { LocalText, Rational } from '@tiaoli/base';
import { fenOfYuan, isInteger, multiply, parseRational, rational } from '@tiaoli/base';
import Papa from 'papaparse';

/** What the fund of one city has in a year, in whole fen. */
export interface CityAccount {
  readonly city: string;
  /** Contributions, subsidies, interest and transfers. */
  readonly income: bigint;
  /** What is there when the year begins. */
  readonly reserve: bigint;
  /** Bases of contribution × normative rate; the income where nobody says. */
  readonly dueBase: bigint;
  /** What the province reckons as income, and as spending at most; the income, and what is spent, where nobody says. */
  readonly normativeIncome: bigint;
  readonly allowedSpending?: bigint;
  /** What of the reserve must be used first. */
  readonly usableReserve: bigint;
  /** How much of what was due was collected, and how well the city did: of 1. */
  readonly collected: Rational;
  readonly performance: Rational;
}

export interface AccountFault {
  /** Of the file, from 1. */
  readonly line: number;
  readonly reason: LocalText;
}

export type ReadAccounts =
  | { readonly kind: 'read'; readonly accounts: readonly CityAccount[] }
  | { readonly kind: 'faults'; readonly faults: readonly AccountFault[] };

type Field = 'city' | 'income' | 'reserve' | keyof typeof optional;

const required = {
  city: ['城市', 'city'],
  income: ['年收入', '收入', 'income'],
  reserve: ['年初结余', 'reserve'],
} as const;

const optional = {
  dueBase: ['上解基数', 'due_base'],
  normativeIncome: ['核定收入', 'normative_income'],
  allowedSpending: ['核定支出', 'allowed_spending'],
  usableReserve: ['可用结余', 'usable_reserve'],
  collected: ['征缴率', 'collected'],
  performance: ['绩效系数', 'performance'],
} as const;

const names: Readonly<Record<Field, readonly string[]>> = { ...required, ...optional };

/** Accounts of cities from CSV with a header, amounts in yuan, shares as `0.98` or `98%`. Nothing is guessed; every bad line is told. */
export function readAccounts(text: string): ReadAccounts {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const [header = [], ...rows] = data;
  const fields = header.map((title) => fieldOf(title.trim()));
  const unknown = header.filter((_, at) => !fields[at]);
  const absent = Object.keys(required).filter((field) => !fields.includes(field as Field));
  if (unknown.length > 0 || absent.length > 0) {
    return { kind: 'faults', faults: [{ line: 1, reason: headerFault(unknown, absent) }] };
  }
  const accounts: CityAccount[] = [];
  const faults: AccountFault[] = [];
  rows.forEach((row, at) => {
    if (row.every((cell) => cell.trim() === '')) return;
    const account = accountOf(row, fields, new Set(accounts.map(({ city }) => city)));
    if ('reason' in account) faults.push({ line: at + 2, reason: account.reason });
    else accounts.push(account);
  });
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'read', accounts };
}

function fieldOf(title: string): Field | undefined {
  const found = Object.entries(names).find(([, words]) => words.includes(title));
  return found?.[0] as Field | undefined;
}

function headerFault(unknown: readonly string[], absent: readonly string[]): LocalText {
  const known = Object.values(names).map(([word]) => word);
  const lacking = absent.map((field) => names[field as Field][0]);
  return {
    zh: `表头有误：缺少${lacking.join('、') || '无'}；不认识${unknown.join('、') || '无'}；可以有${known.join('、')}`,
    en: `the header is wrong: missing ${lacking.join(', ') || 'none'}; unknown ${unknown.join(', ') || 'none'}; it may have ${known.join(', ')}`,
  };
}

type Cells = (field: Field) => string;

function accountOf(
  row: readonly string[],
  fields: readonly (Field | undefined)[],
  known: ReadonlySet<string>,
): CityAccount | { readonly reason: LocalText } {
  const cells: Cells = (field) => row[fields.indexOf(field)]?.trim() ?? '';
  const city = cells('city');
  if (city === '') return { reason: { zh: '没有写城市', en: 'no city' } };
  if (known.has(city)) return { reason: { zh: `${city}写了两次`, en: `${city} stands twice` } };
  const amounts = amountFields.map((field) => [field, amountOf(cells(field))] as const);
  const bad = amounts.find(([, amount]) => amount === 'bad');
  if (bad) return { reason: faultOf(bad[0], cells(bad[0])) };
  const shares = shareFields.map((field) => [field, shareOf(cells(field))] as const);
  const wrong = shares.find(([, share]) => share === undefined);
  if (wrong) return { reason: faultOf(wrong[0], cells(wrong[0])) };
  const read = Object.fromEntries(amounts) as Readonly<Record<AmountField, bigint | undefined>>;
  const { income, reserve, dueBase = income, normativeIncome = income, allowedSpending } = read;
  if (income === undefined || reserve === undefined) {
    return { reason: { zh: '收入、结余都要写', en: 'income and reserve are required' } };
  }
  const [collected, performance] = shares.map(([, share]) => share ?? one);
  return {
    ...{ city, income, reserve, dueBase: dueBase ?? income },
    ...{ normativeIncome: normativeIncome ?? income, usableReserve: read.usableReserve ?? 0n },
    ...(allowedSpending !== undefined && { allowedSpending }),
    ...{ collected: collected ?? one, performance: performance ?? one },
  };
}

const one = rational(1n);

const amountFields = [
  ...(['income', 'reserve', 'dueBase', 'normativeIncome'] as const),
  ...(['allowedSpending', 'usableReserve'] as const),
];
type AmountField = (typeof amountFields)[number];
const shareFields = ['collected', 'performance'] as const;

/** A reserve may be a debt; everything else is not below zero. */
function amountOf(cell: string): bigint | undefined | 'bad' {
  if (cell === '') return undefined;
  const fen = fenOfYuan(cell);
  return fen && isInteger(fen) ? fen.numerator : 'bad';
}

function shareOf(cell: string): Rational | undefined {
  if (cell === '') return one;
  const [, digits = '', percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(cell) ?? [];
  const value = parseRational(digits);
  if (!value) return undefined;
  return percent === '%' ? multiply(value, rational(1n, 100n)) : value;
}

function faultOf(field: Field, cell: string): LocalText {
  return {
    zh: `${names[field][0]}「${cell}」读不懂：金额写元，最多两位小数；比例写小数或百分数`,
    en: `${names[field][0]} "${cell}" cannot be read: yuan with at most two decimals; shares as decimals or percent`,
  };
}
