import type { Change, Estimate } from '../result/simulation-result.ts';
import { WEIGHT_UNIT } from '../table/columns.ts';
import { peopleText, yuanText } from './decimal.ts';
import type { ExactSums } from './exact-sums.ts';
import { sumAt } from './exact-sums.ts';
import { RANDOM_GROUPS } from './ledger.ts';

/** A sum over everybody and the parts of it in each random group. */
export interface SplitSum {
  readonly all: bigint;
  readonly parts: readonly bigint[];
}

export function splitSumAt(sums: ExactSums, figure: number): SplitSum {
  const parts = Array.from({ length: RANDOM_GROUPS }, (_, group) =>
    sumAt(sums, figure * RANDOM_GROUPS + group),
  );
  return { all: parts.reduce((sum, part) => sum + part, 0n), parts };
}

export function minus(left: SplitSum, right: SplitSum): SplitSum {
  return {
    all: left.all - right.all,
    parts: left.parts.map((part, at) => part - (right.parts[at] ?? 0n)),
  };
}

export function plus(left: SplitSum, right: SplitSum): SplitSum {
  return {
    all: left.all + right.all,
    parts: left.parts.map((part, at) => part + (right.parts[at] ?? 0n)),
  };
}

/**
 * The standard error of a figure by the delete-a-group jackknife: the figure is worked out again without each random
 * group in turn, and what it moves by is added up.
 */
export function standardError(figure: (without: number | undefined) => number): number {
  const replicates = Array.from({ length: RANDOM_GROUPS }, (_, group) => figure(group));
  const mean = replicates.reduce((sum, each) => sum + each, 0) / RANDOM_GROUPS;
  const squares = replicates.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(((RANDOM_GROUPS - 1) / RANDOM_GROUPS) * squares);
}

/** A total with one group left out stands for everybody: the others count a little more. */
export function replicateOf({ all, parts }: SplitSum, without: number | undefined): number {
  if (without === undefined) return Number(all);
  const rest = all - (parts[without] ?? 0n);
  return (Number(rest) * RANDOM_GROUPS) / (RANDOM_GROUPS - 1);
}

function estimate(sum: SplitSum, text: (sum: bigint) => string, unit: number): Estimate {
  const error = standardError((without) => replicateOf(sum, without)) / unit;
  return { value: text(sum.all), error: rounded(error) };
}

/** Errors are estimates: four digits of them say all there is. */
export function rounded(error: number): number {
  return Number(error.toPrecision(4));
}

export function yuan(sum: SplitSum): Estimate {
  return estimate(sum, yuanText, WEIGHT_UNIT * 100);
}

export function people(sum: SplitSum): Estimate {
  return estimate(sum, peopleText, WEIGHT_UNIT);
}

/** Both versions stand on the same people, and so the error of the change is that of pairs. */
export function changeOf(
  baseline: SplitSum,
  reform: SplitSum,
  told: (sum: SplitSum) => Estimate,
): Change {
  return { baseline: told(baseline), reform: told(reform), change: told(minus(reform, baseline)) };
}
