import type { CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeLenses } from './code-lenses.ts';
import type { ExampleRuns } from './example-runs.ts';
import { examplesAnswer } from './examples-answer.ts';
import type { DocumentParams, ExamplesAnswer } from './protocol.ts';
import { methods } from './protocol.ts';
import type { Session } from './session.ts';

/** A request about one document, and what answers it from the documents as they are linked. */
export interface RequestRow {
  readonly method: string;
  readonly answer: (session: Session, params: never, runs: ExampleRuns) => unknown;
  /** The answer about a document that is not known. */
  readonly otherwise: unknown;
}

/** Every request about one document that this server answers. */
export const requestTable: readonly RequestRow[] = [
  { method: methods.runExamples, answer: runExamples, otherwise: { examples: [] } },
  { method: 'textDocument/codeLens', answer: lenses, otherwise: [] },
];

function runExamples(session: Session, { uri }: DocumentParams, runs: ExampleRuns): ExamplesAnswer {
  const path = session.pathOf(uri);
  return examplesAnswer(runs.run(session.workspace, path), path, session);
}

function lenses(session: Session, params: CodeLensParams, runs: ExampleRuns): readonly CodeLens[] {
  return codeLenses(session, runs, params);
}
