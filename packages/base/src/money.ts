import type { Rational } from './rational.ts';
import { multiply, parseRational, printRational, rational } from './rational.ts';

const FEN_PER_YUAN = rational(100n);

/** Fen of an amount written in yuan as a decimal string (`"1300"`, `"29743.68"`); undefined when it is none. */
export function fenOfYuan(text: string): Rational | undefined {
  const yuan = /^-?\d+(\.\d+)?$/.test(text) ? parseRational(text) : undefined;
  return yuan && multiply(yuan, FEN_PER_YUAN);
}

/** Yuan as a decimal string for JSON, with exactly two decimals when the amount is in whole fen: `"29743.68"`. */
export function yuanOfFen(fen: Rational): string {
  const text = printRational(rational(fen.numerator, fen.denominator * 100n));
  if (fen.denominator !== 1n) return text;
  const [whole = '0', digits = ''] = text.split('.');
  return `${whole}.${digits.padEnd(2, '0')}`;
}

/** An amount for people: thousands grouped, `29,743.68`; at least two decimals unless a fraction. Not for programs. */
export function printYuan(fen: Rational): string {
  const text = yuanOfFen(fen);
  const [whole = '0', digits = ''] = text.split('.');
  if (digits === '') return text;
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${digits}`;
}
