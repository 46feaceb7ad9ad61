import type { Rational, TextLanguage } from '@tiaoli/base';
import { parseRational, printDate, printRate, printRational, rational } from '@tiaoli/base';
import type { Literal } from './expr.ts';
import type { ValueType } from './type.ts';

const YUAN = { zh: '元', en: ' yuan' } as const;
const TRUTH = { zh: { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } } as const;

/** A literal for people: `1300元`, `60%`, `2024-01-01`, `是`, `{低保对象、特困人员}`. */
export function printLiteral({ type, value }: Literal, language: TextLanguage): string {
  if (typeof value === 'boolean') return printTruth(value, language);
  if (typeof value !== 'string') return printMembers(value, language);
  if (type.kind === 'text') return `"${value}"`;
  if (type.kind === 'enumeration' || type.kind === 'date') return value;
  const number = parseRational(value);
  return number ? printNumber(number, type, language) : value;
}

/** An exact number of a numeric type for people; money in yuan, as many decimals as it has. */
export function printNumber(value: Rational, type: ValueType, language: TextLanguage): string {
  switch (type.kind) {
    case 'money':
    case 'unit-price': {
      const yuan = rational(value.numerator, value.denominator * 100n);
      return `${printRational(yuan)}${YUAN[language]}`;
    }
    case 'rate':
      return printRate(value);
    case 'date':
      return printDate(Number(value.numerator));
    default:
      return printRational(value);
  }
}

export function printTruth(value: boolean, language: TextLanguage): string {
  return TRUTH[language][value ? 'true' : 'false'];
}

export function printMembers(members: readonly string[], language: TextLanguage): string {
  return `{${members.join(language === 'zh' ? '、' : ', ')}}`;
}
