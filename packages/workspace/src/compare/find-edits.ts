import type { Diagnostic, LocalText, Span } from '@tiaoli/base';
import type {
  Behaviour,
  Change,
  ChangeGroup,
  ClauseDifference,
  EditedSide,
  Subject,
} from '@tiaoli/diff';
import {
  changeText,
  compareStructures,
  compareText,
  declarationsOf,
  findIdleEdits,
  findWordEdits,
  structureOf,
  subjectText,
} from '@tiaoli/diff';
import { report } from '../messages.ts';

/** Changes of one declaration that provably change no result. */
export interface IdleEdit {
  readonly changes: readonly Change[];
  readonly finding: Diagnostic;
}

/** A clause of which only the words are others. */
export interface WordEdit {
  readonly clause: ClauseDifference;
  readonly finding: Diagnostic;
}

/** Edits that came to nothing: usually something else was to change with them. */
export interface Edits {
  readonly withoutEffect: readonly IdleEdit[];
  readonly wordsOnly: readonly WordEdit[];
}

/** Of both sides as they were compared, each on its day. */
export function findEdits(behaviour: Behaviour, before: EditedSide, after: EditedSide): Edits {
  return {
    withoutEffect: findIdleEdits(behaviour, before, after).map((group) =>
      idleEdit(group, before, after),
    ),
    wordsOnly: wordEdits(before, after),
  };
}

function idleEdit(
  { subject, changes }: ChangeGroup,
  before: EditedSide,
  after: EditedSide,
): IdleEdit {
  const texts = changes.map(changeText);
  const words = {
    subject: inBoth((language) => subjectText(subject, language)),
    change: {
      zh: texts.map(({ zh }) => zh).join('；'),
      en: texts.map(({ en }) => en).join('; '),
    },
  };
  return { changes, finding: findingOf('edit-without-effect', words, subject, [before, after]) };
}

function wordEdits(before: EditedSide, after: EditedSide): readonly WordEdit[] {
  const [old, now] = [structureOf(before.module, before.on), structureOf(after.module, after.on)];
  const { changes } = compareStructures(old, now);
  const modules = [before.module, after.module] as const;
  return findWordEdits(compareText(old, now).clauses, changes, modules).map((clause) => {
    const subject: Subject = { kind: 'clause', name: clause.after?.name ?? '' };
    const words = { clause: inBoth((language) => subjectText(subject, language)) };
    return { clause, finding: findingOf('words-without-rule', words, subject, [before, after]) };
  });
}

function inBoth(text: (language: 'zh' | 'en') => string): LocalText {
  return { zh: text('zh'), en: text('en') };
}

type Code = 'edit-without-effect' | 'words-without-rule';

/** Stands where the later side says it; of what it says no longer, where the earlier one did. */
function findingOf<C extends Code>(
  code: C,
  words: Parameters<typeof report<C>>[1],
  subject: Subject,
  [before, after]: readonly [EditedSide, EditedSide],
): Diagnostic {
  const [old, now] = [spanOf(before, subject), spanOf(after, subject)];
  const span = now ?? old;
  if (!span) throw new Error('what was changed is declared somewhere');
  const earlier = { zh: '原来写在这里', en: 'was written here' };
  return report(code, words, span, now && old ? [{ message: earlier, span: old }] : []);
}

function spanOf({ module }: EditedSide, subject: Subject): Span | undefined {
  return declarationsOf(module, subject)[0]?.span;
}
