import type { TextLanguage } from '@tiaoli/base';
import { caseText } from '@tiaoli/diff';
import { encodeCase, vocabularyOf } from '@tiaoli/settlement';
import type { BoundSides, Policies } from '@tiaoli/workspace';
import type { CaseAnswer } from '../behaviour-answers.ts';
import type { FoundExample } from './asked-example.ts';
import { settledSides } from './settled-sides.ts';

/** One case of a comparison, settled step by step on both sides; undefined where the documents have no word for it. */
export function caseAnswer(
  policies: Policies,
  { behaviour, result, example }: FoundExample,
  sides: BoundSides,
  language: TextLanguage,
): CaseAnswer | undefined {
  const vocabulary = vocabularyOf(behaviour.after);
  if (!vocabulary) return undefined;
  const { facts, state, before, after } = example;
  const input = encodeCase(facts, state, vocabulary);
  return {
    ...settledSides(policies, { input, result, before, after }, sides, language),
    text: caseText(example, result.type, behaviour, language),
  };
}
