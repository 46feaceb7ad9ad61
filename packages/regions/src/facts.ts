import type { Rational } from '@tiaoli/base';
import { floor, negate, parseRational, rational } from '@tiaoli/base';
import type { InputDeclaration, ValueType } from '@tiaoli/ir';
import type { Bounds } from './integers.ts';
import { bounds } from './integers.ts';

/** Decimals that a fact is taken to have at most: those that calculators hold. */
export function scaleOfFact({ type, places }: InputDeclaration): bigint {
  const isRate = type.kind === 'rate' || type.kind === 'decimal';
  return isRate && places !== undefined ? 10n ** BigInt(places) : scaleOfType(type);
}

export function scaleOfType({ kind }: ValueType): bigint {
  switch (kind) {
    case 'rate':
    case 'decimal':
    case 'unit-price':
      return 10n ** 4n;
    default:
      return 1n;
  }
}

/** The integers `value × scale` for values between two rationals. */
export function scaledBounds(
  low: Rational | undefined,
  high: Rational | undefined,
  scale: bigint,
): Bounds {
  const times = (value: Rational): Rational => rational(value.numerator * scale, value.denominator);
  return bounds(low && -floor(negate(times(low))), high && floor(times(high)));
}

/** Days that a date may be when nothing is declared: those of `YYYY-MM-DD`. */
const anyDay: Bounds = { low: -719_528n, high: 2_932_896n };

/** What the declaration of a number allows, times `scale`; dates without one are any that can be written. */
export function declaredBounds(input: InputDeclaration, scale: bigint): Bounds {
  const low = input.low === undefined ? undefined : parseRational(input.low);
  const high = input.high === undefined ? undefined : parseRational(input.high);
  const declared = scaledBounds(low, high, scale);
  return input.type.kind === 'date' ? { ...anyDay, ...declared } : declared;
}
