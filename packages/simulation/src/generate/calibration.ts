import type { BlockSums, WeightedSums } from './calibrate-block.ts';
import type { HardTarget, Sum } from './hard-targets.ts';
import { hardTargets, TOLERANCE, toNumber } from './hard-targets.ts';

/** One line of the calibration table; money in yuan. */
export interface CalibrationRow {
  readonly id: string;
  readonly target: number;
  readonly achieved: number;
  /** achieved ÷ target − 1. */
  readonly error: number;
  /** The same before weighting. */
  readonly plainError: number;
}

/** What the population is held against without being fitted to it. */
export interface BackTestRow {
  readonly id: 'employee-pool' | 'resident-pool';
  /** Yuan per head and year. */
  readonly published: number;
  readonly achieved: number;
  readonly error: number;
  readonly source: string;
}

export interface Calibration {
  readonly rows: readonly CalibrationRow[];
  readonly backTest: readonly BackTestRow[];
  /** (Σ weight)² ÷ Σ weight², as a share of the people. */
  readonly effectiveShare: number;
}

/** A population with a smaller share rests on too few people. */
export const LEAST_EFFECTIVE = 0.5;

/** Digits that are written down: the sums behind them are exact. */
function rounded(value: number, digits = 6): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Target by target what the weighted people come to; from exact sums. */
export function calibrationOf(sums: BlockSums): Calibration {
  const { weights, squaredWeights, persons } = sums;
  return {
    rows: hardTargets.map((target) => rowOf(target, sums)),
    backTest: backTestOf(sums.weighted),
    effectiveShare: rounded(Number(weights * weights) / Number(squaredWeights) / persons),
  };
}

function rowOf(target: HardTarget, { weighted, plain }: BlockSums): CalibrationRow {
  const unit = target.unit === 'yuan' ? 100 : 1;
  const value = toNumber(target.value);
  const achieved = ratio(weighted, target.numerator, target.denominator);
  return {
    id: target.id,
    target: rounded(value / unit),
    achieved: rounded(achieved / unit),
    error: rounded(achieved / value - 1),
    plainError: rounded(ratio(plain, target.numerator, target.denominator) / value - 1),
  };
}

function ratio(sums: WeightedSums, numerator: Sum, denominator: Sum): number {
  const bottom = Number(sums[denominator.group][denominator.measure]);
  return bottom === 0 ? 0 : Number(sums[numerator.group][numerator.measure]) / bottom;
}

/** Targets that are missed by more than the tolerance: with any of them there is no population. */
export function missedTargets({ rows }: Calibration): readonly CalibrationRow[] {
  return rows.filter(({ error }) => !(Math.abs(error) <= TOLERANCE));
}

const YUAN_PER_HEAD = {
  /** 1,359 bn of 388.56 million; NHSA bulletin 2025, grade C. */
  'employee-pool': 1_359_000 / 388.56,
  /** 1,068 bn of 942.13 million, with the premium for critical illness; NHSA bulletin 2025, grade C. */
  'resident-pool': 1_068_000 / 942.13,
} as const;

const BACK_TEST_SOURCE = 'NHSA bulletin 2025';

/** What the reference rules pay per head, beside what the funds of the country paid: not fitted. */
function backTestOf({ employee, resident }: WeightedSums): readonly BackTestRow[] {
  const perHead = (pay: bigint, persons: bigint): number => Number(pay) / Number(persons) / 100;
  const row = (id: BackTestRow['id'], achieved: number): BackTestRow => {
    const published = YUAN_PER_HEAD[id];
    return {
      id,
      published: rounded(published, 2),
      achieved: rounded(achieved, 2),
      error: rounded(achieved / published - 1),
      source: BACK_TEST_SOURCE,
    };
  };
  return [
    row('employee-pool', perHead(employee.pool, employee.persons)),
    row('resident-pool', perHead(resident.pool + resident.illnessPay, resident.persons)),
  ];
}
