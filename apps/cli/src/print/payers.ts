import type { Rational } from '@tiaoli/base';
import { add, floor, multiply, printYuan, rational, ZERO } from '@tiaoli/base';
import { percent, shareOf } from '@tiaoli/documents';
import type { PayerShare } from '@tiaoli/workspace';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';
import { printTable } from './table.ts';

/** Columns of the longest bar. */
const BAR = 30;

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

function barLength(amount: Rational, total: Rational): number {
  return Number(floor(multiply(shareOf(amount, total), rational(BAR))));
}
