import type { Bounds } from './integers.ts';
import { bounds, ceilingDivide, floorDivide } from './integers.ts';
import type { Form } from './linear-form.ts';
import { subtractForms, termForm } from './linear-form.ts';
import type { NumberTerm } from './pool.ts';
import { numberOf } from './pool.ts';
import { isFeasible, maximise, minimise } from './simplex.ts';
import type { Space } from './space.ts';
import { assumeAtLeastZero, columnOfForm, primitiveOf } from './space.ts';

type Floor = Extract<NumberTerm, { kind: 'floor' }>;

/** Pairs of roundings that are compared in one part of the domain, at most. */
const mostPairs = 6;

/**
 * Narrows differences of roundings of the same fineness: ⌊a ÷ d⌋ − ⌊b ÷ d⌋ is between ⌊(a − b) ÷ d⌋ and ⌈(a − b) ÷ d⌉.
 *
 * True where that narrowed something. Without it one fen of every rounding would be lost to the relaxation.
 */
export function tightenFloors(space: Space, mostPivots: number): boolean {
  const before = space.tableau.trail.length;
  for (const [left, right] of pairsOf(space)) {
    if (!tightenPair(space, left, right, mostPivots)) return true;
  }
  return space.tableau.trail.length > before;
}

function pairsOf({ pool, active }: Space): readonly (readonly [Floor, Floor])[] {
  const floors = [...active].flatMap((id) => {
    const term = numberOf(pool, id);
    return term.kind === 'floor' ? [term] : [];
  });
  const pairs = floors.flatMap((left, at) =>
    floors
      .slice(0, at)
      .filter(({ divisor }) => divisor === left.divisor)
      .map((right) => [left, right] as const),
  );
  // The nearer two arguments are to each other, the more is known of the difference of their roundings.
  return pairs.toSorted((a, b) => distanceOf(a) - distanceOf(b)).slice(0, mostPairs);
}

function distanceOf([left, right]: readonly [Floor, Floor]): number {
  return subtractForms(left.argument, right.argument).ids.length;
}

/** False when the bounds cross: no solution is here. */
function tightenPair(space: Space, left: Floor, right: Floor, mostPivots: number): boolean {
  const difference = subtractForms(left.argument, right.argument);
  const range = rangeOf(space, difference, mostPivots);
  const floors = subtractForms(termForm(left.id), termForm(right.id));
  const { divisor } = left;
  const { low, high } = range;
  const atLeast = low === undefined ? undefined : floorDivide(low, divisor);
  const atMost = high === undefined ? undefined : ceilingDivide(high, divisor);
  const isAbove =
    atLeast === undefined || assumeAtLeastZero(space, { ...floors, constant: -atLeast });
  const isBelow =
    atMost === undefined ||
    assumeAtLeastZero(
      space,
      subtractForms({ ...floors, ids: [], coefficients: [], constant: atMost }, floors),
    );
  return isAbove && isBelow && isFeasible(space.tableau, mostPivots) !== false;
}

export function rangeOf(space: Space, form: Form, mostPivots: number): Bounds {
  if (form.ids.length === 0) return { low: form.constant, high: form.constant };
  const { primitive, content, rises } = primitiveOf(form);
  const column = columnOfForm(space, primitive);
  const most = maximise(space.tableau, column, mostPivots);
  const least = minimise(space.tableau, column, mostPivots);
  const [low, high] = rises ? [least, most] : [negated(most), negated(least)];
  return bounds(scaled(low, content, form.constant), scaled(high, content, form.constant));
}

function negated(value: bigint | undefined): bigint | undefined {
  return value === undefined ? undefined : -value;
}

function scaled(value: bigint | undefined, by: bigint, plus: bigint): bigint | undefined {
  return value === undefined ? undefined : value * by + plus;
}
