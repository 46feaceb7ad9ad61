import type { Rational } from '@tiaoli/base';
import { add, floor, greatest, multiply, printYuan, rational, ZERO } from '@tiaoli/base';
import type { PayerShare } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** Columns of the longest bar. */
const BAR = 30;

const HALF = rational(1, 2);

/** Who pays what, as amounts, shares and bars. */
export function printShares(terminal: Terminal, shares: readonly PayerShare[]): void {
  if (shares.length === 0) return;
  const total = shares.map(({ amount }) => amount).reduce(add, ZERO);
  const rows = shares.map(({ name, amount, fund }) => [
    say(terminal, name),
    printYuan(amount),
    percent(amount, total),
    (fund ? '█' : '░').repeat(barLength(amount, total)),
  ]);
  const whole = say(terminal, { zh: '合计', en: 'total' });
  terminal.print(
    `${printTable([...rows, [whole, printYuan(total)]], ['left', 'right', 'right', 'left'], '    ')}\n`,
  );
}

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

function barLength(amount: Rational, total: Rational): number {
  return Number(floor(multiply(shareOf(amount, total), rational(BAR))));
}

/** With one decimal, rounded half up: 5,175 of 20,000 is 25.9%. */
export function percent(amount: Rational, total: Rational): string {
  const tenths = floor(add(multiply(shareOf(amount, total), rational(1000)), HALF));
  return `${tenths / 10n}.${tenths % 10n}%`;
}

function shareOf(amount: Rational, total: Rational): Rational {
  if (total.numerator === 0n) return ZERO;
  const share = rational(
    amount.numerator * total.denominator,
    amount.denominator * total.numerator,
  );
  return greatest(ZERO, share);
}
