import type { CodeAction, CodeActionParams, CodeLens, CodeLensParams } from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { examplesAnswer } from './examples-answer.ts';
import {
  answerPastePlan,
  answerTableEdit,
  findClauses,
  findCompletions,
  findDefinition,
  findDifferences,
  findDocumentSymbols,
  findFoldingRanges,
  findHighlights,
  findHover,
  findInlayHints,
  findLinkedNames,
  findRead,
  findReaders,
  findReferences,
  findSemanticTokens,
  findTables,
  formatDocument,
  formatTyped,
  prepareCalls,
  prepareRename,
  renameSymbol,
} from './features/index.ts';
import type { DocumentParams, ExamplesAnswer } from './protocol.ts';
import { methods } from './protocol.ts';
import type { ServerTools } from './server-tools.ts';
import type { Session } from './session.ts';
import { inPieces } from './turns.ts';

/** A request about one document, and what answers it from the documents as they are linked. */
export interface RequestRow {
  readonly method: string;
  readonly answer: (session: Session, params: never, tools: ServerTools) => unknown;
  /** The answer about a document that is not known. */
  readonly otherwise: unknown;
}

/** Every request about one document that this server answers. */
export const requestTable: readonly RequestRow[] = [
  { method: methods.clauses, answer: findClauses, otherwise: [] },
  { method: methods.differences, answer: findDifferences, otherwise: [] },
  { method: methods.editTable, answer: answerTableEdit, otherwise: null },
  { method: methods.planPaste, answer: answerPastePlan, otherwise: null },
  { method: methods.runExamples, answer: runExamples, otherwise: { examples: [] } },
  { method: methods.tables, answer: findTables, otherwise: [] },
  { method: 'callHierarchy/incomingCalls', answer: findReaders, otherwise: [] },
  { method: 'callHierarchy/outgoingCalls', answer: findRead, otherwise: [] },
  { method: 'textDocument/codeAction', answer: actions, otherwise: [] },
  { method: 'textDocument/codeLens', answer: lenses, otherwise: [] },
  { method: 'textDocument/completion', answer: findCompletions, otherwise: [] },
  { method: 'textDocument/definition', answer: findDefinition, otherwise: [] },
  { method: 'textDocument/documentHighlight', answer: findHighlights, otherwise: [] },
  { method: 'textDocument/documentSymbol', answer: findDocumentSymbols, otherwise: [] },
  { method: 'textDocument/foldingRange', answer: findFoldingRanges, otherwise: [] },
  { method: 'textDocument/formatting', answer: formatDocument, otherwise: [] },
  { method: 'textDocument/hover', answer: findHover, otherwise: null },
  { method: 'textDocument/inlayHint', answer: findInlayHints, otherwise: [] },
  { method: 'textDocument/linkedEditingRange', answer: findLinkedNames, otherwise: null },
  { method: 'textDocument/onTypeFormatting', answer: formatTyped, otherwise: [] },
  { method: 'textDocument/prepareCallHierarchy', answer: prepareCalls, otherwise: null },
  { method: 'textDocument/prepareRename', answer: prepareRename, otherwise: null },
  { method: 'textDocument/references', answer: findReferences, otherwise: [] },
  { method: 'textDocument/rename', answer: renameSymbol, otherwise: null },
  {
    method: 'textDocument/semanticTokens/full',
    answer: findSemanticTokens,
    otherwise: { data: [] },
  },
];

/** Milliseconds of running examples after which messages are let in. */
const PIECE = 25;

/** In pieces, so that typing goes on in a document with very many examples. */
async function runExamples(
  session: Session,
  { uri }: DocumentParams,
  { runs }: ServerTools,
): Promise<ExamplesAnswer> {
  const path = session.pathOf(uri);
  const pieces = inPieces(PIECE);
  for (const { name } of session.workspace.examples(path)) {
    await pieces.next();
    runs.runOne(session.workspace, path, name);
  }
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
