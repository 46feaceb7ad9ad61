import type { WrongField } from '../model/case-of-draft.ts';
import type { Wrong } from '../model/read-typed.ts';
import type { AnswerJson } from '../model/settled-json.ts';

/** What is to be said beside one field. */
export interface FieldMark {
  /** It could not be read. */
  readonly wrong?: Wrong;
  /** What the calculator says against it. */
  readonly refused?: string;
  /** It is asked for, in these words. */
  readonly question?: string;
}

/** Marks by path: what was typed wrong hides what the last answer said of it. */
export function fieldMarks(
  wrong: readonly WrongField[],
  answer: AnswerJson | undefined,
): ReadonlyMap<string, FieldMark> {
  const marks = new Map<string, FieldMark>();
  if (answer?.kind === 'settled') {
    for (const { path, question } of answer.missing) marks.set(path, { question });
  }
  if (answer?.kind === 'refused') {
    for (const { path, message, hint } of answer.findings) {
      if (path !== undefined) marks.set(path, { refused: hint ? `${message} ${hint}` : message });
    }
  }
  for (const { path, why } of wrong) marks.set(path, { ...marks.get(path), wrong: why });
  return marks;
}
