import type { LocalText, Rational, TextLanguage } from '@tiaoli/base';
import { negate, printRational, printYuan, rational } from '@tiaoli/base';
import { emptyState } from '@tiaoli/interpreter';
import type { ModuleIndex, ValueType } from '@tiaoli/ir';
import { indexModule, printTruth } from '@tiaoli/ir';
import type { FactValue } from '@tiaoli/regions';
import { heldParts, printCase, printGiven } from '@tiaoli/regions';
import type {
  Behaviour,
  ClaimSequence,
  ComparedCase,
  DifferenceState,
  Region,
  ResultDifference,
  SmallestCompared,
} from '../behaviour/behaviour.ts';
import { isSame } from '../behaviour/behaviour.ts';
import { resultKey } from '../behaviour/compared-results.ts';

/** What is known of a difference, in the words of the field. */
export const stateWords = {
  'same-form': { zh: '不变·逐式相同', en: 'unchanged, the same formula' },
  'same-proved': { zh: '不变·已证明', en: 'unchanged, proved' },
  rounding: { zh: '尾差', en: 'rounding only' },
  'changed-exact': { zh: '变化·精确', en: 'changed, exact' },
  'changed-bounded': { zh: '变化·有界', en: 'changed, within bounds' },
  applicability: { zh: '适用性变化', en: 'applies on one side only' },
  'one-sided': { zh: '仅一侧有定义', en: 'defined on one side only' },
  undecided: { zh: '未定', en: 'undecided' },
} as const satisfies Record<DifferenceState, LocalText>;

/** What a claim leaves behind differs, and no result of the claim itself. */
const laterWords: LocalText = {
  zh: '变化·影响以后各次',
  en: 'changed, for later claims',
};

