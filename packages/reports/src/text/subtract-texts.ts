import { printRational, subtract } from '@tiaoli/base';
import { decimalOf } from './amounts.ts';

/** The exact difference of two decimals, as a decimal. */
export function subtractTexts(left: string, right: string): string {
  return printRational(subtract(decimalOf(left), decimalOf(right)));
}
