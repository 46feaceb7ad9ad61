import { rational, yuanOfFen } from '@tiaoli/base';
import type { CaseChange, SimulationResult } from '../result/simulation-result.ts';
import type { ChosenCase, FoundCase } from './find-cases.ts';
import { chooseCases } from './find-cases.ts';

/** What a bucket gave, by reform. */
export interface AnsweredCases {
  readonly bucket: number;
  readonly cases: readonly (readonly FoundCase[])[];
}

export function withCasesOf(
  result: SimulationResult,
  answers: readonly AnsweredCases[],
): SimulationResult {
  const reforms = result.reforms.map((reform, at) => ({
    ...reform,
    cases: chooseCases(
      answers.map(({ bucket, cases }) => ({ bucket, cases: cases[at] ?? [] })),
    ).map(caseChange),
  }));
  return { ...result, reforms };
}

function caseChange(found: ChosenCase): CaseChange {
  const { kind, group, age, bucket, row, baseline, reform } = found;
  return {
    ...{ kind, name: `${group}，${age}岁`, bucket, row },
    baseline: yuanOfFen(rational(baseline)),
    reform: yuanOfFen(rational(reform)),
    layers: found.layers.map((each) => ({
      layer: each.layer,
      baseline: yuanOfFen(rational(each.baseline)),
      reform: yuanOfFen(rational(each.reform)),
    })),
    case: found.case,
  };
}
