import type { Diagnostic, Span } from '@tiaoli/base';
import { assertNever } from '@tiaoli/base';
import type { Intent, IntentProblem, OpenedComparison } from '@tiaoli/diff';
import { intentWords, parseIntent } from '@tiaoli/diff';
import { nearName } from '@tiaoli/settlement';
import { report } from '../messages.ts';

/** What the text of an intent is called where a finding stands in it. */
export const intentSource = '--intent';

/** The intent that a person has written, by the names that both sides have. */
export function readIntent(
  text: string | undefined,
  { before, after, pairs }: Pick<OpenedComparison, 'before' | 'after' | 'pairs'>,
): { readonly intent?: Intent; readonly diagnostics: readonly Diagnostic[] } {
  if (text === undefined) return { diagnostics: [] };
  const parsed = parseIntent(text, intentWords(before, after, pairs));
  return parsed.kind === 'intent'
    ? { intent: parsed.intent, diagnostics: [] }
    : { diagnostics: [findingOf(parsed.problem, text)] };
}

/** Names that are listed where none is near. */
const MOST_LISTED = 12;

function findingOf(problem: IntentProblem, text: string): Diagnostic {
  const span = spanOf(problem, text);
  switch (problem.kind) {
    case 'expected':
      return report('intent-syntax', { expected: problem.expected }, span);
    case 'unknown': {
      const { what, name, known } = problem;
      const near = nearName(name, known);
      const listed = known.slice(0, MOST_LISTED).join('、');
      return report(
        'intent-unknown-name',
        { what, name, known: listed, ...(near !== undefined && { near }) },
        span,
      );
    }
    case 'ambiguous': {
      const { name, known } = problem;
      return report('intent-ambiguous-fact', { name, known: known.join('、') }, span);
    }
    case 'repeated':
      return report('intent-repeated-fact', { name: problem.name }, span);
    case 'unbounded':
      return report('intent-unbounded-fact', { name: problem.name }, span);
    case 'no-range': {
      const { name, type } = problem;
      return report('intent-wrong-range', { name, type }, span);
    }
    default:
      return assertNever(problem);
  }
}

function spanOf({ start, end }: IntentProblem, text: string): Span {
  const placeOf = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { offset, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
  return { file: intentSource, start: placeOf(start), end: placeOf(end) };
}
