import type { CodeAction, CodeActionParams, CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { examplesAnswer } from './examples-answer.ts';
import type { DocumentParams, ExamplesAnswer } from './protocol.ts';
import { methods } from './protocol.ts';
import type { ServerTools } from './server-tools.ts';
import type { Session } from './session.ts';

/** A request about one document, and what answers it from the documents as they are linked. */
export interface RequestRow {
  readonly method: string;
  readonly answer: (session: Session, params: never, tools: ServerTools) => unknown;
  /** The answer about a document that is not known. */
  readonly otherwise: unknown;
}

/** Every request about one document that this server answers. */
export const requestTable: readonly RequestRow[] = [
  { method: methods.runExamples, answer: runExamples, otherwise: { examples: [] } },
  { method: 'textDocument/codeAction', answer: actions, otherwise: [] },
  { method: 'textDocument/codeLens', answer: lenses, otherwise: [] },
];

function runExamples(
  session: Session,
  { uri }: DocumentParams,
  { runs }: ServerTools,
): ExamplesAnswer {
  const path = session.pathOf(uri);
  return examplesAnswer(runs.run(session.workspace, path), path, session);
}

function actions(
  session: Session,
  params: CodeActionParams,
  { formatter }: ServerTools,
): readonly CodeAction[] {
  return codeActions(session, params, formatter);
}

function lenses(
  session: Session,
  params: CodeLensParams,
  { runs }: ServerTools,
): readonly CodeLens[] {
  return codeLenses(session, runs, params);
}
