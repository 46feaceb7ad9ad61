import { RefusedError } from '../shell/ask-server.ts';
import type { DraftConflict } from '../workflow/answers.ts';

/** Somebody else saved first. */
export type Conflict = DraftConflict;

/** What stands between two clauses, or a clause; of one that both changed the three sides. */
export type ConflictPiece = Conflict['pieces'][number];

/** The conflict that a save was answered with; undefined for every other failure. */
export function conflictOf(error: unknown): Conflict | undefined {
  if (!(error instanceof RefusedError) || error.code !== 'draft-moved') return undefined;
  return error.problem as unknown as Conflict;
}

export type Side = 'mine' | 'theirs' | 'base';

/** The text that comes of a choice for each clause that both changed; undefined while one is left. */
export function chosenText(
  pieces: readonly ConflictPiece[],
  choices: ReadonlyMap<number, Side>,
): string | undefined {
  const texts: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const side = choices.get(index);
    if (piece.text !== undefined) texts.push(piece.text);
    else if (side === undefined) return undefined;
    else texts.push(piece[side] ?? '');
  }
  return texts.join('');
}
