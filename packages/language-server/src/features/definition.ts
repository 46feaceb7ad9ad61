import type { Location } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import type { PositionParams } from './places.ts';
import { locationOf, placeAt } from './places.ts';

/** `textDocument/definition`: every place where the name under the cursor is declared, versions and additions included. */
export function findDefinition(session: Session, params: PositionParams): Location[] {
  const place = placeAt(session, params);
  const found = place && session.workspace.editor.symbolAt(place.path, place.offset);
  return (found?.symbol.declarations ?? []).map(({ name }) => locationOf(session, name));
}
