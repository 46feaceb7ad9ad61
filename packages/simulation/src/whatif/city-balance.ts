import type { Rational } from '@tiaoli/base';
import { compare, floor, multiply, rational } from '@tiaoli/base';
import type { CityAccount } from './city-accounts.ts';
import { numberOf } from './grid-spec.ts';

/**
 * How a province balances its cities: each pays `paid` of its base, and gets `covered` of its gap, all of them together
 * no more than was paid in.
 *
 * ILLUSTRATIVE: every province has rules of its own, and no public text gives these two numbers.
 */
export interface AdjustmentRule {
  readonly paid: Rational;
  readonly covered: Rational;
}

export const usualAdjustment: AdjustmentRule = {
  paid: rational(5n, 100n),
  covered: rational(70n, 100n),
};

/** `5%,70%`: what is paid in of the base, what is covered of the gap. */
export function parseAdjustment(text: string): AdjustmentRule | undefined {
  const shares = text.split(/[,，]/u).map((each) => numberOf(each, { kind: 'rate' }));
  const [paid, covered] = shares;
  const areShares = shares.every(
    (each) => each && compare(each, rational(0n)) >= 0 && compare(each, rational(1n)) <= 0,
  );
  return shares.length === 2 && areShares && paid && covered ? { paid, covered } : undefined;
}

/** One city under one version, in whole fen. */
export interface CityBalance {
  readonly city: string;
  readonly spending: bigint;
  /** Income less spending. */
  readonly balance: bigint;
  readonly paidIn: bigint;
  readonly paidOut: bigint;
  /** What is there at the end of the year. */
  readonly reserve: bigint;
  /** For how many months of spending it lasts; absent where nothing is spent. */
  readonly months?: number;
}

/**
 * The accounts of all cities under one version, from what their funds spend in it.
 *
 * Paid in: base × collected × rate. Gap: spending, no more than allowed, less normative income and usable reserve, not
 * below zero. Paid out: gap × share × performance, in proportion where the fund does not suffice; cut to whole fen.
 */
export function balanceCities(
  cities: readonly { readonly account: CityAccount; readonly spending: bigint }[],
  { paid, covered }: AdjustmentRule,
): readonly CityBalance[] {
  const paidIn = cities.map(({ account }) =>
    floor(multiply(multiply(rational(account.dueBase), account.collected), paid)),
  );
  const wanted = cities.map(({ account, spending }) =>
    floor(multiply(multiply(rational(gapOf(account, spending)), covered), account.performance)),
  );
  const fund = sum(paidIn);
  const asked = sum(wanted);
  return cities.map(({ account, spending }, at) => {
    const own = wanted[at] ?? 0n;
    const paidOut = asked > fund ? (own * fund) / asked : own;
    const balance = account.income - spending;
    const reserve = account.reserve + balance + paidOut - (paidIn[at] ?? 0n);
    return {
      ...{ city: account.city, spending, balance, paidIn: paidIn[at] ?? 0n, paidOut, reserve },
      ...(spending > 0n && { months: monthsOf(reserve, spending) }),
    };
  });
}

function gapOf(account: CityAccount, spending: bigint): bigint {
  const { allowedSpending = spending, normativeIncome, usableReserve } = account;
  const counted = spending < allowedSpending ? spending : allowedSpending;
  const gap = counted - normativeIncome - usableReserve;
  return gap > 0n ? gap : 0n;
}

/** To a hundredth of a month, cut. */
function monthsOf(reserve: bigint, spending: bigint): number {
  return Number((reserve * 1200n) / spending) / 100;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, each) => all + each, 0n);
}
