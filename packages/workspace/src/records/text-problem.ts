/** What keeps a text from being stored as it is written. */
export type TextProblem = 'empty' | 'too-long' | 'not-storable';

/** Most characters (UTF-16) of a name, a title, a path. */
export const MOST_NAME = 500;
/** Most characters (UTF-16) of a reason or a comment. */
export const MOST_PROSE = 20_000;

/**
 * Undefined for a text that is stored and read again as the same: no column of text holds the character with the number
 * 0, and half of a character of two halves has no UTF-8.
 */
export function textProblem(text: string, most: number): TextProblem | undefined {
  if (text.trim() === '') return 'empty';
  if (text.length > most) return 'too-long';
  return text.includes('\0') || !text.isWellFormed() ? 'not-storable' : undefined;
}
