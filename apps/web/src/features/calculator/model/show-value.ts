import type { TextLanguage } from '@tiaoli/base';
import { parseRational, printRate } from '@tiaoli/base';
import { showYuan } from '../../shell/show-amount.ts';
import type { FormField } from './calculator-form.ts';
import type { TypedField } from './read-typed.ts';
import { readTyped } from './read-typed.ts';

/** A typed value as it is shown while nobody edits it: amounts with thousands grouped, days in one form. */
export function showTyped(field: TypedField, typed: string): string {
  const read = readTyped(field, typed);
  return read.kind === 'value' ? showValue(field, read.text) : typed;
}

/** A value in its JSON form, for people. */
export function showValue({ type }: Pick<FormField, 'type'>, text: string): string {
  if (type === 'money') return showYuan(text);
  if (type === 'rate') {
    const rate = parseRational(text);
    return rate ? printRate(rate).replace(/%$/, '') : text;
  }
  return text;
}

const units = {
  zh: { yuan: '元', tenThousand: '万元', range: '至' },
  en: { yuan: ' yuan', tenThousand: '', range: ' to ' },
} as const;

/** What may be entered, as short as the document writes it: `0元至1000万元`. Undefined where anything may. */
export function domainText(field: TypedField, language: TextLanguage): string | undefined {
  const { low, high, type } = field;
  if (low === undefined && high === undefined) return undefined;
  const show = (bound: FormField['low']): string =>
    bound === undefined ? '' : boundText(type, String(bound), language);
  const words = units[language];
  if (low === undefined) return `≤ ${show(high)}`;
  // That an amount is not below nothing goes without saying.
  if (high === undefined) return low === '0' ? undefined : `≥ ${show(low)}`;
  const range = type === 'date' && language === 'zh' ? ' 至 ' : words.range;
  return `${show(low)}${range}${show(high)}`;
}

function boundText(type: FormField['type'], text: string, language: TextLanguage): string {
  const words = units[language];
  if (type === 'rate') {
    const rate = parseRational(text);
    return rate ? printRate(rate) : text;
  }
  if (type !== 'money') return text;
  const [whole = '', digits = ''] = text.split('.');
  const even = /^0*$/.test(digits);
  if (even && language === 'zh' && /^[1-9]\d*0000$/.test(whole)) {
    return `${whole.slice(0, -4)}${words.tenThousand}`;
  }
  const shown = showYuan(text);
  return `${even ? shown.replace(/\.00$/, '') : shown}${words.yuan}`;
}
