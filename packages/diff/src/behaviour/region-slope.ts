import type { Rational } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import { isNumber } from '@tiaoli/interpreter';
import type { InputDeclaration } from '@tiaoli/ir';
import type { ComparedCase, Region, RegionSlope, ResultDifference } from './behaviour.ts';
import type { Slicing } from './slice-of.ts';
import { pieceAt, slicedInputs } from './slice-of.ts';

/** With how the difference of each region goes with the main amount of its smallest case. */
export function withSlopes(slicing: Slicing, result: ResultDifference): ResultDifference {
  if (result.kind === 'state' || result.type.kind !== 'money') return result;
  const regions = result.regions.map((region): Region => {
    const slope = region.smallest && slopeAt(slicing, result, region.smallest);
    return slope ? { ...region, slope } : region;
  });
  return { ...result, regions };
}

/** Undefined where the difference does not go with the amount from here on. */
function slopeAt(
  slicing: Slicing,
  result: ResultDifference,
  example: ComparedCase,
): RegionSlope | undefined {
  const main = mainAmount(slicedInputs(slicing, result), example);
  if (!main) return undefined;
  const piece = pieceAt(slicing, { ...example, input: main.input.id, result }, main.value);
  const { difference } = piece ?? {};
  if (!piece || !difference || difference.slope.numerator === 0n) return undefined;
  const { slope, low, high } = difference;
  const { from, to } = piece;
  return {
    ...{ input: main.input.id, name: main.input.name, from, to, slope },
    isGrowing: slope.numerator > 0n === difference.last.numerator > 0n,
    isRounded: compare(low, high) !== 0,
  };
}

/** The largest sum of money that the case names; the first of several. */
function mainAmount(
  inputs: readonly InputDeclaration[],
  { facts }: ComparedCase,
): { readonly input: InputDeclaration; readonly value: Rational } | undefined {
  const given = inputs.flatMap((input) => {
    const value = facts.inputs.get(input.id);
    const isSum = input.type.kind === 'money' && value !== undefined && value !== null;
    return isSum && isNumber(value) && value.numerator !== 0n ? [{ input, value }] : [];
  });
  const [first, ...others] = given;
  return others.reduce(
    (best, each) => (best && compare(each.value, best.value) > 0 ? each : best),
    first,
  );
}
