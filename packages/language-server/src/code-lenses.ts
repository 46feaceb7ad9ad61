import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import type { ExampleRuns } from './example-runs.ts';
import { runExampleCommand } from './protocol.ts';
import { runSummary } from './run-summary.ts';
import type { Session } from './session.ts';

/** The head of an example at the start of a line, with its name. */
const head =
  /^[ \t\u3000]*(?:算例|example)[ \t\u3000]*(?:「([^」\r\n]*)」|["“”＂]([^"“”＂\r\n]*)["“”＂])/gm;

/**
 * Over each 算例 one lens that runs it and, once it has been run, one with what came out.
 *
 * The examples are found in the text, so that the lenses stay where they are while a statement is half-typed.
 */
export function codeLenses(
  session: Session,
  runs: ExampleRuns,
  { textDocument: { uri } }: CodeLensParams,
): readonly CodeLens[] {
  const { language } = session;
  const path = session.pathOf(uri);
  const text = session.textOf(path) ?? '';
  const results = new Map(runs.last(path)?.examples.map((each) => [each.name, each]));
  let line = 0;
  let counted = 0;
  return [...text.matchAll(head)].flatMap((found) => {
    const [start, label, quoted] = found;
    const name = label ?? quoted ?? '';
    line += lineBreaks(text.slice(counted, found.index));
    counted = found.index;
    const range = {
      start: { line, character: start.search(/\S/) },
      end: { line, character: start.length },
    };
    const command = { command: runExampleCommand, arguments: [uri, name] };
    const run = language === 'zh' ? '▶ 运行算例' : '▶ Run example';
    const result = results.get(name);
    return [
      { range, command: { ...command, title: run } },
      ...(result ? [{ range, command: { ...command, title: runSummary(result, language) } }] : []),
    ];
  });
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|[\r\n]/g)?.length ?? 0;
}
