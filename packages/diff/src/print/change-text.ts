import type { LocalText, TextLanguage } from '@tiaoli/base';
import { assertNever } from '@tiaoli/base';
import { fieldWords } from '../structure/field.ts';
import type { Change, Fact, Part, RenameProposal, Step, Subject } from '../structure/structure.ts';
import { boundEffect } from './bound-effect.ts';
import { differenceText } from './difference-text.ts';
import { kindWords, slotWords } from './kind-words.ts';
import { quoted, valueText, wordText } from './value-text.ts';

/** `参数「起付标准」`; a document by its kind alone, a clause by its number. */
export function subjectText({ kind, name }: Subject, language: TextLanguage): string {
  const word = kindWords[kind][language];
  // 分担 医疗费总额 and 层序 have the word in their name.
  const own = name.startsWith(kindWords[kind].zh)
    ? name.slice(kindWords[kind].zh.length).trim()
    : name;
  if (own === '') return word;
  return language === 'zh' ? `${word}${quoted(own, language)}` : `${word} ${quoted(own, language)}`;
}

/** Where in a declaration: `三级·退休`, `调整「退休」，自 2024-07-01`; empty for its one value. */
export function partText({ field, steps }: Part, language: TextLanguage): string {
  const words = steps.map((step) => stepText(step, language));
  const isNamed = (isValue.has(field) && steps.length > 0) || repeats(field, steps);
  const all = isNamed ? words : [...words, fieldWords[field][language]];
  return all.filter((word) => word !== '').join(language === 'zh' ? '，' : ', ');
}

/** Fields that need no word where a step says whose value it is. */
const isValue: ReadonlySet<string> = new Set(['value', 'fact', 'members']);

/** Whether the slot has the name of the field: 比例，比例. */
function repeats(field: string, steps: readonly Step[]): boolean {
  const own: Readonly<Record<string, readonly string[]>> = {
    base: ['base'],
    rate: ['rate'],
    cap: ['limit'],
    deductible: ['amount'],
    adjustment: ['amount'],
    applies: ['condition'],
    'person-share': ['at-least'],
    stock: ['limit'],
    rounding: ['rounding'],
  };
  return steps.some((step) => step.kind === 'slot' && own[step.slot]?.includes(field));
}

function stepText(step: Step, language: TextLanguage): string {
  const isChinese = language === 'zh';
  switch (step.kind) {
    case 'version':
      return isChinese ? `自 ${step.from}` : `from ${step.from}`;
    case 'year':
      return isChinese ? `${step.year}年度` : `year ${step.year}`;
    case 'case':
      if (step.label === '') return isChinese ? '情形' : 'case';
      return isChinese ? `情形${quoted(step.label, language)}` : `case "${step.label}"`;
    case 'otherwise':
      return isChinese ? '其余' : 'otherwise';
    case 'cell': {
      const keys = step.keys.map((key) => key[language]);
      return [...keys, ...(step.column === undefined ? [] : [step.column])].join('·');
    }
    case 'slot': {
      const word = slotWords[step.slot][language];
      if (step.label === undefined) return word;
      return `${word}${isChinese ? '' : ' '}${quoted(step.label, language)}`;
    }
    case 'named':
      return wordText(step.name, language);
    case 'nth':
      return isChinese ? `第${step.number}项` : `number ${step.number}`;
    default:
      return assertNever(step);
  }
}

/** A change as one line about its declaration; of a declaration that came or went, what it says. */
export function changeText(change: Change): LocalText {
  return { zh: textIn(change, 'zh'), en: textIn(change, 'en') };
}

function textIn(change: Change, language: TextLanguage): string {
  switch (change.kind) {
    case 'added':
      return { zh: '新增', en: 'added' }[language] + briefly(change.item.facts, language);
    case 'removed':
      return { zh: '删去', en: 'removed' }[language] + briefly(change.item.facts, language);
    case 'version-moved': {
      const { before, after } = change;
      const days = differenceText(
        { kind: 'date', value: before },
        { kind: 'date', value: after },
        language,
      );
      return { zh: `起始日 ${days}`, en: `first day ${days}` }[language];
    }
    case 'changed': {
      const { part, before, after } = change;
      const where = partText(part, language);
      const effect = effectText(change, language);
      const colon = language === 'zh' ? '：' : ': ';
      const isHashed = part.field === 'catalogue-content' && before && after;
      const text = isHashed
        ? { zh: '有改动', en: 'differs' }[language]
        : differenceText(before?.value, after?.value, language);
      return `${where === '' ? '' : `${where}${colon}`}${text}${effect}${inventedText(change, language)}`;
    }
    default:
      return assertNever(change);
  }
}

const effects = {
  narrowed: { zh: '；授权收窄', en: '; delegation narrowed' },
  widened: { zh: '；授权放宽', en: '; delegation widened' },
} as const;

function effectText(change: Extract<Change, { kind: 'changed' }>, language: TextLanguage): string {
  const effect = boundEffect(change);
  return effect ? effects[effect][language] : '';
}

const invented = {
  both: { zh: '；均为示例', en: '; both illustrative' },
  before: { zh: '；旧值为示例', en: '; the old value is illustrative' },
  after: { zh: '；新值为示例', en: '; the new value is illustrative' },
} as const;

/** Which of the values is nobody's policy. */
function inventedText(
  { before, after }: Extract<Change, { kind: 'changed' }>,
  language: TextLanguage,
): string {
  if (before?.illustrative && after?.illustrative) return invented.both[language];
  if (after?.illustrative) return invented.after[language];
  return before?.illustrative ? invented.before[language] : '';
}

/** More than a few facts are told where they stand. */
const MOST_FACTS = 6;

function briefly(facts: readonly Fact[], language: TextLanguage): string {
  const shown = facts.filter(({ part }) => !unshown.has(part.field));
  if (shown.length === 0) return '';
  const texts = shown.slice(0, MOST_FACTS).map(({ part, value, illustrative }) => {
    const where = partText(part, language);
    const mark = illustrative ? { zh: '（示例）', en: ' (illustrative)' }[language] : '';
    return `${where === '' ? '' : `${where} `}${valueText(value, language)}${mark}`;
  });
  const rest = shown.length - texts.length;
  const more = { zh: `等${shown.length}项`, en: ` and ${rest} more` }[language];
  const joined = texts.join(language === 'zh' ? '；' : '; ');
  return `${language === 'zh' ? '：' : ': '}${joined}${rest > 0 ? more : ''}`;
}

/** Said about the author's work, not about the policy. */
const unshown: ReadonlySet<string> = new Set([
  'provenance',
  'alias',
  'entity',
  'question',
  'accepted-finding',
  'catalogue-content',
]);

/** `可能由「甲」改名为「乙」（除名称外，全部相同）`. */
export function renameText({ kind, before, after, reason, shared, of }: RenameProposal): LocalText {
  const why: LocalText = {
    'same-alias': { zh: '英文名相同', en: 'the English names are the same' },
    'same-facts': { zh: '除名称外全部相同', en: 'all but the name is the same' },
    'similar-facts': {
      zh: `${of}项内容中${shared}项相同`,
      en: `${shared} of ${of} facts are the same`,
    },
  }[reason];
  const word = kindWords[kind];
  return {
    zh: `${word.zh}可能由「${before}」改名为「${after}」（${why.zh}），请确认`,
    en: `${word.en} "${before}" may have been renamed "${after}" (${why.en}); please confirm`,
  };
}
