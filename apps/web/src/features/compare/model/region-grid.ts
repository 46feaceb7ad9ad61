import type { Direction } from '@tiaoli/diff';
import type { Axis, FactClass, RegionAnswer } from '../behaviour-answers.ts';

type Shown = Pick<RegionAnswer, 'facts' | 'state'>;

export function holdsFor({ facts }: Pick<Shown, 'facts'>, fact: string, value: string): boolean {
  return facts[fact]?.includes(value) ?? true;
}

/** A class of each axis, by the id of its fact. */
export type CellPlace = ReadonlyMap<string, FactClass>;

export function placeOf(
  parts: readonly (readonly [Axis | undefined, FactClass | undefined])[],
): CellPlace {
  return new Map(parts.flatMap(([axis, part]) => (axis && part ? [[axis.fact, part]] : [])));
}

/** The regions of one cell; one value of a class stands for all of them. */
export function regionsAt<Region extends Shown>(
  regions: readonly Region[],
  place: CellPlace,
): readonly Region[] {
  return regions.filter((region) =>
    [...place].every(
      ([
        fact,
        {
          values: [first],
        },
      ]) => (first === undefined ? true : holdsFor(region, fact, first)),
    ),
  );
}

/** What one cell says of all its regions. */
export interface CellSummary {
  /** Undefined where no region stands in it. */
  readonly lead?: RegionAnswer;
  readonly direction: Direction;
  /** Regions that are not the same on both sides. */
  readonly changed: number;
}

export function summaryOf(regions: readonly RegionAnswer[]): CellSummary {
  const changed = regions.filter(({ state }) => !isSame(state));
  const [lead] = (changed.length > 0 ? changed : regions).toSorted(byWeight);
  return {
    ...(lead && { lead }),
    direction: changed.map(({ direction }) => direction).reduce(together, 'none'),
    changed: changed.length,
  };
}

function together(left: Direction, right: Direction): Direction {
  if (left === right || right === 'none') return left;
  if (left === 'none') return right;
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'both';
}

const gravity: readonly RegionAnswer['state'][] = [
  'same-form',
  'same-proved',
  'rounding',
  'changed-exact',
  'changed-bounded',
  'applicability',
  'one-sided',
  'undecided',
];

/** What nobody decided first, then what is largest. */
export function byWeight(left: RegionAnswer, right: RegionAnswer): number {
  const [grave, other] = [left, right].map(({ state }) => weights.has(state));
  if (grave !== other) return grave ? -1 : 1;
  const most = BigIntOf(right) - BigIntOf(left);
  if (most !== 0n) return most > 0n ? 1 : -1;
  return gravity.indexOf(right.state) - gravity.indexOf(left.state);
}

const weights: ReadonlySet<RegionAnswer['state']> = new Set([
  'undecided',
  'one-sided',
  'applicability',
]);

/** Whole fen: only for the order. */
function BigIntOf({ most }: Pick<RegionAnswer, 'most'>): bigint {
  return most === undefined ? 0n : BigInt(most.split('/')[0] ?? '0');
}

export function isSame(state: RegionAnswer['state']): boolean {
  return state === 'same-form' || state === 'same-proved';
}
