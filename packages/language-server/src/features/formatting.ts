import type { TextEdit } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { changedLines } from './changed-lines.ts';
import type { TextDocumentParams } from './places.ts';

/** `textDocument/formatting`: edits of the lines that change; none for a text that does not parse. */
export function formatDocument(session: Session, { textDocument }: TextDocumentParams): TextEdit[] {
  const path = session.pathOf(textDocument.uri);
  const text = session.textOf(path);
  const formatted = session.workspace.editor.formatted(path);
  return text === undefined || formatted === undefined ? [] : changedLines(text, formatted);
}
