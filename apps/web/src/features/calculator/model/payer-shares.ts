import type { LocalText, Rational } from '@tiaoli/base';
import {
  add,
  fenOfYuan,
  floor,
  greatest,
  multiply,
  printYuan,
  rational,
  yuanOfFen,
  ZERO,
} from '@tiaoli/base';
import type { LadderJson, PayerJson } from './settled-json.ts';

/** What one payer bears of each claim and of all. Amounts are yuan with two decimals. */
export interface PayerRow {
  readonly key: string;
  readonly name: LocalText;
  readonly fund: boolean;
  /** One for each claim; undefined where it has no part in it. */
  readonly amounts: readonly (string | undefined)[];
  readonly total: string;
  /** Of the whole, `57.0%`. */
  readonly share: string;
}

export interface PayerTable {
  readonly rows: readonly PayerRow[];
  /** What each claim costs. */
  readonly totals: readonly string[];
  readonly total: string;
}

const HALF = rational(1, 2);

/**
 * Who pays what over the claims that are complete, in the order in which the payers pay. Undefined when no claim is.
 */
export function payerTable(ladders: readonly LadderJson[]): PayerTable | undefined {
  const complete = ladders.filter(({ payers }) => payers.length > 0);
  if (complete.length === 0) return undefined;
  const names = new Map(
    complete.flatMap(({ payers }) => payers.map((each) => [each.name.zh, each])),
  );
  const totals = complete.map(({ payers }) => sum(payers.map(fenOf)));
  const whole = sum(totals);
  const rows = [...names].map(([key, { name, fund }]) => {
    const amounts = complete.map(({ payers }) => payers.find((each) => each.name.zh === key));
    const total = sum(amounts.flatMap((each) => (each ? [fenOf(each)] : [])));
    return {
      key,
      name,
      fund,
      amounts: amounts.map((each) => each?.amount),
      total: yuanOfFen(total),
      share: percent(total, whole),
    };
  });
  // The person stands last, whoever else comes in with a later claim.
  const ordered = rows.toSorted((left, right) => Number(isPerson(left)) - Number(isPerson(right)));
  return { rows: ordered, totals: totals.map(yuanOfFen), total: yuanOfFen(whole) };
}

/** The row that is left to the person in cash. */
export function isPerson({ key }: Pick<PayerRow, 'key'>): boolean {
  return key === personKey;
}

const personKey = '个人现金';

/** `1300.00` as `1,300.00`. */
export function groupedYuan(amount: string): string {
  const fen = fenOfYuan(amount);
  return fen ? printYuan(fen) : amount;
}

function fenOf({ amount }: PayerJson): Rational {
  return fenOfYuan(amount) ?? ZERO;
}

function sum(amounts: readonly Rational[]): Rational {
  return amounts.reduce(add, ZERO);
}

/** With one decimal, rounded half up: 5,175 of 20,000 is 25.9%. */
function percent(amount: Rational, whole: Rational): string {
  if (whole.numerator === 0n) return '0.0%';
  const share = rational(
    amount.numerator * whole.denominator,
    amount.denominator * whole.numerator,
  );
  const tenths = floor(add(multiply(greatest(ZERO, share), rational(1000)), HALF));
  return `${tenths / 10n}.${tenths % 10n}%`;
}
