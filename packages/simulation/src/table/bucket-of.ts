import { mix32, unmix32 } from '../random/counter-random.ts';

const SALT = 0x9e3779b9;

/** What decides the bucket of a household, whatever the number of buckets is: 32 bits of its id. */
export function spreadOf(hid: number): number {
  const high = Math.floor(hid / 0x100000000) >>> 0;
  return mix32((hid ^ SALT ^ mix32(high)) >>> 0);
}

/**
 * The bucket of a household, so that whole households lie in one file: accounts are shared in them, and what is
 * catastrophic is a question about them.
 */
export function bucketOf(hid: number, buckets: number): number {
  return spreadOf(hid) % buckets;
}

/** The hid of the n-th household of a bucket: what `bucketOf` sends there. */
export function householdOf(bucket: number, buckets: number, n: number): number {
  return (unmix32(n * buckets + bucket) ^ SALT) >>> 0;
}

/** People of one household have ids in a row. */
export const PEOPLE_PER_HOUSEHOLD = 16;
/** Claims of one person have ids in a row. */
export const CLAIMS_PER_PERSON = 4096;
