import type { LocalText } from '@tiaoli/base';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import type { PositionParams } from './places.ts';
import { placeAt } from './places.ts';

interface RenameParams extends PositionParams {
  readonly newName: string;
}

/** What the editor puts into its box. */
export interface RenameStart {
  readonly range: Range;
  readonly placeholder: string;
}

/** `textDocument/prepareRename`: the name that can be changed; an error with a sentence where there is none. */
export function prepareRename(
  session: Session,
  params: PositionParams,
): RenameStart | ResponseError<void> {
  const place = placeAt(session, params);
  if (place === undefined) return unknownText(session);
  const target = session.workspace.editor.renameTarget(place.path, place.offset);
  if (target.kind === 'refused') return refusal(session, target.reason);
  return { range: rangeOf(target.span), placeholder: target.name };
}

/** `textDocument/rename`: edits over all documents; an error with a sentence when the name cannot be taken. */
export function renameSymbol(
  session: Session,
  params: RenameParams,
): WorkspaceEdit | ResponseError<void> {
  const place = placeAt(session, params);
  if (place === undefined) return unknownText(session);
  const renaming = session.workspace.editor.rename(place.path, place.offset, params.newName);
  if (renaming.kind === 'refused') return refusal(session, renaming.reason);
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of renaming.changes) {
    const uri = session.uriOf(span.file);
    changes[uri] = [...(changes[uri] ?? []), { range: rangeOf(span), newText: text }];
  }
  return { changes };
}

function unknownText(session: Session): ResponseError<void> {
  return refusal(session, { zh: '这个文件没有打开', en: 'this document is not open' });
}

function refusal({ language }: Session, reason: LocalText): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason[language]);
}
