import type { LocalText, TextLanguage } from '@tiaoli/base';
import { fenOfYuan, rational, subtract, yuanOfFen } from '@tiaoli/base';
import type { Change, ChangeAlone } from '@tiaoli/diff';
import { changesAlone, changeText, placeOfChange, subjectOf, subjectText } from '@tiaoli/diff';
import type { ChangeBar, ChangeWaterfall, Decimal, Verdict } from '../result/simulation-result.ts';
import type { Scenario } from '../run/scenario.ts';

/** Of one document only; one change alone is the reform itself. */
export function changesOf(baseline: Scenario, reform: Scenario): readonly ChangeAlone[] {
  if (!baseline.edited || !reform.edited) return [];
  const alone = changesAlone(baseline.edited, reform.edited) ?? [];
  return alone.length > 1 ? alone : [];
}

/** Bars of changes that were run alone, and what they do together beyond their sum. */
export function changeWaterfall(
  alone: readonly { readonly change: ChangeAlone; readonly verdict: Verdict }[],
  together: Verdict,
): ChangeWaterfall {
  const bars = alone.map(({ change, verdict }): ChangeBar => {
    const clause = clauseOf(change.changes);
    return {
      name: nameOfChanges(change.changes),
      ...(clause !== undefined && { clause }),
      fund: verdict.fund.change,
      person: verdict.person.change,
    };
  });
  const total = together.fund.change;
  const sum = bars.map(({ fund }) => fund.value);
  return { bars, interaction: { value: less(total.value, sum) }, total };
}

/** Exact. */
function less(from: Decimal, amounts: readonly Decimal[]): Decimal {
  const fen = (text: Decimal) => fenOfYuan(text) ?? rational(0n);
  return yuanOfFen(amounts.reduce((rest, each) => subtract(rest, fen(each)), fen(from)));
}

/** Changes of one declaration that are told; more are counted. */
const MOST_TOLD = 3;

/** The sentences of changes that are one bar. */
export function nameOfChanges(changes: readonly Change[]): LocalText {
  if (changes.length === 0) {
    return { zh: '随日期而变的取值', en: 'values that change with the day' };
  }
  return { zh: nameIn(changes, 'zh'), en: nameIn(changes, 'en') };
}

function nameIn(changes: readonly Change[], language: TextLanguage): string {
  const subjects = Map.groupBy(changes, (change) => subjectText(subjectOf(change), language));
  const isChinese = language === 'zh';
  const told = [...subjects].map(([subject, own]) => {
    const texts = own.slice(0, MOST_TOLD).map((change) => changeText(change)[language]);
    const more = isChinese ? `等${own.length}处` : ` and ${own.length - MOST_TOLD} more`;
    const all = texts.join(isChinese ? '；' : '; ');
    return `${subject}${isChinese ? ' ' : ': '}${all}${own.length > MOST_TOLD ? more : ''}`;
  });
  return told.join(isChinese ? '；' : '; ');
}

function clauseOf(changes: readonly Change[]): string | undefined {
  const places = changes.map(placeOfChange);
  const path = places.find((each) => each && each.clause.length > 0)?.clause;
  return path?.join('·');
}
