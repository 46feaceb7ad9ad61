import type { Rational, TextLanguage } from '@tiaoli/base';
import {
  divide,
  multiply,
  negate,
  parseDate,
  parseRational,
  printRational,
  rational,
  roundTo,
  subtract,
} from '@tiaoli/base';
import type { FactValue, NumberUnit } from '../structure/structure.ts';
import { namesText, numberText, pointsText, valueText } from './value-text.ts';

/** Old and new in one line, with the absolute and the relative difference of numbers: `1000元 → 800元（−200元，−20%）`. */
export function differenceText(
  before: FactValue | undefined,
  after: FactValue | undefined,
  language: TextLanguage,
): string {
  if (!before && !after) return '';
  if (!before) return said('added', after, language);
  if (!after) return said('removed', before, language);
  if (before.kind === 'names' && after.kind === 'names' && !(before.ordered || after.ordered)) {
    return setText(before.values, after.values, language);
  }
  const written = valueText(before, language);
  if (before.kind === 'formula' && written === valueText(after, language)) {
    return `${written}${sameWords[language]}`;
  }
  const pair = `${written} → ${valueText(after, language)}`;
  const note = noteOf(before, after, language);
  if (note === '') return pair;
  return language === 'zh' ? `${pair}（${note}）` : `${pair} (${note})`;
}

/** Of formulas that read alike, and read other dates, or things of one name. */
const sameWords = {
  zh: '（字面相同，所指不同）',
  en: ' (the same words, meaning another thing)',
} as const;

const oneSided = {
  added: { zh: '新增', en: 'new' },
  removed: { zh: '删去', en: 'dropped' },
} as const;

function said(
  how: keyof typeof oneSided,
  value: FactValue | undefined,
  language: TextLanguage,
): string {
  const word = oneSided[how][language];
  // What is there at all says no more.
  if (!value || (value.kind === 'truth' && value.value)) return word;
  return `${word}${language === 'zh' ? ' ' : ': '}${valueText(value, language)}`;
}

/** What came into a set and what went out of it. */
function setText(
  before: readonly string[],
  after: readonly string[],
  language: TextLanguage,
): string {
  const came = after.filter((name) => !before.includes(name));
  const went = before.filter((name) => !after.includes(name));
  const words = { zh: ['增加 ', '减少 ', '；'], en: ['plus ', 'less ', '; '] }[language];
  const parts = [
    ...(came.length > 0 ? [`${words[0]}${namesText(came, language)}`] : []),
    ...(went.length > 0 ? [`${words[1]}${namesText(went, language)}`] : []),
  ];
  return parts.join(words[2]);
}

function noteOf(before: FactValue, after: FactValue, language: TextLanguage): string {
  if (before.kind === 'date' && after.kind === 'date') {
    return dayNote(before.value, after.value, language);
  }
  if (before.kind !== 'number' || after.kind !== 'number' || before.unit !== after.unit) return '';
  const [old, now] = [parseRational(before.value), parseRational(after.value)];
  return old && now ? numberNote(old, now, after.unit, language) : '';
}

function dayNote(before: string, after: string, language: TextLanguage): string {
  const [old, now] = [parseDate(before), parseDate(after)];
  if (old === undefined || now === undefined) return '';
  const days = Math.abs(now - old);
  return now > old
    ? { zh: `推迟${days}天`, en: `${days} days later` }[language]
    : { zh: `提前${days}天`, en: `${days} days earlier` }[language];
}

function numberNote(
  old: Rational,
  now: Rational,
  unit: NumberUnit,
  language: TextLanguage,
): string {
  const difference = subtract(now, old);
  const isRise = difference.numerator > 0n;
  const size = isRise ? difference : negate(difference);
  if (unit === 'rate' || unit === 'points') {
    const points = pointsText(size, language);
    if (language === 'zh') return `${isRise ? '提高' : '降低'}${points}`;
    return `${isRise ? 'up' : 'down'} ${points}`;
  }
  const sign = isRise ? '+' : '−';
  const absolute = `${sign}${numberText(size, unit, language)}`;
  const relative = old.numerator === 0n ? undefined : percent(size, old);
  if (relative === undefined) return absolute;
  return `${absolute}${language === 'zh' ? '，' : ', '}${sign}${relative}`;
}

/** Of what it was, to a tenth of a percent, as such figures are published; undefined for less. */
function percent(size: Rational, of: Rational): string | undefined {
  const share = multiply(divide(size, of), rational(100));
  const tenths = roundTo(share, 'half-away-from-zero', rational(1, 10));
  const positive = tenths.numerator < 0n ? negate(tenths) : tenths;
  return positive.numerator === 0n ? undefined : `${printRational(positive)}%`;
}
