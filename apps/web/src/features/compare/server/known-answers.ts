import type { TextLanguage } from '@tiaoli/base';
import type { Behaviour } from '@tiaoli/diff';
import { toldOf } from '@tiaoli/workspace';
import type { FinishedComparison } from '../../../jobs/comparison-jobs.ts';
import type { BehaviourAnswer } from '../behaviour-answers.ts';
import { behaviourAnswer } from './behaviour-answer.ts';

/** Sentences are made once for each language: a comparison is asked for by every page that shows it. */
const known = new WeakMap<Behaviour, Map<TextLanguage, BehaviourAnswer>>();

export function knownAnswer(
  { behaviour, verdict, sides }: FinishedComparison,
  language: TextLanguage,
): BehaviourAnswer {
  const answers = known.get(behaviour) ?? new Map<TextLanguage, BehaviourAnswer>();
  known.set(behaviour, answers);
  const told = { ...toldOf(behaviour, sides), ...(verdict && { verdict }) };
  const answer = answers.get(language) ?? behaviourAnswer(told, language);
  answers.set(language, answer);
  return answer;
}
