import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { ReformResult, Verdict } from '@tiaoli/simulation';
import type { Figure } from './report.ts';
import { layerSection } from './sections/layer-section.ts';
import { fundSentence, peopleSentence } from './sections/verdict-section.ts';
import { printFloat, signOf } from './text/amounts.ts';
import { listText, sayIn } from './text/words.ts';

/** What is kept of a run where a whole report would be too much, as in the report of the gate. */
export interface BriefResult
  extends Pick<Verdict, 'fund' | 'person' | 'better' | 'worse' | 'same'>,
    Pick<ReformResult, 'byLayer'> {
  readonly population: {
    readonly province: string;
    readonly preset: string;
    readonly seed: number;
    readonly year: number;
    readonly persons: number;
    readonly claims: number;
    readonly targets: number;
    readonly illustrativeTargets: readonly LocalText[];
  };
  readonly city: string;
  readonly baseline: { readonly illustrative: readonly string[] };
  readonly reform: { readonly illustrative: readonly string[] };
  readonly assumptions: readonly LocalText[];
  readonly notSettled: readonly {
    readonly side: 'baseline' | 'reform';
    readonly reason: string;
    readonly claims: number;
  }[];
}

export interface BriefImpact {
  /** A sentence with its numbers, then the people. */
  readonly sentences: readonly string[];
  /** What the figures leave out; without it they would be read as if nothing happened to those people. */
  readonly warnings: readonly string[];
  /** On whom it was measured, and what of it is invented. */
  readonly caveats: readonly string[];
  readonly figure: Figure;
}

/** The same words and the same chart as the report of a run, of what is kept of it. */
export function briefImpact(result: BriefResult, language: TextLanguage): BriefImpact {
  const say = sayIn(language);
  const told = { language, say };
  const { byLayer, fund, person, better, worse } = result;
  const { figures } = layerSection({ ...told, reform: { byLayer, verdict: { fund, person } } });
  const [figure] = figures;
  if (!figure) throw new Error('layers without a figure');
  const isMoved = [better, worse].some(({ people }) => signOf(people.value) !== 0);
  const isWhole = result.notSettled.length === 0;
  const stop = say({ zh: '。', en: '.' });
  return {
    sentences: isMoved
      ? [`${fundSentence(result, told)}${stop}`, peopleSentence(result, '0', told)]
      : [say(isWhole ? unmoved : unmovedAsFar)],
    warnings: gapTexts(result, language),
    caveats: [
      say(peopleText(result)),
      say(targetText(result, language)),
      ...illustrativeTexts(result, language),
      ...result.assumptions.map(say),
    ],
    figure,
  };
}

const unmoved: LocalText = {
  zh: '在这个人群上，没有任何人的金额变化。',
  en: 'In this sample nobody’s amounts change.',
};
/** Nobody says unchanged of what was not settled. */
const unmovedAsFar: LocalText = {
  zh: '在算得出来的结算里没有金额变化；没有算成的，变不变不知道。',
  en: 'Of the claims that could be settled no amount changes; of the others nobody knows.',
};

function gapTexts({ notSettled }: BriefResult, language: TextLanguage): readonly string[] {
  const most = (side: 'baseline' | 'reform'): number =>
    notSettled.reduce((sum, each) => sum + (each.side === side ? each.claims : 0), 0);
  const [before, after] = [most('baseline'), most('reform')].map((count) =>
    printFloat(count, { digits: 0 }),
  );
  if (notSettled.length === 0) return [];
  const reasons = [...new Set(notSettled.map(({ reason }) => reason))].filter(Boolean);
  const text = {
    zh: `样本里有结算没有算成（现行 ${before} 笔、草案 ${after} 笔），上面的数字不包括它们：${reasons.join('；')}。`,
    en: `Some claims of the sample could not be settled (baseline ${before}, reform ${after}); the figures leave them out: ${reasons.join('; ')}.`,
  };
  return [text[language]];
}

function peopleText({ population, city }: BriefResult): LocalText {
  const { province, preset, seed, year, persons, claims } = population;
  const [people, rows] = [persons, claims].map((count) => printFloat(count, { digits: 0 }));
  const whose = city === 'all' ? province : city;
  return {
    zh: `合成数据，不是真人：${province}示例人群（规模 ${preset}，种子 ${seed}），${year} 年 ${people} 人、${rows} 笔结算，测算${whose}的人。结果只说明方法和大致的方向。`,
    en: `Synthetic people, nobody real: the sample of ${province} (preset ${preset}, seed ${seed}) with ${people} people and ${rows} claims of ${year}; run for ${whose}. It shows the method and roughly the direction.`,
  };
}

function targetText(
  { population: { targets, illustrativeTargets } }: BriefResult,
  language: TextLanguage,
): LocalText {
  const names = listText(
    illustrativeTargets.map((name) => name[language]),
    language,
  );
  return {
    zh: `人群校准到 ${targets} 项全国公布的数，其中 ${illustrativeTargets.length} 项按含示例取值的参照规则测得：${names}。分市的结构是示例。`,
    en: `The sample meets ${targets} published national figures; ${illustrativeTargets.length} of them were measured under reference rules with invented values: ${names}. How it is split by city is illustrative.`,
  };
}

function illustrativeTexts(
  { baseline, reform }: BriefResult,
  language: TextLanguage,
): readonly string[] {
  const names = [...new Set([...baseline.illustrative, ...reform.illustrative])];
  if (names.length === 0) return [];
  const list = listText(names, language);
  const text = {
    zh: `所测的规则里有示例取值：${list}。`,
    en: `The rules that were run have invented values: ${list}.`,
  };
  return [text[language]];
}
