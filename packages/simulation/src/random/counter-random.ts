/**
 * Random numbers that are a function of (seed, version, subject, stream, k): no state is shared, so any person can be drawn
 * again alone, threads do not matter, and a new stream moves no other.
 */

/** What a number is drawn for; the order is part of the version of the generator. */
export const streams = [
  'cells',
  'ages',
  'households',
  'shuffle',
  'income',
  'category',
  'frailty',
  'disease',
  'inpatient',
  'outpatient',
  'chronic',
  'pharmacy',
] as const;
export type Stream = (typeof streams)[number];

/** Murmur's finaliser: a bijection of 32 bits. */
export function mix32(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Undoes `mix32`. */
export function unmix32(value: number): number {
  let h = value >>> 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x7ed1b41d);
  h ^= (h >>> 13) ^ (h >>> 26);
  h = Math.imul(h, 0xa5cb9243);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The two halves of a key that each number is drawn from. */
export interface RandomKey {
  readonly a: number;
  readonly b: number;
}

/** The key of a population. `seed` is a safe integer, not below zero. */
export function populationKey(seed: number, version: number): RandomKey {
  const low = seed >>> 0;
  const high = Math.floor(seed / 0x100000000) >>> 0;
  const a = mix32(low ^ mix32(high ^ 0x9e3779b9));
  return { a: mix32(a ^ Math.imul(version, 0x85ebca77)), b: mix32(a + 0x6a09e667 + version) };
}

/** Draws for one subject (a person, a household, a slot) and one stream. */
export interface Draws {
  /** The k-th number, above 0 and below 1, of 52 bits. */
  readonly at: (k: number) => number;
}

/** `subject` is an integer of up to 53 bits. */
export function drawsFor(key: RandomKey, subject: number, stream: Stream): Draws {
  const low = subject >>> 0;
  const high = Math.floor(subject / 0x100000000) >>> 0;
  const code = Math.imul(streams.indexOf(stream) + 1, 0x9e3779b1);
  const a = mix32(mix32(key.a ^ mix32(low ^ code)) + high);
  const b = mix32(mix32(key.b + mix32(low + code)) ^ Math.imul(high + 1, 0xc2b2ae3d));
  return {
    at: (k) => {
      const counter = Math.imul(k + 1, 0x9e3779b9);
      const upper = mix32(a ^ mix32(counter + b));
      const lower = mix32(b ^ mix32(counter ^ a) ^ 0x3c6ef372);
      return ((upper >>> 6) * 67108864 + (lower >>> 6) + 0.5) / 4503599627370496;
    },
  };
}
