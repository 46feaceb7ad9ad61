import type { TextPiece } from '@tiaoli/diff';
import type { Markup } from '../page/markup.ts';
import { element, markupOf } from '../page/markup.ts';

/** Words that went struck through, words that came underlined. */
export function piecesMarkup(pieces: readonly TextPiece[]): readonly Markup[] {
  return pieces.map(({ kind, text }) => {
    if (kind === 'same') return markupOf(text);
    return element(kind === 'deleted' ? 'del' : 'ins', {}, text);
  });
}
