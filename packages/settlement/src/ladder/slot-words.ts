import type { LocalText, Rational, Rounding } from '@tiaoli/base';
import { compare, printRate, printYuan, subtract, yuanOfFen, ZERO } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/interpreter';
import type { Expr, ModuleIndex } from '@tiaoli/ir';
import { printExpr, printRounding } from '@tiaoli/ir';

const periods: Readonly<Record<string, LocalText>> = {
  claim: { zh: '每次', en: 'per claim' },
  visit: { zh: '每就诊', en: 'per visit' },
  stay: { zh: '每次住院', en: 'per stay' },
  day: { zh: '每日', en: 'per day' },
  month: { zh: '每月', en: 'per month' },
  year: { zh: '每年', en: 'per year' },
};

export function periodWord(period: string): LocalText {
  return periods[period] ?? { zh: period, en: period };
}

/** The number of an outcome; undefined when there is none. */
export function numberOf(outcome: Outcome | undefined): Rational | undefined {
  if (outcome?.status !== 'value') return undefined;
  const { value } = outcome;
  return typeof value === 'object' && 'numerator' in value ? value : undefined;
}

export function amountText(outcome: Outcome | undefined): string {
  const amount = numberOf(outcome);
  return amount ? printYuan(amount) : '—';
}

export function rateText(outcome: Outcome | undefined): string {
  const rate = numberOf(outcome);
  return rate ? printRate(rate) : '—';
}

/**
 * What rounding did, in words; undefined where it changed nothing.
 *
 * @param remainder  fen: the exact amount less the rounded one
 */
export function roundingWords(remainder: Rational, rounding: Rounding): LocalText | undefined {
  const sign = compare(remainder, ZERO);
  if (sign === 0) return undefined;
  const size = yuanOfFen(sign > 0 ? remainder : subtract(ZERO, remainder));
  const [zh, en] = [printRounding(rounding, true, 'zh'), printRounding(rounding, true, 'en')];
  return sign > 0
    ? { zh: `${zh}舍 ${size}`, en: `${size} off by rounding ${en}` }
    : { zh: `${zh}入 ${size}`, en: `${size} on by rounding ${en}` };
}

/** What people call an amount: a named amount by its name, anything else by its formula. */
export function nameOf(expr: Expr, index: ModuleIndex): LocalText {
  const inner = expr.kind === 'or-else' ? expr.operand : expr;
  return { zh: printExpr(inner, index, 'zh'), en: printExpr(inner, index, 'en') };
}

/** One text for both languages: numbers. */
export function sameText(text: string): LocalText {
  return { zh: text, en: text };
}

/** The texts one after the other, each with `between` in front but for the first. */
export function joinTexts(texts: readonly LocalText[], between: LocalText): LocalText {
  return {
    zh: texts.map(({ zh }) => zh).join(between.zh),
    en: texts.map(({ en }) => en).join(between.en),
  };
}
