import type { LocalText } from '@tiaoli/base';
import { mix32 } from '../random/counter-random.ts';
import type { ColumnValues } from '../table/columns.ts';
import { MOST_FEN } from '../table/columns.ts';

/** Another assumption about the claims of a population. */
export type ClaimTransform =
  /** Each claim with a chance of `perMille` once more on the same day, or (below 0) not at all. */
  | { readonly kind: 'utilisation'; readonly perMille: number }
  /** Each amount more or less by `perMille`. */
  | { readonly kind: 'cost'; readonly perMille: number }
  /** The same for claims of `fromFen` in total and more. */
  | { readonly kind: 'tail'; readonly perMille: number; readonly fromFen: number };

/** Claims in memory, in their order. */
export interface ClaimColumns {
  readonly count: number;
  readonly columns: Readonly<Record<string, ColumnValues>>;
}

/** Where a claim is dear: 20,000 yuan. */
export const TAIL_FEN = 2_000_000;

/** The pairs of a tornado: what is assumed, less and more. */
export const sensitivityCases: readonly {
  readonly kind: ClaimTransform['kind'];
  readonly name: LocalText;
  readonly less: ClaimTransform;
  readonly more: ClaimTransform;
}[] = [
  {
    kind: 'utilisation',
    name: { zh: '就医次数 ±10%', en: 'claims ±10%' },
    less: { kind: 'utilisation', perMille: -100 },
    more: { kind: 'utilisation', perMille: 100 },
  },
  {
    kind: 'cost',
    name: { zh: '每笔费用 ±10%', en: 'cost of each claim ±10%' },
    less: { kind: 'cost', perMille: -100 },
    more: { kind: 'cost', perMille: 100 },
  },
  {
    kind: 'tail',
    name: { zh: '2万元以上的费用 ±20%', en: 'claims of 20,000 yuan and more ±20%' },
    less: { kind: 'tail', perMille: -200, fromFen: TAIL_FEN },
    more: { kind: 'tail', perMille: 200, fromFen: TAIL_FEN },
  },
];

/** The columns that `transformClaims` reads beside those that it is asked to change. */
export const transformedColumns: readonly string[] = [
  ...['claim_id', 'medfee_sumamt', 'class_a_amt', 'class_b_amt'],
  ...['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'],
];

/**
 * Claims under another assumption: a function of the claim alone, so neither buckets nor threads matter.
 *
 * Each part of a bill is rounded half up to a whole fen, and total and in scope are made of the parts again; a bill never
 * passes the domain of an amount.
 */
export function transformClaims<T extends ClaimColumns>(claims: T, change: ClaimTransform): T {
  return change.kind === 'utilisation'
    ? repeatClaims(claims, change.perMille)
    : scaleCosts(claims, change);
}

const SALT = 0x7ed55d16;

/** A thousandth of claims each, by their id. */
function thousandthOf(claim: number): number {
  const high = Math.floor(claim / 2 ** 32) >>> 0;
  return mix32((claim ^ mix32((high ^ SALT) >>> 0)) >>> 0) % 1000;
}

/** What a second claim is numbered: ids of claims lie below. */
const AGAIN = 2 ** 52;

function repeatClaims<T extends ClaimColumns>(claims: T, perMille: number): T {
  const ids = columnOf(claims, 'claim_id');
  const rows: number[] = [];
  const copies: boolean[] = [];
  for (let row = 0; row < claims.count; row += 1) {
    const isChosen = thousandthOf(ids[row] ?? 0) < Math.abs(perMille);
    if (isChosen && perMille < 0) continue;
    rows.push(row);
    copies.push(false);
    if (!isChosen) continue;
    rows.push(row);
    copies.push(true);
  }
  const columns = Object.fromEntries(
    Object.entries(claims.columns).map(([name, values]) => {
      const taken = takeRows(values, rows);
      if (name === 'claim_id') {
        copies.forEach((isCopy, at) => {
          if (isCopy) taken[at] = (taken[at] ?? 0) + AGAIN;
        });
      }
      return [name, taken] as const;
    }),
  );
  return { ...claims, count: rows.length, columns };
}

function takeRows(values: ColumnValues, rows: readonly number[]): ColumnValues {
  const taken = new (values.constructor as new (count: number) => ColumnValues)(rows.length);
  rows.forEach((row, at) => {
    taken[at] = values[row] ?? 0;
  });
  return taken;
}

const parts = [
  ...['class_a_amt', 'class_b_amt', 'fulamt_ownpay_amt'],
  ...['overlmt_selfpay', 'preselfpay_amt'],
];

function scaleCosts<T extends ClaimColumns>(
  claims: T,
  change: Extract<ClaimTransform, { kind: 'cost' | 'tail' }>,
): T {
  const totals = columnOf(claims, 'medfee_sumamt');
  const from = change.kind === 'tail' ? change.fromFen : 0;
  const scaled = new Map(parts.map((name) => [name, columnOf(claims, name).slice()] as const));
  const [total, inScope] = [totals.slice(), columnOf(claims, 'inscp_scp_amt').slice()];
  for (let row = 0; row < claims.count; row += 1) {
    const before = totals[row] ?? 0;
    const perMille = perMilleWithin(before, change.perMille);
    if (before < from || perMille === 0) continue;
    for (const values of scaled.values()) values[row] = scale(values[row] ?? 0, perMille);
    const at = (name: string): number => scaled.get(name)?.[row] ?? 0;
    const covered = at('class_a_amt') + at('class_b_amt');
    // Rounding may leave the parts that nobody covers a fen above what they are parts of.
    const over = Math.min(at('overlmt_selfpay'), covered);
    const first = Math.min(at('preselfpay_amt'), covered - over);
    put(scaled, 'overlmt_selfpay', row, over);
    put(scaled, 'preselfpay_amt', row, first);
    total[row] = covered + at('fulamt_ownpay_amt');
    inScope[row] = covered - over - first;
  }
  const columns = {
    ...claims.columns,
    ...Object.fromEntries(scaled),
    medfee_sumamt: total,
    inscp_scp_amt: inScope,
  };
  return { ...claims, columns };
}

function put(
  columns: ReadonlyMap<string, ColumnValues>,
  name: string,
  row: number,
  fen: number,
): void {
  const values = columns.get(name);
  if (values) values[row] = fen;
}

/** So much that the bill stays within the domain of an amount. */
function perMilleWithin(total: number, perMille: number): number {
  if (perMille <= 0 || total === 0) return perMille;
  return Math.min(perMille, Math.max(0, Math.floor((MOST_FEN * 1000) / total) - 1001));
}

/** Half up; exact, since a thousand amounts stay far below 2^53. */
function scale(fen: number, perMille: number): number {
  return Math.floor((fen * (1000 + perMille) + 500) / 1000);
}

function columnOf({ columns }: ClaimColumns, name: string): ColumnValues {
  const values = columns[name];
  if (!values) throw new Error(`the column ${name} was not read`);
  return values;
}
