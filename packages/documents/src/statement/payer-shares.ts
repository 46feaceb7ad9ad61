import type { Rational } from '@tiaoli/base';
import { add, floor, greatest, multiply, rational, ZERO } from '@tiaoli/base';
import type { PayerShare } from '@tiaoli/workspace';

const HALF = rational(1, 2);

/** The shares of two claims, those of one payer together. */
export function addShares(
  left: readonly PayerShare[],
  right: readonly PayerShare[],
): readonly PayerShare[] {
  const sums = new Map(left.map((share) => [share.name.zh, share]));
  for (const share of right) {
    const known = sums.get(share.name.zh);
    sums.set(share.name.zh, known ? { ...known, amount: add(known.amount, share.amount) } : share);
  }
  return [...sums.values()];
}

/** With one decimal, rounded half up: 5,175 of 20,000 is 25.9%. */
export function percent(amount: Rational, total: Rational): string {
  const tenths = floor(add(multiply(shareOf(amount, total), rational(1000)), HALF));
  return `${tenths / 10n}.${tenths % 10n}%`;
}

/** From 0 to 1; nothing of nothing is nothing. */
export function shareOf(amount: Rational, total: Rational): Rational {
  if (total.numerator === 0n) return ZERO;
  const share = rational(
    amount.numerator * total.denominator,
    amount.denominator * total.numerator,
  );
  return greatest(ZERO, share);
}
