import type { RandomKey } from '../random/counter-random.ts';
import type { City } from './provinces.ts';

/** Changes with every change of what is drawn: a population names the version it was drawn by. */
export const GENERATOR_VERSION = 1;

/** The year of the claims: that of the targets. */
export const POPULATION_YEAR = 2025;

/**
 * One bucket of a population, generated and calibrated by itself: memory does not grow with the population, and buckets
 * can be made in any order, by any number of children.
 */
export interface Block {
  readonly key: RandomKey;
  readonly bucket: number;
  readonly buckets: number;
  readonly persons: number;
  readonly cities: readonly City[];
}

/** Active, retired, resident: what most rates go by. */
export const classNames = ['active', 'retired', 'resident'] as const;
export const ACTIVE = 0;
export const RETIRED = 1;
export const RESIDENT = 2;

/** A slot of a block before its person has an id: a subject of its own for random numbers. */
export function slotSubject({ bucket }: Block, slot: number): number {
  return bucket * 0x1000000 + slot;
}

/** The last of `diseases`. */
export const SEVERE = 3;
