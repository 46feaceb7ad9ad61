/** How many people a population has. */
export const presets = { S: 10_000, M: 100_000, L: 1_000_000, XL: 10_000_000 } as const;
export type Preset = keyof typeof presets;

/** People of one bucket: enough to meet the targets by itself, few enough for the memory of a child. */
export const PEOPLE_PER_BUCKET = 50_000;

/** The people of each bucket. */
export function bucketSizes(persons: number, perBucket = PEOPLE_PER_BUCKET): readonly number[] {
  const buckets = Math.max(1, Math.ceil(persons / perBucket));
  const each = Math.floor(persons / buckets);
  return Array.from({ length: buckets }, (_, at) => each + (at < persons % buckets ? 1 : 0));
}
