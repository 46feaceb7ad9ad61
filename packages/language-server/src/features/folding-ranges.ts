import type { FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import type { TextDocumentParams } from './places.ts';

/** `textDocument/foldingRange`. */
export function findFoldingRanges(
  session: Session,
  { textDocument }: TextDocumentParams,
): FoldingRange[] {
  const foldings = session.workspace.editor.foldings(session.pathOf(textDocument.uri));
  return foldings.map(({ kind, from, to }) => ({
    startLine: from - 1,
    endLine: to - 1,
    ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  }));
}
