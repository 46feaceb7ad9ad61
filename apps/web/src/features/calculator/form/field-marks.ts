import type { WrongField } from '../model/case-of-draft.ts';
import { findingWords } from '../model/finding-words.ts';
import type { OpenQuestion } from '../model/open-questions.ts';
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
  questions: readonly OpenQuestion[],
  answer: AnswerJson | undefined,
): ReadonlyMap<string, FieldMark> {
  const marks = new Map<string, FieldMark>();
  for (const { path, question } of questions) marks.set(path, { question });
  if (answer?.kind === 'refused') {
    for (const finding of answer.findings) {
      if (finding.path) marks.set(finding.path, { refused: findingWords(finding) });
    }
  }
  for (const { path, why } of wrong) marks.set(path, { ...marks.get(path), wrong: why });
  return marks;
}
