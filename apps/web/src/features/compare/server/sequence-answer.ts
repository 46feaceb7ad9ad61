import type { TextLanguage } from '@tiaoli/base';
import type { Behaviour, ClaimSequence } from '@tiaoli/diff';
import { sequenceText } from '@tiaoli/diff';
import { encodeClaims, vocabularyOf } from '@tiaoli/settlement';
import type { BoundSides, Policies } from '@tiaoli/workspace';
import type { CaseAnswer } from '../behaviour-answers.ts';
import { settledSides } from './settled-sides.ts';

/** Claims one after the other, each settled step by step on both sides; undefined as with a single case. */
export function sequenceAnswer(
  policies: Policies,
  { behaviour, sequence }: { readonly behaviour: Behaviour; readonly sequence: ClaimSequence },
  sides: BoundSides,
  language: TextLanguage,
): CaseAnswer | undefined {
  const vocabulary = vocabularyOf(behaviour.after);
  if (!vocabulary) return undefined;
  const { claims, result, before, after } = sequence;
  const input = encodeClaims(claims, vocabulary);
  return {
    ...settledSides(policies, { input, result, before, after }, sides, language),
    text: sequenceText(sequence, behaviour, language),
  };
}
