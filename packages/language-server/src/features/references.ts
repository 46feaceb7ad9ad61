import type { DocumentHighlight, Location } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import type { PositionParams } from './places.ts';
import { locationOf, placeAt } from './places.ts';

interface ReferenceParams extends PositionParams {
  readonly context: { readonly includeDeclaration: boolean };
}

/** `textDocument/references`: the places in all documents that name what is under the cursor. */
export function findReferences(session: Session, params: ReferenceParams): Location[] {
  const wanted = (role: string): boolean =>
    role === 'reference' || (role === 'declaration' && params.context.includeDeclaration);
  return usesAt(session, params)
    .filter(({ role }) => wanted(role))
    .map(({ span }) => locationOf(session, span));
}

/** `textDocument/documentHighlight`: the same in the document at hand. */
export function findHighlights(session: Session, params: PositionParams): DocumentHighlight[] {
  const path = session.pathOf(params.textDocument.uri);
  return usesAt(session, params)
    .filter(({ span, role }) => span.file === path && role !== 'alias')
    .map(({ span, role }) => ({
      range: rangeOf(span),
      kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function usesAt(session: Session, params: PositionParams) {
  const place = placeAt(session, params);
  const { editor } = session.workspace;
  const found = place && editor.symbolAt(place.path, place.offset);
  return found ? editor.occurrences(found.symbol) : [];
}
