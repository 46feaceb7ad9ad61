import type { Span } from '@tiaoli/base';
import type { Location, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';

/** A document and a position in it, as every request about a position gives them. */
export interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** A request about a whole document. */
export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** The path of the document and the offset of the position; undefined when the text is not known. */
export function placeAt(
  session: Session,
  { textDocument, position }: PositionParams,
): { readonly path: string; readonly offset: number } | undefined {
  const path = session.pathOf(textDocument.uri);
  const text = session.textOf(path);
  if (text === undefined) return undefined;
  return { path, offset: TextDocument.create('', '', 0, text).offsetAt(position) };
}

export function locationOf(session: Session, span: Span): Location {
  return { uri: session.uriOf(span.file), range: rangeOf(span) };
}
