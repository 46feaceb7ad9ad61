import { WEIGHT_UNIT } from '../table/columns.ts';

/** A sum over so many units as a decimal text with so many places, rounded half away from zero. */
export function decimalText(sum: bigint, units: bigint, places: number): string {
  const scale = 10n ** BigInt(places);
  const sign = sum < 0n ? -1n : 1n;
  const held = (2n * sum * sign * scale + units) / (2n * units);
  const digits = String(held).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return sign < 0n && held !== 0n ? `-${text}` : text;
}

/** A sum of weighted fen as yuan. */
export function yuanText(sum: bigint): string {
  return decimalText(sum, BigInt(WEIGHT_UNIT) * 100n, 2);
}

/** A sum of weights as people. */
export function peopleText(sum: bigint): string {
  return decimalText(sum, BigInt(WEIGHT_UNIT), 1);
}
