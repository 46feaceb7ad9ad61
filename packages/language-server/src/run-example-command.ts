import type { TextLanguage } from '@tiaoli/base';
import type { ExampleResult } from '@tiaoli/settlement';
import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { ExampleRuns } from './example-runs.ts';
import { examplesAnswer } from './examples-answer.ts';
import { runSummary } from './run-summary.ts';
import type { Session } from './session.ts';

/** What the editor shows of the one example that was run. */
export interface ShownRun {
  readonly passed: boolean;
  readonly message: string;
}

/** Runs the example that the lens names: its arguments are a URI and a name. */
export function runExampleCommand(
  session: Session,
  runs: ExampleRuns,
  { arguments: [uri, name] = [] }: ExecuteCommandParams,
): ShownRun {
  const { language } = session;
  const path = session.pathOf(String(uri));
  const result = runs.run(session.workspace, path);
  const example = result.examples.find((each) => each.name === name);
  if (example) return { passed: example.passed, message: described(example, language) };
  const { blocked } = examplesAnswer(result, path, session);
  const unknown = { zh: `没有算例「${name}」。`, en: `There is no example 「${name}」.` };
  return { passed: false, message: blocked ?? unknown[language] };
}

function described(example: ExampleResult, language: TextLanguage): string {
  const { name, comparisons, problems } = example;
  const differing = comparisons.filter(({ agrees }) => !agrees);
  const title = language === 'zh' ? `算例「${name}」：` : `Example 「${name}」: `;
  return [
    `${title}${runSummary(example, language)}`,
    ...differing.map(({ name: result, expected, actual }) =>
      language === 'zh'
        ? `${result}：期望 ${expected}，结果 ${actual}`
        : `${result}: expected ${expected}, got ${actual}`,
    ),
    ...problems.map((problem) => problem[language]),
  ].join('\n');
}
