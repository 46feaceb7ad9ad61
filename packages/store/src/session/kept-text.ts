import type { LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import { MOST_NAME, MOST_PROSE, report, textProblem } from '@tiaoli/workspace';
import { Refusal } from './session.ts';

/** A name, a title, a path; ends the transaction where it could not be read again as it was written. */
export function keptName(text: string, what: LocalText): string {
  return kept(text, what, MOST_NAME);
}

/** A reason or a comment; ends the transaction where it could not be read again as it was written. */
export function keptProse(text: string, what: LocalText): string {
  return kept(text, what, MOST_PROSE);
}

function kept(text: string, what: LocalText, most: number): string {
  const problem = textProblem(text, most);
  if (problem === undefined) return text;
  throw new Refusal([report('text-not-kept', { what, problem, most }, fileSpan(what.en))]);
}
