import type { TextLanguage } from '@tiaoli/base';
import type { Behaviour, IntentVerdict, PlacedRegion } from '@tiaoli/diff';
import { boundsText, regionText } from '@tiaoli/diff';
import type { VerdictAnswer } from '../behaviour-answers.ts';

/** Whether nothing but the intent changed, a sentence for each region that says otherwise. */
export function verdictAnswer(
  { intent, holds, inside, breaches, unconfirmed, rounding }: IntentVerdict,
  behaviour: Behaviour,
  language: TextLanguage,
): VerdictAnswer {
  const lines = (found: readonly PlacedRegion[]): readonly string[] =>
    found.map(({ result, region }) =>
      [
        result.name,
        regionText(region, behaviour, language),
        boundsText(region, result.type, language),
      ]
        .filter(Boolean)
        .join('　'),
    );
  return {
    ...{ text: intent.text, holds, inside },
    breaches: lines(breaches),
    unconfirmed: lines(unconfirmed),
    rounding: lines(rounding),
  };
}
