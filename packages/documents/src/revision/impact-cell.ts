import type { TextLanguage } from '@tiaoli/base';
import { compare, greatest, negate } from '@tiaoli/base';
import type { Cause, ResultDifference } from '@tiaoli/diff';
import { boundsText, isSame, slopeText } from '@tiaoli/diff';
import type { BehaviourComparison } from '@tiaoli/workspace';
import type { ComparisonReport } from '../comparison/report.ts';
import type { SheetCell } from '../sheet/sheet.ts';
import type { RevisedClause } from './revision-rows.ts';

/** What a run over a population says of a clause, then what is proved of the results that go back to it. */
export function impactCell(
  clause: RevisedClause,
  { behaviour, effects }: Pick<ComparisonReport, 'behaviour' | 'effects'>,
  language: TextLanguage,
): SheetCell {
  // What stands in a document on which both sides rest has clauses of other numbers.
  const run = clause.basis === undefined ? (effects?.clauses.get(clause.path) ?? []) : [];
  if (run.length > 0 && !behaviour) return run.map((text) => [{ text }]);
  return [...run.map((text) => [{ text }]), ...boundsCell(clause, behaviour, language)];
}

/** Between which bounds results change, and how sure that is. */
function boundsCell(
  clause: RevisedClause,
  comparison: BehaviourComparison | undefined,
  language: TextLanguage,
): SheetCell {
  if (!comparison) return [[{ text: said.unasked[language] }]];
  const results = comparison.behaviour.results.filter((result) => isBehind(clause, result));
  if (results.length === 0) return [[{ text: emptyText(clause, comparison)[language] }]];
  return results.flatMap((result) => [
    [{ text: impactText(result, language) }],
    ...slopeLines(result, language),
  ]);
}

/** How it goes with an amount, of the region with the largest effect that says so. */
function slopeLines({ regions }: ResultDifference, language: TextLanguage): SheetCell {
  const sizes = regions.flatMap(({ slope, low, high }) =>
    slope && low && high ? [{ slope, size: greatest(negate(low), high) }] : [],
  );
  const [largest] = sizes.toSorted((left, right) => compare(right.size, left.size));
  return largest ? [[{ text: slopeText(largest.slope)[language] }]] : [];
}

const said = {
  unasked: { zh: '没有比较结果', en: 'results were not compared' },
  idle: { zh: '改了，但没有结果变化（已证明）', en: 'edited, no result changes (proved)' },
  words: { zh: '文字修改，规则没有改', en: 'words alone, no rule differs' },
  none: { zh: '没有结果因此变化', en: 'no result changes by it' },
  open: {
    zh: '没有找到因此变化的结果；有的项目没有比较',
    en: 'no result was found that changes by it; some things were not compared',
  },
} as const;

function emptyText({ path, changes }: RevisedClause, comparison: BehaviourComparison) {
  const idle = comparison.withoutEffect.flatMap((each) => each.changes);
  if (changes.length > 0 && changes.every((each) => idle.includes(each))) return said.idle;
  const isWordsOnly = comparison.wordsOnly.some(
    ({ clause: { before, after } }) => (after ?? before)?.name === path,
  );
  if (isWordsOnly) return said.words;
  return comparison.behaviour.isComplete ? said.none : said.open;
}

/** `个人负担：−1,000.00元 至 0.00元（变化·精确）`. */
export function impactText(result: ResultDifference, language: TextLanguage): string {
  const { name, kind, type } = result;
  const after = kind === 'state' ? { zh: '（结算之后）', en: ' (after the claim)' }[language] : '';
  const colon = { zh: '：', en: ': ' }[language];
  return `${name}${after}${colon}${boundsText(result, type, language)}`;
}

function isBehind({ path }: RevisedClause, { state, regions }: ResultDifference): boolean {
  if (isSame(state)) return false;
  return regions.some(({ causes }) => causes.some((cause) => pathOf(cause) === path));
}

function pathOf({ clause }: Cause): string {
  return (clause?.path ?? []).join('·');
}
