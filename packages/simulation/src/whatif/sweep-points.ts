import type { Rational } from '@tiaoli/base';
import {
  compare,
  fenOfYuan,
  parseRational,
  printRational,
  rational,
  yuanOfFen,
} from '@tiaoli/base';
import type { EditedSide, SettableValue } from '@tiaoli/diff';
import { programWithValue, settableValues } from '@tiaoli/diff';
import type { Program } from '@tiaoli/ir';
import type { Decimal, Verdict } from '../result/simulation-result.ts';
import type { SolveTarget, Sweep, SweepPoint } from '../result/whatif-result.ts';

/** A number of the reform, and programs with other values of it. */
export interface GridPoints {
  readonly value: SettableValue;
  /** In the form of `Literal.value`, ascending. */
  readonly points: readonly string[];
  /** One for each point, or those of the ends. */
  readonly programs: readonly Program[];
  /** What the baseline says. */
  readonly before?: string;
}

/** The reform with each value of the grid, its own value among them where it lies between the ends. */
export function gridPoints(
  value: SettableValue,
  grid: readonly string[],
  {
    baseline,
    reform,
    makes,
  }: {
    readonly baseline: EditedSide;
    readonly reform: EditedSide;
    readonly makes: 'every-point' | 'ends';
  },
): GridPoints | undefined {
  const points = withOwn(grid, value.current);
  const made = makes === 'ends' ? [points[0], points.at(-1)] : points;
  const programs = made.map((point) => programWithValue(reform, value, point ?? ''));
  if (programs.includes(undefined)) return undefined;
  const before = settableBefore(value, baseline);
  return {
    ...{ value, points, programs: programs.filter((each) => each !== undefined) },
    ...(before !== undefined && { before }),
  };
}

/** What the baseline says of the same number. */
export function settableBefore(
  { parameter, cell }: SettableValue,
  baseline: EditedSide,
): string | undefined {
  const values = settableValues(baseline, parameter);
  return values.find((each) => each.cell === cell)?.current;
}

function withOwn(grid: readonly string[], own: string | undefined): readonly string[] {
  const [low, high] = [grid[0], grid.at(-1)];
  if (own === undefined || low === undefined || high === undefined) return grid;
  const value = numberOf(own);
  const isWithin = compare(numberOf(low), value) <= 0 && compare(value, numberOf(high)) <= 0;
  if (!isWithin || grid.includes(own)) return grid;
  return [...grid, own].toSorted((left, right) => compare(numberOf(left), numberOf(right)));
}

function numberOf(text: string): Rational {
  return parseRational(text) ?? rational(0n);
}

export function sweepOf(
  grid: GridPoints,
  verdicts: readonly { readonly point: string; readonly verdict: Verdict }[],
): Sweep {
  const { parameter, cell } = grid.value;
  return {
    parameter,
    ...(cell !== undefined && { cell }),
    unit: unitOf(grid.value),
    points: verdicts.map(({ point, verdict }) => sweepPoint(grid, point, verdict)),
  };
}

export function sweepPoint(
  { value, before }: Pick<GridPoints, 'value' | 'before'>,
  point: string,
  { fund, person, ratios }: Verdict,
): SweepPoint {
  return {
    value: shownValue(value, point),
    isProposed: point === value.current,
    isBaseline: point === before,
    fund: fund.change,
    person: person.change,
    ratios: ratios.map(({ kind, reform }) => ({ kind, value: reform })),
  };
}

export function unitOf({ type }: SettableValue): Sweep['unit'] {
  return type.kind === 'money' || type.kind === 'rate' ? type.kind : 'integer';
}

/** Yuan, per one, or a whole number. */
function shownValue({ type }: SettableValue, point: string): Decimal {
  const number = numberOf(point);
  return type.kind === 'money' ? yuanOfFen(number) : printRational(number);
}

/** What is compared with the target, as a whole number: fen, or thousand-millionths of a share. */
export function figureOf({ kind }: SolveTarget, verdict: Verdict): bigint {
  if (kind === 'fund') return fenOf(verdict.fund.reform.value);
  if (kind === 'change') return fenOf(verdict.fund.change.value);
  const found = verdict.ratios.find((ratio) => ratio.kind === kind);
  return BigInt(Math.round((found?.reform ?? 0) * SHARE_PARTS));
}

export function targetFigure({ kind, value }: SolveTarget): bigint {
  if (kind === 'fund' || kind === 'change') return fenOf(value);
  return BigInt(Math.round(Number(value) * SHARE_PARTS));
}

const SHARE_PARTS = 1_000_000_000;

function fenOf(yuan: Decimal): bigint {
  const fen = fenOfYuan(yuan);
  return fen ? fen.numerator / fen.denominator : 0n;
}
