import type { LocalText, Rational } from '@tiaoli/base';
import { parseRational } from '@tiaoli/base';
import hardTargetRows from './hard-targets.json' with { type: 'json' };

/** What is added up over the people of a group. Money in fen. */
export const measureNames = [
  'persons',
  'subsidised',
  'admissions',
  'admissionCost',
  'tertiaryAdmissions',
  'tertiaryCost',
  'visits',
  'visitCost',
  'chronicVisits',
  'chronicCost',
  'purchases',
  'cost',
  'admissionScope',
  'admissionPool',
  'tertiaryScope',
  'tertiaryPool',
  'illnessPeople',
  'illnessPay',
  'aidAdmissions',
  'aidAdmissionPay',
  'aidVisits',
  'aidVisitPay',
  'pool',
] as const;
export type Measure = (typeof measureNames)[number];

export const groupNames = ['all', 'employee', 'active', 'retired', 'resident'] as const;
export type Group = (typeof groupNames)[number];

export interface Sum {
  readonly measure: Measure;
  readonly group: Group;
}

export type TargetUnit = 'share' | 'times' | 'yuan';

/** A published figure that every generated population has to reproduce: a ratio of two sums. */
export interface HardTarget {
  readonly id: string;
  readonly name: LocalText;
  readonly numerator: Sum;
  readonly denominator: Sum;
  readonly unit: TargetUnit;
  /** Money in fen. */
  readonly value: Rational;
  /** Measured under the reference rules, which are ILLUSTRATIVE where no source exists. */
  readonly measured: boolean;
  readonly year: number;
  readonly source: string;
  readonly grade: string;
}

/**
 * The hard targets by name: `hard-targets.json`. Transcribed from the bulletins of the National Healthcare Security
 * Administration by way of a collection of them, so grade C; critical illness from the press, grade B.
 */
export const hardTargets: readonly HardTarget[] = hardTargetRows.map((row) => ({
  ...row,
  numerator: sumOf(row.numerator),
  denominator: sumOf(row.denominator),
  unit: unitOf(row.unit),
  value: readValue(row.value, row.unit),
  measured: row.measured === true,
}));

/** How far a target may be missed. */
export const TOLERANCE = 0.005;

function sumOf({ measure, group }: { readonly measure: string; readonly group: string }): Sum {
  const known = measureNames.find((name) => name === measure);
  const among = groupNames.find((name) => name === group);
  if (!known || !among) throw new Error(`a target over ${measure} of ${group}`);
  return { measure: known, group: among };
}

function unitOf(unit: string): TargetUnit {
  if (unit === 'share' || unit === 'times' || unit === 'yuan') return unit;
  throw new Error(`a target in ${unit}`);
}

function readValue(text: string, unit: string): Rational {
  const [top = '', bottom = '1'] = text.split('/');
  const numerator = parseRational(top);
  const denominator = parseRational(bottom);
  if (!numerator || !denominator) throw new Error(`no number: ${text}`);
  const fen = unit === 'yuan' ? 100n : 1n;
  return {
    numerator: numerator.numerator * denominator.denominator * fen,
    denominator: numerator.denominator * denominator.numerator,
  };
}

/** A rational as the nearest double. */
export function toNumber({ numerator, denominator }: Rational): number {
  return Number(numerator) / Number(denominator);
}

/** The value of a target by its id. */
export function targetValue(id: string): number {
  const target = hardTargets.find((each) => each.id === id);
  if (!target) throw new Error(`no target ${id}`);
  return toNumber(target.value);
}
