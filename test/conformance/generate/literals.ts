import { textOfDay } from '../reference/calendar.ts';
import type { Fraction } from '../reference/fraction.ts';
import { fraction } from '../reference/fraction.ts';
import type { Version, Written } from '../reference/model.ts';
import type { Composer } from './composer.ts';
import { changeDays, firstDay } from './composer.ts';

/** An amount in yuan, at times in 万元. */
export function moneyText(fen: bigint, { draw }: Pick<Composer, 'draw'>): string {
  if (fen >= 100_000n && fen % 10_000n === 0n && draw.chance(50)) {
    return `${decimalText(fen, 6)}万元`;
  }
  return `${decimalText(fen, 2)}元`;
}

/** `value ÷ 10^places` without needless zeros. */
export function decimalText(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0');
  const [whole, rest] = [digits.slice(0, -places), digits.slice(-places).replace(/0+$/, '')];
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** A rate given in hundredths of a percent. */
export function percentText(basisPoints: number): string {
  return `${decimalText(BigInt(basisPoints), 2)}%`;
}

export function constant<Value>(text: string, value: Value): Written<Value> {
  return { text, read: () => value };
}

/** A literal amount; every one of them is a breakpoint. */
export function moneyLiteral(composer: Composer, fen: bigint): Written<Fraction> {
  composer.breakpoints.add(fen);
  return constant(moneyText(fen, composer), fraction(fen));
}

export function rateLiteral(basisPoints: number): Written<Fraction> {
  return constant(percentText(basisPoints), fraction(basisPoints, 10_000));
}

/** One to three versions of something: without dates, or each with the day on which it begins. */
export function drawVersions<Value>(
  composer: Composer,
  percent: number,
  make: () => Value,
): readonly Version<Value>[] {
  const { draw } = composer;
  if (!draw.chance(percent)) return [{ value: make() }];
  composer.note('dated slot');
  const begins = draw.some(changeDays, 1, 2);
  return [{ from: firstDay, value: make() }, ...begins.map((from) => ({ from, value: make() }))];
}

/** `自 2024-01-01` and a space, or nothing. */
export function validityText({ from, to }: Pick<Version<unknown>, 'from' | 'to'>): string {
  if (from === undefined) return '';
  return `自 ${textOfDay(from)} ${to === undefined ? '' : `至 ${textOfDay(to)} `}`;
}

/** Between which amounts in yuan a drawn one lies. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** An amount in the range, mostly round. */
export function drawFen({ draw }: Composer, { low, high }: Range): bigint {
  const yuan = draw.integer(low, high);
  const unit = draw.pick([1, 10, 100, 500, 1000].filter((each) => each <= yuan).concat(1));
  const whole = BigInt(Math.floor(yuan / unit) * unit) * 100n;
  return draw.chance(12) ? whole + BigInt(draw.integer(1, 99)) : whole;
}
