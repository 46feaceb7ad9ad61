import { rational, yuanOfFen } from '@tiaoli/base';
import type { EncodedCase, Vocabulary } from '@tiaoli/settlement';
import { encodeClaims, vocabularyOf } from '@tiaoli/settlement';
import type { CaseChange, SimulationResult } from '../result/simulation-result.ts';
import { factsOf } from '../run/held-facts.ts';
import type { PlannedRules } from '../run/run-plan.ts';
import type { ChosenCase } from './find-cases.ts';

/** By reform, as its rules name what they know of a claim. */
export function withCasesOf(
  result: SimulationResult,
  chosen: readonly (readonly ChosenCase[])[],
  rules: readonly PlannedRules[],
): SimulationResult {
  const reforms = result.reforms.map((reform, at) => {
    const own = rules[at];
    return { ...reform, cases: own ? casesOf(chosen[at] ?? [], own) : [] };
  });
  return { ...result, reforms };
}

function casesOf(chosen: readonly ChosenCase[], rules: PlannedRules): readonly CaseChange[] {
  const vocabulary = vocabularyOf(rules.program);
  if (!vocabulary) throw new Error('rules that settle nothing were run');
  return chosen.map(({ kind, group, age, bucket, row, layers, claims, baseline, reform }) => ({
    ...{ kind, name: `${group}，${age}岁`, bucket, row },
    baseline: yuanOfFen(rational(baseline)),
    reform: yuanOfFen(rational(reform)),
    layers: layers.map((each) => ({
      layer: each.layer,
      baseline: yuanOfFen(rational(each.baseline)),
      reform: yuanOfFen(rational(each.reform)),
    })),
    case: withOneNumber(encodeClaims(factsOf(rules, claims), vocabulary), vocabulary),
  }));
}

/** Claims by their own number, where they have one. */
function withOneNumber(encoded: EncodedCase, { event, fields }: Vocabulary): EncodedCase {
  const numbers = fields.get(event.id)?.get('id') ?? [];
  const claims = encoded.claims.map((claim) => {
    const hasOwn = numbers.some(({ name }) => claim[name] !== undefined);
    return Object.fromEntries(Object.entries(claim).filter(([key]) => key !== 'id' || !hasOwn));
  });
  return { ...encoded, claims };
}
