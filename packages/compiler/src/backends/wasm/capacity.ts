/** How much of everything one call can take; memory is laid out for it. */
export interface Capacity {
  /** Claims: 4,096 to 32,768 keep a chunk in the caches of the processor. */
  readonly rows: number;
  /** People, in a fold. */
  readonly people: number;
  /** Records of each child entity, of all claims together. */
  readonly records: number;
  /** Stretches of days of each fact that changes by the day, of all claims together. */
  readonly spells: number;
  /** Values of each accumulator by key that one person can have. */
  readonly keys: number;
  /** Groups of which the sums are kept apart. */
  readonly groups: number;
  /** Ends of the stretches into which differences are sorted. */
  readonly edges: number;
}

export function capacityOf(given: Partial<Capacity> = {}): Capacity {
  const { rows = 16_384 } = given;
  return {
    rows,
    people: rows,
    records: rows * 8,
    spells: rows * 4,
    keys: 64,
    groups: 256,
    edges: 63,
    ...given,
  };
}
