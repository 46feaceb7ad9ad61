import { isEqual } from '@tiaoli/base';
import { canonicalDate, numberOf, quantityOf, spellQuantity } from '../../../syntax/literals.ts';
import type { KeywordLanguage } from '../../../syntax/spellings.ts';
import { movePoint, unitOf, unscaled, wrongUnits } from '../../../syntax/units.ts';
import type { PasteRefusal } from './paste-refusals.ts';

/** What a column measures, as far as a number without a unit is to be asked for one. */
export type ColumnMeasure = 'money' | 'rate' | 'other';

/** The unit of the numbers of a column: of amounts, or of rates (`fraction`: 0.85 is 85%). */
export type PasteUnit = '元' | '万元' | '%' | 'fraction';

/** A cell of a spreadsheet as the language would write it. */
export type PastedCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  /** A number of which nobody has said what it counts. */
  | { readonly kind: 'plain' }
  | { readonly kind: 'wrong'; readonly reason: PasteRefusal };

/** What a cell is read for. */
export interface PasteColumn {
  readonly measure: ColumnMeasure;
  /** The unit of its plain numbers, where the author has said it. */
  readonly unit?: PasteUnit;
  readonly language: KeywordLanguage;
}

/**
 * Reads a cell as Excel and WPS give it: full-width digits, thousands separators, ¥, percent, 万元, dates with strokes. What is
 * no number stays as it is written. Nothing is guessed: what may mean two things is refused with its reason.
 */
export function readPastedCell(written: string, column: PasteColumn): PastedCell {
  const text = written.replace(/\s*\n\s*/g, '').trim();
  if (text === '') return { kind: 'blank' };
  const plain = text.normalize('NFKC').trim();
  const reason = refusalOf(plain);
  if (reason) return { kind: 'wrong', reason };
  if (/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(plain)) {
    return { kind: 'text', text: canonicalDate(plain) };
  }
  return readNumber(plain, column) ?? { kind: 'text', text };
}

/** What a spreadsheet shows in place of a value. */
function refusalOf(text: string): PasteRefusal | undefined {
  if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#+)$/i.test(text))
    return 'spreadsheet-error';
  if (/^-?\d(?:\.\d+)?E[+-]?\d+$/i.test(text)) return 'scientific';
  if (/^[=@]/.test(text)) return 'formula';
  if (/^[-–—/\\]+$/.test(text)) return 'dash';
  if (/^\(\s*¥?\s*[\d,.]+\s*\)$/.test(text)) return 'negative';
  return undefined;
}

function readNumber(text: string, column: PasteColumn): PastedCell | undefined {
  const [, currency, written, unit = ''] =
    /^(¥|RMB|CNY|人民币)?\s*(\d[\d,]*(?:\.\d+)?)\s*(\D*)$/iu.exec(text) ?? [];
  if (written === undefined) return undefined;
  if (written.includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) {
    return { kind: 'wrong', reason: 'separators' };
  }
  const digits = shortest(written.replaceAll(',', ''));
  if (unit !== '') {
    const right = unscaled(digits, unit) ?? digits + (wrongUnits.get(unit) ?? unit);
    return unitOf(right.replace(/^[\d.]+/, '')) && spelled(right, column);
  }
  if (currency !== undefined) return spelled(`${digits}元`, column);
  return readPlain(digits, column);
}

function readPlain(digits: string, column: PasteColumn): PastedCell {
  const { measure, unit } = column;
  if (measure === 'other') return { kind: 'text', text: digits };
  // Nothing is nothing in any unit.
  if (digits === '0') return spelled(measure === 'money' ? '0元' : '0%', column);
  if (unit === undefined) return { kind: 'plain' };
  return spelled(unit === 'fraction' ? `${movePoint(digits, 2)}%` : digits + unit, column);
}

function spelled(quantity: string, { language }: PasteColumn): PastedCell {
  return { kind: 'text', text: spellQuantity(quantity, language) };
}

/** `1200.00` is how a spreadsheet shows 1200. */
function shortest(digits: string): string {
  const whole = digits.replace(/^0+(?=\d)/, '');
  return whole.includes('.') ? whole.replace(/\.?0+$/, '') : whole;
}

/** Whether two cells say the same: `10万元` and `100000元` do. */
export function isSameCell(left: string, right: string): boolean {
  if (left === right) return true;
  const [one, other] = [left, right].map((text) => spellQuantity(text, 'zh'));
  const [before, after] = [quantityOf(one ?? ''), quantityOf(other ?? '')];
  if (before && after) {
    const isAlike = before.kind === after.kind && before.per === after.per;
    return isAlike && isEqual(before.value, after.value);
  }
  const [first, second] = [numberOf(one ?? ''), numberOf(other ?? '')];
  return first !== undefined && second !== undefined && isEqual(first, second);
}
