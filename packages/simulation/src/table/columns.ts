/**
 * The typed columns of a population: one row per person and year, one row per claim.
 *
 * Amounts are named as the fields of the national settlement interface (2206, 2207, 2304), and so are `med_type` and
 * `hosp_lv`. Amounts are whole fen, days are calendar days, shares of a person are ten-thousandths.
 */
export type ColumnType =
  /** An integer of up to 53 bits. */
  | { readonly kind: 'id' }
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  /** Fen, from 0 to `MOST_FEN`. */
  | { readonly kind: 'money' }
  | { readonly kind: 'date' }
  /** One of a closed list. */
  | { readonly kind: 'member'; readonly members: readonly string[] }
  | { readonly kind: 'text' };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** May be empty. */
  readonly optional?: true;
}

/** 10 million yuan: the domain of an amount in the policies. */
export const MOST_FEN = 1_000_000_000;

/** What a weight of one person is written as. */
export const WEIGHT_UNIT = 10_000;

export const schemes = ['employee', 'resident'] as const;
export const employments = ['active', 'retired', 'none'] as const;
export const sexes = ['male', 'female'] as const;
export const settlings = ['urban', 'rural'] as const;
export const medTypes = ['inpatient', 'outpatient', 'chronic', 'pharmacy'] as const;
export const hospitalLevels = ['primary', 'secondary', 'tertiary'] as const;
export const treatmentPlaces = ['in_city', 'in_province', 'cross_province'] as const;
export const filings = ['filed', 'referred', 'emergency', 'unfiled'] as const;

/** Whom assistance knows, in the words of `national.common`. */
export const categories = [
  'ordinary',
  'destitute',
  'subsistence',
  'returned_to_poverty',
  'low_income_edge',
  'monitored',
  'poor_by_illness',
] as const;

/** What somebody is ill with all year, as far as the generator tells kinds of illness apart. */
export const diseases = ['none', 'two_diseases', 'chronic', 'severe'] as const;

export type MedType = (typeof medTypes)[number];

const id: ColumnType = { kind: 'id' };
const money: ColumnType = { kind: 'money' };
const date: ColumnType = { kind: 'date' };
const text: ColumnType = { kind: 'text' };

function integer(low: number, high: number): ColumnType {
  return { kind: 'integer', low, high };
}

function member(members: readonly string[]): ColumnType {
  return { kind: 'member', members };
}

/** One row per person, sorted by `pid`. `hid`: the household; somebody without one is a household alone. */
export const personColumns: readonly Column[] = [
  { name: 'pid', type: id },
  { name: 'hid', type: id },
  { name: 'member', type: integer(1, 99) },
  { name: 'city', type: text },
  { name: 'urban_rural', type: member(settlings) },
  { name: 'sex', type: member(sexes) },
  { name: 'birth_date', type: date },
  { name: 'death_date', type: date, optional: true },
  /** In whole years on the first day of the year of the population. */
  { name: 'age', type: integer(0, 130) },
  { name: 'scheme', type: member(schemes) },
  { name: 'emp_status', type: member(employments) },
  { name: 'category', type: member(categories) },
  { name: 'disease', type: member(diseases) },
  { name: 'insured_years', type: integer(0, 80) },
  { name: 'enrol_from', type: date },
  { name: 'enrol_to', type: date },
  /** Disposable income of the household per head and year. */
  { name: 'income_pc', type: money },
  { name: 'consumption_pc', type: money },
  { name: 'weight', type: integer(1, 100 * WEIGHT_UNIT) },
];

/** One row per settled claim, sorted by `pid`, `settle_date`, `claim_id`. */
export const claimColumns: readonly Column[] = [
  { name: 'claim_id', type: id },
  { name: 'pid', type: id },
  /** The row of the person in the persons of the same bucket, from 0. */
  { name: 'person_row', type: integer(0, 0x7fffffff) },
  /** Which of the person's claims of the year it is, from 1. */
  { name: 'seq', type: integer(1, 100_000) },
  { name: 'settle_date', type: date },
  { name: 'begin_date', type: date },
  { name: 'end_date', type: date },
  { name: 'days', type: integer(1, 3650) },
  { name: 'med_type', type: member(medTypes) },
  { name: 'hosp_lv', type: member(hospitalLevels) },
  { name: 'place', type: member(treatmentPlaces) },
  { name: 'filing', type: member(filings) },
  /** Total = class A + class B + wholly own = wholly own + over the price limit + first self-pay + in scope. */
  { name: 'medfee_sumamt', type: money },
  { name: 'class_a_amt', type: money },
  { name: 'class_b_amt', type: money },
  { name: 'fulamt_ownpay_amt', type: money },
  { name: 'overlmt_selfpay', type: money },
  { name: 'preselfpay_amt', type: money },
  { name: 'inscp_scp_amt', type: money },
  /** The claim that this one takes back. */
  { name: 'reversal_of', type: id, optional: true },
];

export const tables = { persons: personColumns, claims: claimColumns } as const;
export type TableName = keyof typeof tables;

/** A column in memory: a number per row (days since 1970 for dates, the index for members), or nothing at all. */
export type ColumnValues = Int32Array | Float64Array | Uint8Array;

/** Rows of one table; what an optional column lacks is absent, what a text column holds are indices into `words`. */
export interface Rows {
  readonly count: number;
  readonly columns: Readonly<Record<string, ColumnValues>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
}
