import type { Diagnostic } from '@tiaoli/base';
import { sortDiagnostics } from '@tiaoli/base';
import { headersOf } from '@tiaoli/language';
import type { ExampleResult } from '@tiaoli/settlement';
import { runDocumentExamples } from '@tiaoli/settlement';
import { crossCheck } from './cross-check.ts';
import type { Policies } from './open-policies.ts';
import { withoutRepeats } from './without-repeats.ts';

export interface ExampleRun {
  readonly examples: readonly ExampleResult[];
  /** Documents with errors, whose examples do not run; warnings name what is left out of those that do. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs every example of every document, over the interpreter and over the generated calculator. */
export function runExamples(
  { language, reference }: Policies,
  only: (path: string) => boolean = () => true,
): ExampleRun {
  const runs = headersOf(language)
    .filter(({ path }) => only(path))
    .map(({ path }) => runDocumentExamples(language, path, { crossCheck, reference }));
  const diagnostics = runs.flatMap((run) => run.diagnostics);
  return {
    examples: runs.flatMap(({ examples }) => examples),
    diagnostics: sortDiagnostics(withoutRepeats(diagnostics)),
  };
}
