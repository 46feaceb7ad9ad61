import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { ExampleRuns } from './example-runs.ts';
import { runExampleCommand } from './protocol.ts';
import { runSummary } from './run-summary.ts';
import type { Session } from './session.ts';
import { rangeOf } from './text-range.ts';

/** Over each 算例 one lens that runs it and, once it has been run, one with what came out. */
export function codeLenses(
  session: Session,
  runs: ExampleRuns,
  { textDocument: { uri } }: CodeLensParams,
): readonly CodeLens[] {
  const { language, workspace } = session;
  const path = session.pathOf(uri);
  const results = runs.last(path);
  return workspace.examples(path).flatMap(({ name, span: { start } }) => {
    const range = rangeOf({ start, end: start });
    const command = { command: runExampleCommand, arguments: [uri, name] };
    const run = language === 'zh' ? '▶ 运行算例' : '▶ Run example';
    const result = results.get(name);
    return [
      { range, command: { ...command, title: run } },
      ...(result ? [{ range, command: { ...command, title: runSummary(result, language) } }] : []),
    ];
  });
}
