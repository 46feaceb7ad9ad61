import { createHash } from 'node:crypto';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { EditedSide } from '@tiaoli/diff';
import { settableValues } from '@tiaoli/diff';
import { report } from '../messages.ts';
import type { SolveTarget } from '../result/whatif-result.ts';
import type { SimulationRequest } from '../run/simulate.ts';
import type { CityAccount } from './city-accounts.ts';
import { readAccounts } from './city-accounts.ts';
import type { AdjustmentRule } from './city-balance.ts';
import { usualAdjustment } from './city-balance.ts';
import type { Grid } from './grid-spec.ts';
import { gridOf, parseGridSpec } from './grid-spec.ts';
import { parseTarget } from './solve-target.ts';
import type { GridPoints } from './sweep-points.ts';
import { gridPoints } from './sweep-points.ts';

/** What is asked of the first reform beyond its comparison with the baseline, as written. */
export interface WhatIf {
  readonly sensitivity?: boolean;
  /** `大病起付=10000..20000/1000` */
  readonly sweeps?: readonly string[];
  /** A parameter, with or without a grid, and `fund=…` or `ratio=…`. */
  readonly solve?: { readonly parameter: string; readonly target: string };
  /** Numbers of early-warning lists that are assumed: `普通监测线=50%`. */
  readonly thresholds?: readonly string[];
  /** Text of the accounts of the cities, and the file that it came from. */
  readonly accounts?: { readonly text: string; readonly file: string };
  /** Of each city's base, and of each city's gap; ILLUSTRATIVE when absent. */
  readonly adjustment?: AdjustmentRule;
}

export interface ReadSolve {
  readonly grid: Extract<Grid, { kind: 'grid' }>;
  readonly target: SolveTarget;
  readonly sides: TwoSides;
}

interface TwoSides {
  readonly baseline: EditedSide;
  readonly reform: EditedSide;
}

export type ReadWhatIf =
  | {
      readonly kind: 'read';
      readonly sensitivity: boolean;
      readonly sweeps: readonly GridPoints[];
      readonly solve?: ReadSolve;
      readonly accounts?: readonly CityAccount[];
      readonly adjustment: AdjustmentRule;
      /** Everything that decides the answers, as texts. */
      readonly asked: readonly string[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Points that a search may choose among; it runs few of them. */
const MOST_SOLVE_POINTS = 1_000_000;

/**
 * Reads what was asked, or says everything that is wrong with it.
 *
 * @param makes  of which points of a sweep programs are made: two are enough to know how much there is to do
 */
export function readWhatIf(
  asked: WhatIf,
  { baseline, reforms }: SimulationRequest,
  makes: 'every-point' | 'ends' = 'every-point',
): ReadWhatIf {
  const [reform] = reforms;
  const sides = baseline.edited &&
    reform?.edited && { baseline: baseline.edited, reform: reform.edited };
  const faults: Diagnostic[] = [];
  const sweeps = (asked.sweeps ?? []).flatMap((written) => {
    const grid = gridFrom(written, sides);
    const points =
      grid.kind === 'grid' && sides && gridPoints(grid.value, grid.points, { ...sides, makes });
    if (points) return [points];
    faults.push(gridFault(written, grid));
    return [];
  });
  const solve = asked.solve && readSolve(asked.solve, sides, faults);
  const accounts = asked.accounts && accountsFrom(asked.accounts, faults);
  if (faults.length > 0) return { kind: 'refused', diagnostics: faults };
  const { sensitivity = false, adjustment = usualAdjustment } = asked;
  return {
    kind: 'read',
    ...{ sensitivity, sweeps, adjustment, asked: askedTexts(asked) },
    ...(solve && { solve }),
    ...(accounts && { accounts }),
  };
}

function gridFrom(written: string, sides: TwoSides | undefined, most?: number): Grid {
  const spec = parseGridSpec(written);
  const unread = { zh: '读不懂', en: 'it cannot be read' };
  if (!spec || !sides) return { kind: 'fault', fault: unread };
  return gridOf(spec, settableValues(sides.reform, spec.parameter), most);
}

function gridFault(written: string, grid: Grid): Diagnostic {
  const unsound = { zh: '换上这些值以后不成规则', en: 'with these values it is no sound policy' };
  const fault = grid.kind === 'fault' ? grid.fault : unsound;
  return report('whatif-grid', { written, fault }, fileSpan(written));
}

function readSolve(
  { parameter, target: text }: NonNullable<WhatIf['solve']>,
  sides: TwoSides | undefined,
  faults: Diagnostic[],
): ReadSolve | undefined {
  const grid = gridFrom(parameter, sides, MOST_SOLVE_POINTS);
  if (grid.kind === 'fault') faults.push(gridFault(parameter, grid));
  const target = parseTarget(text);
  if (!target) faults.push(report('whatif-target', { written: text }, fileSpan(text)));
  return grid.kind === 'grid' && target && sides ? { grid, target, sides } : undefined;
}

function accountsFrom(
  { text, file }: NonNullable<WhatIf['accounts']>,
  faults: Diagnostic[],
): readonly CityAccount[] | undefined {
  const read = readAccounts(text);
  if (read.kind === 'read') return read.accounts;
  faults.push(...read.faults.map((fault) => report('whatif-accounts', fault, fileSpan(file))));
  return undefined;
}

/** Everything that decides the answers. */
export function askedTexts({
  sensitivity,
  sweeps,
  solve,
  thresholds,
  accounts,
  adjustment,
}: WhatIf): readonly string[] {
  const shares = adjustment && [adjustment.paid, adjustment.covered];
  return [
    ...(sensitivity ? ['sensitivity'] : []),
    ...(sweeps ?? []).map((each) => `sweep ${each}`),
    ...(solve ? [`solve ${solve.parameter.trim()} ${solve.target.replace(/\s/gu, '')}`] : []),
    ...(thresholds ?? []).map((each) => `threshold ${each.replace(/\s/gu, '')}`),
    ...(accounts ? [`funds ${createHash('sha256').update(accounts.text).digest('hex')}`] : []),
    ...(shares?.map(({ numerator, denominator }) => `adjustment ${numerator}/${denominator}`) ??
      []),
  ];
}
