import type { LocalText, TextLanguage } from '@tiaoli/base';
import type { CellCounts } from '@tiaoli/regions';
import type { Behaviour, ResultDifference } from '../behaviour/behaviour.ts';
import { reasonText, stateWords } from './behaviour-text.ts';

/** What a comparison came to over all results: how far the domain was taken apart, and how much was free at once. */
export function workText({ results }: Pick<Behaviour, 'results'>): LocalText {
  const each = results.map(({ counts }) => counts);
  const sum = (of: (counts: CellCounts) => number): number =>
    each.reduce((total, counts) => total + of(counts), 0);
  const [cells, searched, leaves] = [
    sum((counts) => counts.cells),
    sum((counts) => counts.searched),
    sum((counts) => counts.leaves),
  ];
  const free = Math.max(0, ...each.map(({ freeAmounts }) => freeAmounts));
  return {
    zh: `分析量：${cells} 个组合，${searched} 次分析，${leaves} 个分支；一次分析最多有 ${free} 个数（金额、次数、日期）自由取值`,
    en: `Work: parts ${cells}, searches ${searched}, leaves ${leaves}; numbers (amounts, counts, days) free in one search: ${free} at most`,
  };
}

/** Headings of `workRows`. */
export const workHeads: readonly LocalText[] = [
  { zh: '结果', en: 'Result' },
  { zh: '结论', en: 'Conclusion' },
  { zh: '组合', en: 'Parts' },
  { zh: '分析', en: 'Searches' },
  { zh: '分支', en: 'Leaves' },
  { zh: '自由的数', en: 'Free numbers' },
  { zh: '没能判定', en: 'Not decided' },
];

/** A row for each result, with why something stayed open: what `workHeads` says. */
export function workRows(
  { results }: Pick<Behaviour, 'results'>,
  language: TextLanguage,
): readonly (readonly string[])[] {
  const after = { zh: '（结算之后）', en: ' (after the claim)' }[language];
  return results.map(({ name, kind, state, counts, regions }) => [
    kind === 'state' ? `${name}${after}` : name,
    stateWords[state][language],
    ...[counts.cells, counts.searched, counts.leaves, counts.freeAmounts].map(String),
    openText(regions, language),
  ]);
}

/** How many regions are undecided, and why: `2（分支过多）`; empty where none is. */
function openText(regions: ResultDifference['regions'], language: TextLanguage): string {
  const open = regions.filter(({ state }) => state === 'undecided');
  if (open.length === 0) return '';
  const reasons = new Set(open.flatMap((each) => each.reasons));
  const words = [...reasons].map((reason) => reasonText(reason)[language]);
  return language === 'zh'
    ? `${open.length}（${words.join('、')}）`
    : `${open.length} (${words.join(', ')})`;
}
