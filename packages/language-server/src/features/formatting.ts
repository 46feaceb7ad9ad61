import type { Formatter, LanguageWorkspace } from '@tiaoli/language';
import { createFormatter } from '@tiaoli/language';
import type { TextEdit } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { changedLines } from './changed-lines.ts';
import type { TextDocumentParams } from './places.ts';

/** A formatter costs more to make than most texts to format. */
const formatters = new WeakMap<LanguageWorkspace, Formatter>();

/** `textDocument/formatting`: edits of the lines that change; none for a text that does not parse. */
export function formatDocument(session: Session, { textDocument }: TextDocumentParams): TextEdit[] {
  const path = session.pathOf(textDocument.uri);
  const text = session.textOf(path);
  if (text === undefined) return [];
  const formatter = formatters.get(session.workspace) ?? createFormatter();
  formatters.set(session.workspace, formatter);
  const formatted = formatter.format({ path, text });
  return formatted.text === undefined ? [] : changedLines(text, formatted.text);
}
