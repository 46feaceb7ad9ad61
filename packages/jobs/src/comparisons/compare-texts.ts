import type { Behaviour } from '@tiaoli/diff';
import { boundsText, isSame, summaryText } from '@tiaoli/diff';
import type { ComparisonReport } from '@tiaoli/documents';
import { comparisonPage, printWord, revisionSheet } from '@tiaoli/documents';
import type {
  BehaviourComparison,
  ComparedResult,
  ComparedSide,
  ComparedText,
  ComparisonSummary,
  NamedSide,
} from '@tiaoli/workspace';
import {
  bindSides,
  compareBehaviours,
  compareConformance,
  compareVersions,
  openStoredSide,
} from '@tiaoli/workspace';
import type { ComparisonTask, TaskEnd } from '../child-messages.ts';
import type { OnProgress } from '../do-task.ts';
import { textOf } from '../text-of.ts';

/** Compares two texts in every view, as `tiaoli diff --view all` does, and prints the papers of it. */
export async function compareTexts(
  { sides, isDemo }: ComparisonTask,
  onProgress: OnProgress,
): Promise<TaskEnd> {
  onProgress({ step: 'read', done: 0, total: 1 });
  const old = await openStoredSide(sides.baseline);
  const now = await openStoredSide(sides.reform);
  const { comparison, diagnostics } = compareVersions(old, now);
  const bound = bindSides(old, now).sides;
  const [left, right] = [comparison?.old ?? bound?.old, comparison?.new ?? bound?.new];
  if (!left || !right) return { kind: 'refused', problem: textOf(diagnostics) };
  const behaviour = comparedResults(old, now, onProgress);
  const conformance = compareConformance(old, now).comparison;
  const report: ComparisonReport = {
    ...{ old: left, new: right, isDemo },
    ...(comparison && { comparison }),
    ...(behaviour.comparison && { behaviour: behaviour.comparison }),
    ...(conformance && conformance.rows.length > 0 && { conformance }),
  };
  onProgress({ step: 'print', done: 0, total: 1 });
  return {
    kind: 'compared',
    summary: {
      ...{ baseline: named(left), reform: named(right) },
      isSame: comparison?.isSame === true,
      ...toldResults(behaviour),
    },
    files: await filesOf(report),
  };
}

type ComparedResults = ReturnType<typeof comparedResults>;

function comparedResults(old: NamedSide, now: NamedSide, onProgress: OnProgress) {
  const run = compareBehaviours(old, now);
  let step = run.next();
  while (!step.done) {
    const { done, of: total } = step.value;
    onProgress({ step: 'compare', done, total });
    step = run.next();
  }
  return step.value;
}

function named({ title, on }: ComparedSide): ComparedText {
  return { title, ...(on !== undefined && { on }) };
}

function toldResults({
  comparison,
  diagnostics,
}: ComparedResults): Pick<ComparisonSummary, 'conclusion' | 'isComplete' | 'results' | 'problem'> {
  if (!comparison) {
    const problem = textOf(diagnostics);
    return { conclusion: problem, isComplete: false, results: [], problem };
  }
  const { behaviour }: BehaviourComparison = comparison;
  return {
    conclusion: summaryText(behaviour),
    isComplete: behaviour.isComplete,
    results: behaviour.results.filter(({ state }) => !isSame(state)).map(toldResult),
  };
}

function toldResult(result: Behaviour['results'][number]): ComparedResult {
  const { name, state, regions, type } = result;
  return {
    ...{ name, state, regions: regions.length },
    bounds: { zh: boundsText(result, type, 'zh'), en: boundsText(result, type, 'en') },
  };
}

async function filesOf(report: ComparisonReport) {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return {
    'page-zh': bytes(comparisonPage(report, 'zh')),
    'page-en': bytes(comparisonPage(report, 'en')),
    'word-zh': await printWord(revisionSheet(report, 'zh')),
    'word-en': await printWord(revisionSheet(report, 'en')),
  };
}