/** One sentence: how much is the same, how much is not, whether the rest is proved, and what it is to the person. */
export function summaryText(behaviour: Behaviour): LocalText {
  const { results, onlyBefore, onlyAfter, isComplete } = behaviour;
  const open = results.filter(({ state }) => state === 'undecided').length;
  const same = results.filter(({ state }) => isSame(state)).length;
  const changed = results.length - same - open;
  const only = onlyBefore.length + onlyAfter.length;
  const rest = isComplete
    ? { zh: `其余 ${same} 项全部不变（已证明）`, en: `the other ${same} are unchanged, proved` }
    : { zh: `${same} 项不变（已证明）`, en: `${same} unchanged, proved` };
  const parts = [
    { zh: `${changed} 项有变化`, en: `${changed} changed` },
    ...(open > 0 ? [{ zh: `${open} 项未定`, en: `${open} undecided` }] : []),
    ...(only > 0 ? [{ zh: `${only} 项只有一边有`, en: `${only} on one side only` }] : []),
    rest,
    ...shareText(behaviour),
  ];
  return {
    zh: `每次结算的 ${results.length} 项结果和累计：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${results.length} results and accumulators of a claim: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

/** What a person bears of a claim (the national field `psn_part_amt`): by how much at most, where that is proved. */
function shareText(behaviour: Behaviour): readonly LocalText[] {
  const share = behaviour.results.find((each) => isPersonsShare(each, behaviour));
  if (!share) return [];
  const { name, state, low, high } = share;
  if (isSame(state)) return [{ zh: `${name}不变`, en: `${name} is the same` }];
  // With one of the graver states there are cases that no bound speaks of.
  if (!bounded.has(state) || !low || !high) return [];
  const [less, more] = [
    -low.numerator > 0n ? negate(low) : undefined,
    high.numerator > 0n ? high : undefined,
  ];
  const amount = (value: Rational): string => printYuan(value);
  return [
    ...(more
      ? [
          {
            zh: `${name}最多增加 ${amount(more)}元`,
            en: `${name} rises by ${amount(more)} yuan at most`,
          },
        ]
      : []),
    ...(less
      ? [
          {
            zh: `${name}最多减少 ${amount(less)}元`,
            en: `${name} falls by ${amount(less)} yuan at most`,
          },
        ]
      : []),
  ];
}

const bounded: ReadonlySet<DifferenceState> = new Set([
  'rounding',
  'changed-exact',
  'changed-bounded',
]);

/** Whether it is what the person bears. */
export function isPersonsShare(
  { key }: Pick<ResultDifference, 'key'>,
  { after }: Pick<Behaviour, 'after'>,
): boolean {
  return after.outputs.some(
    ({ definition, field }) => field === 'psn_part_amt' && key === resultKey(definition),
  );
}

/** For whom: `就医类别：门诊；在职状态：退休`; empty where it is everybody. */
export function regionText(
  { facts }: Pick<Region, 'facts'>,
  behaviour: Pick<Behaviour, 'before' | 'after'>,
  language: TextLanguage,
): string {
  const indexes = [behaviour.before, behaviour.after].map(indexModule);
  const parts = [...facts].flatMap(([id, values]) => {
    const input = indexes.map(({ inputs }) => inputs.get(id)).find((each) => each);
    if (values.length === allOf(id, indexes)) return [];
    const words = values.map((value) => factValueText(value, language));
    return [
      language === 'zh'
        ? `${input?.name ?? id}：${words.join('、')}`
        : `${input?.name ?? id}: ${words.join(', ')}`,
    ];
  });
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** A value of a fact that tells a region from the rest. */
export function factValueText(value: FactValue, language: TextLanguage): string {
  if (typeof value === 'boolean') return printTruth(value, language);
  if (typeof value === 'string') return value;
  if (value.kind === 'several') return severalText[language];
  return value.members.join('') || noneText[language];
}

const severalText: LocalText = { zh: '兼有两种以上', en: 'two or more of them' };
const noneText: LocalText = { zh: '都不是', en: 'none of them' };

/** How many values a fact can have. */
function allOf(id: string, indexes: readonly ModuleIndex[]): number {
  const sizes = indexes.flatMap(({ inputs, enumerations }) => {
    const type = inputs.get(id)?.type;
    if (type?.kind === 'boolean') return [2];
    if (type?.kind !== 'enumeration' && type?.kind !== 'set') return [];
    const members = enumerations.get(type.enumeration)?.members.map(({ name }) => name);
    if (!members) return [];
    if (type.kind === 'enumeration') return [members.length];
    return [heldParts(members, inputs.get(id)?.atMost).length];
  });
  return Math.min(...sizes);
}

/** Between which bounds it changes: `−80.00元 至 0元`; the state where there are none. */
export function boundsText(
  { low, high, state, onlyLater }: Pick<ResultDifference, 'low' | 'high' | 'state' | 'onlyLater'>,
  type: ValueType,
  language: TextLanguage,
): string {
  const isLater = onlyLater && (state === 'changed-exact' || state === 'changed-bounded');
  const word = (isLater ? laterWords : stateWords[state])[language];
  if (!low && !high) return word;
  const [from, to] = [low, high].map((end) => (end ? signed(end, type, language) : '?'));
  const range = from === to ? `${from}` : `${from} ${language === 'zh' ? '至' : 'to'} ${to}`;
  return language === 'zh' ? `${range}（${word}）` : `${range} (${word})`;
}

function signed(value: Rational, type: ValueType, language: TextLanguage): string {
  const isBelow = value.numerator < 0n;
  const sign = isBelow ? '−' : value.numerator > 0n ? '+' : '';
  return `${sign}${sizeText(isBelow ? negate(value) : value, type, language)}`;
}

/** How large a difference of two values of a type is, with its unit: dates differ by days, rates by points. */
export function sizeText(value: Rational, { kind }: ValueType, language: TextLanguage): string {
  if (kind === 'money') return `${printYuan(value)}${language === 'zh' ? '元' : ' yuan'}`;
  if (kind === 'date') return `${printRational(value)}${language === 'zh' ? '天' : ' days'}`;
  if (kind !== 'rate') return printRational(value);
  const points = printRational(rational(value.numerator * 100n, value.denominator));
  return language === 'zh' ? `${points}个百分点` : `${points} points`;
}

/** A case, and what each side gives for it: `结算 { 合规费用：500元 }：210元 → 231元`; empty where both give the same. */
export function caseText(
  { facts, state, before, after }: ComparedCase,
  type: ValueType,
  behaviour: Pick<Behaviour, 'after'>,
  language: TextLanguage,
): string {
  const [old, now] = [before, after].map((each) => printGiven(each, type)[language]);
  if (old === now) return '';
  const person = printCase({ facts, state }, indexModule(behaviour.after))[language];
  return `${person}${language === 'zh' ? '：' : ': '}${old} → ${now}`;
}

/** What `Region.smallest` is called. */
export function smallestText({ isLeast }: SmallestCompared): LocalText {
  return isLeast
    ? { zh: '相差满1元的最小一例', en: 'Smallest with a difference of 1 yuan' }
    : {
        zh: '相差满1元的一例（未必最小）',
        en: 'One with a difference of 1 yuan (there may be smaller ones)',
      };
}

/** Claims one after the other, and what the last comes to on each side: `先后结算 …、…：住院 210元 → 231元`. */
export function sequenceText(
  { claims, result, before, after }: ClaimSequence,
  behaviour: Pick<Behaviour, 'after'>,
  language: TextLanguage,
): string {
  const index = indexModule(behaviour.after);
  const shown = claims.map((facts) => printCase({ facts, state: emptyState }, index)[language]);
  const [old, now] = [before, after].map((each) => printGiven(each, result.type)[language]);
  return language === 'zh'
    ? `先后结算 ${shown.join('、')}：最后一次的${result.name} ${old} → ${now}`
    : `settled one after the other ${shown.join(', ')}: ${result.name} of the last ${old} → ${now}`;
}

/** Why something stayed open. */
export function reasonText(reason: Region['reasons'][number]): LocalText {
  return reasonWords[reason];
}

const reasonWords = {
  splits: { zh: '分支过多', en: 'too many branches' },
  pivots: { zh: '运算量过大', en: 'too much computation' },
  integers: { zh: '相差不到一分，没有逐分核对', en: 'less than a fen was not looked into' },
  'at-odds': { zh: '两边对事实的声明不同', en: 'the sides declare a fact differently' },
  'kept-otherwise': {
    zh: '累计的期间、键或所按的日期两边不同，以后各次会不一样',
    en: 'it is kept for another period, by other keys or on another date, so that later claims differ',
  },
  contradicted: { zh: '本程序的缺陷', en: 'a defect of this program' },
  'child-aggregate': { zh: '明细的合计', en: 'a sum over records' },
  'other-key': { zh: '他人的累计', en: 'an accumulator of somebody else' },
  quotient: { zh: '商', en: 'a quotient' },
  product: { zh: '两项事实相乘', en: 'a product of two facts' },
  division: { zh: '除以事实', en: 'a division by a fact' },
  calendar: { zh: '日历', en: 'the calendar' },
  catalogue: { zh: '目录', en: 'a catalogue' },
  'working-days': { zh: '工作日', en: 'working days' },
  'second-max': { zh: '第二大', en: 'the second greatest' },
} as const satisfies Record<Region['reasons'][number], LocalText>;
