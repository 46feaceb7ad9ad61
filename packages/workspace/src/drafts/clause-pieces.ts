import type { Clause } from '@tiaoli/language';
import { createLanguageWorkspace } from '@tiaoli/language';

/** A stretch of a source: a clause at the top of the document, or what stands between two. */
export interface SourcePiece {
  /** The same for the same clause in another text of the document; unique in its own. */
  readonly key: string;
  /** What a reader calls the clause; empty for what stands between. */
  readonly clause: string;
  readonly text: string;
}

/**
 * Each text cut at its clauses; the pieces joined are the text again.
 *
 * A text that does not parse is cut at the clauses that were understood; the rest stays with what stands between.
 */
export async function clausePieces(
  texts: readonly string[],
): Promise<readonly (readonly SourcePiece[])[]> {
  const language = createLanguageWorkspace();
  const sources = texts.map((text, at) => ({ path: `${at}.tiaoli`, text }));
  await language.update(sources);
  return sources.map(({ path, text }) => cut(text, language.editor.clauses(path)));
}

function cut(text: string, clauses: readonly Clause[]): readonly SourcePiece[] {
  const pieces: SourcePiece[] = [];
  const seen = new Map<string, number>();
  let at = 0;
  let last = 'begin';
  const between = (end: number): void => {
    pieces.push({ key: `behind ${last}`, clause: '', text: text.slice(at, end) });
  };
  for (const { name, span } of clauses) {
    // One inside another is a part of it.
    if (span.start.offset < at) continue;
    between(span.start.offset);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    last = `${name} ${count}`;
    pieces.push({ key: last, clause: name, text: text.slice(span.start.offset, span.end.offset) });
    at = span.end.offset;
  }
  between(text.length);
  return pieces;
}
