import type { LocalText, Rational, TextLanguage } from '@tiaoli/base';
import { assertNever, multiply, parseRational, printRational, rational, ZERO } from '@tiaoli/base';
import type { Provenance } from '@tiaoli/ir';
import { money, printNumber, printTruth, rate } from '@tiaoli/ir';
import type { FactValue, NumberUnit } from '../structure/structure.ts';
import { valueWords } from './kind-words.ts';

/** What a fact says, in one line. */
export function valueText(value: FactValue, language: TextLanguage): string {
  switch (value.kind) {
    case 'number':
      return numberText(parseRational(value.value) ?? ZERO, value.unit, language);
    case 'date':
    case 'text':
      return value.value;
    case 'validity':
      return validityText(value, language);
    case 'quote':
      return quoted(value.paragraphs.join(''), language);
    case 'names':
      return namesText(value.values, language);
    case 'word':
      return wordText(value.word, language);
    case 'truth':
      return printTruth(value.value, language);
    case 'unseen':
      return { zh: `未见（${value.reason}）`, en: `not seen (${value.reason})` }[language];
    case 'formula':
      return value.text[language];
    case 'provenance':
      return provenanceText(value.provenance, language);
    default:
      return assertNever(value);
  }
}

export function wordText(word: string, language: TextLanguage): string {
  return valueWords[word]?.[language] ?? word;
}

export function namesText(names: readonly string[], language: TextLanguage): string {
  const texts = names.map((name) => wordText(name, language));
  return texts.join(language === 'zh' ? '、' : ', ');
}

export function quoted(text: string, language: TextLanguage): string {
  return language === 'zh' ? `「${text}」` : `"${text}"`;
}

/** A number with its unit: `1000元`, `60%`, `5个百分点`, `15个工作日`. */
export function numberText(value: Rational, unit: NumberUnit, language: TextLanguage): string {
  const plain = printRational(value);
  switch (unit) {
    case 'money':
    case 'unit-price':
      return printNumber(value, money, language);
    case 'rate':
      return printNumber(value, rate, language);
    case 'points':
      return pointsText(value, language);
    case 'number':
      return plain;
    case 'working-days':
      if (value.numerator === 0n) return { zh: '即时', en: 'at once' }[language];
      return { zh: `${plain}个工作日`, en: `${plain} working days` }[language];
    case 'months':
      return { zh: `${plain}个月`, en: `${plain} months` }[language];
    case 'items':
      return { zh: `${plain}件`, en: plain }[language];
    default:
      return assertNever(unit);
  }
}

/** A rate as points: 0.05 is `5个百分点`. */
export function pointsText(value: Rational, language: TextLanguage): string {
  const points = printRational(multiply(value, rational(100)));
  return language === 'zh' ? `${points}个百分点` : `${points} points`;
}

function validityText(
  { from, to }: Extract<FactValue, { kind: 'validity' }>,
  language: TextLanguage,
): string {
  const words: LocalText[] = [
    ...(from === undefined ? [] : [{ zh: `自 ${from}`, en: `from ${from}` }]),
    ...(to === undefined ? [] : [{ zh: `至 ${to}`, en: `to ${to}` }]),
  ];
  return words.map((word) => word[language]).join(' ');
}

const markWords = {
  inferred: { zh: '推定', en: 'inferred' },
  approximate: { zh: '约', en: 'approximate' },
  paraphrased: { zh: '转述', en: 'paraphrased' },
} as const;

function provenanceText({ source, grade, marks }: Provenance, language: TextLanguage): string {
  const gradeText: LocalText | undefined =
    grade === 'illustrative'
      ? { zh: '示例', en: 'illustrative' }
      : grade && { zh: `等级 ${grade}`, en: `grade ${grade}` };
  const parts = [
    ...(source === undefined ? [] : [source]),
    ...(gradeText ? [gradeText[language]] : []),
    ...marks.map((mark) => markWords[mark][language]),
  ];
  return parts.join(language === 'zh' ? '，' : ', ');
}
