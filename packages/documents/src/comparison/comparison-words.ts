import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { Direction } from '@tiaoli/diff';
import { sizeText, stateWords } from '@tiaoli/diff';
import type { ValueType } from '@tiaoli/ir';
import type { ComparedSide, ConformanceRow, ConformanceState } from '@tiaoli/workspace';
import type { EffectCell } from './effect-grid.ts';

/** `太原市职工医保普通门诊统筹（2024-07-01 有效的内容）`. */
export function sideText({ title, on }: ComparedSide): LocalText {
  return on === undefined
    ? { zh: `${title}（全部版本）`, en: `${title} (all versions)` }
    : { zh: `${title}（${on} 有效的内容）`, en: `${title} (as in force on ${on})` };
}

/** Sign as symbol and word, so that nothing hangs on colour. */
const signWords: Readonly<Record<Direction, LocalText>> = {
  more: { zh: '▲ 增加', en: '▲ more' },
  less: { zh: '▼ 减少', en: '▼ less' },
  both: { zh: '◆ 有增有减', en: '◆ more or less' },
  none: { zh: '＝ 不变', en: '= unchanged' },
  unknown: { zh: '？ 见说明', en: '? see below' },
};

/** Dates come earlier or later, they do not become less. */
const dateSignWords: Readonly<Record<Direction, LocalText>> = {
  ...signWords,
  more: { zh: '▲ 推迟', en: '▲ later' },
  less: { zh: '▼ 提前', en: '▼ earlier' },
  both: { zh: '◆ 有提前有推迟', en: '◆ earlier or later' },
};

const stateIcons: Readonly<Record<EffectCell['state'], string>> = {
  'same-form': '✓',
  'same-proved': '✓',
  rounding: '≈',
  'changed-exact': '✓',
  'changed-bounded': '↔',
  applicability: '⊘',
  'one-sided': '◧',
  undecided: '?',
};

/** `▲ 增加，最多 130.00元　✓ 变化·精确`. */
export function effectText(
  { state, sign, most }: EffectCell,
  type: ValueType,
  language: TextLanguage,
): string {
  const word = `${stateIcons[state]} ${stateWords[state][language]}`;
  if (sign === 'none' && !most) return word;
  const words = type.kind === 'date' ? dateSignWords : signWords;
  const size = most && most.numerator !== 0n ? sizeText(most, type, language) : '';
  const told = size && { zh: `，最多 ${size}`, en: `, at most ${size}` }[language];
  return `${words[sign][language]}${told}　${word}`;
}

/** The marks of the unification matrix: a state is told by its sign and its word, never by colour alone. */
const conformanceWords: Readonly<Record<ConformanceState, LocalText>> = {
  within: { zh: '= 在授权之内', en: '= within bounds' },
  outside: { zh: '✗ 超出授权', en: '✗ out of bounds' },
  undecided: { zh: '? 无法判断', en: '? undecided' },
  gone: { zh: '✗ 不再有这个授权', en: '✗ no longer delegated' },
};

/** Whether a value keeps within what the level above leaves, and whether it did. */
export function conformanceStateText({ before, after, isSame, setBy }: ConformanceRow): LocalText {
  if (isSame !== undefined) {
    return isSame ? { zh: '= 相同', en: '= same' } : { zh: '≠ 不同', en: '≠ different' };
  }
  if (!after) return { zh: '- 已经没有', en: '- has ended' };
  const word = conformanceWords[after];
  if (!setBy) return { zh: '- 未另定', en: '- not set' };
  if (before === undefined || before === after) return word;
  const was = before === 'gone' ? notDelegated : conformanceWords[before];
  return { zh: `${word.zh}（原：${was.zh}）`, en: `${word.en} (was: ${was.en})` };
}

const notDelegated = { zh: '没有授权', en: 'not delegated' };

/** What is left to be decided, by the later text; by both where they leave something else. */
export function conformanceBoundsText({ before, oldBounds, bounds }: ConformanceRow): LocalText {
  const now = bounds ?? notDelegated;
  const old = oldBounds ?? notDelegated;
  const isHeldAgainstBoth = before !== undefined || oldBounds !== undefined;
  if (!isHeldAgainstBoth || old.zh === now.zh) return now;
  return { zh: `${old.zh} → ${now.zh}`, en: `${old.en} → ${now.en}` };
}

export const conformanceTitles = {
  'text-changed': {
    zh: '各地的取值，在旧文件和新文件之下',
    en: 'Values of each place, under the old text and under the new one',
  },
  below: {
    zh: '上级的取值和授权，下级的取值',
    en: 'What the upper level says and leaves, and what the lower one makes of it',
  },
  'side-by-side': { zh: '两地的取值', en: 'What the two places have' },
} as const;
