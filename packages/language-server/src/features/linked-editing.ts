import type { LinkedEditingRanges } from 'vscode-languageserver';
import type { Session } from '../session.ts';
import { rangeOf } from '../text-range.ts';
import type { PositionParams } from './places.ts';
import { placeAt } from './places.ts';

/** `textDocument/linkedEditingRange`: where a name that is typed anew at its declaration stands in the same document. */
export function findLinkedNames(
  session: Session,
  params: PositionParams,
): LinkedEditingRanges | null {
  const place = placeAt(session, params);
  const spans = place ? session.workspace.editor.linkedNames(place.path, place.offset) : [];
  if (spans.length === 0) return null;
  return { ranges: spans.map(rangeOf), wordPattern: '[\\p{L}_][\\p{L}\\p{N}_]*' };
}
