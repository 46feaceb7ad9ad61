/** Random choices that depend on nothing but the seed. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Between `least` and `most` of the items, each at most once, in the order given. */
  some<Item>(items: readonly Item[], least: number, most: number): readonly Item[];
}

export function createDraw(seed: number): Draw {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  // mulberry32: 32 bits of state are enough for ten thousand small documents.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  next();
  const integer = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('nothing to pick from');
    return items[integer(0, items.length - 1)] as Item;
  };
  return {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick,
    some: (items, least, most) => {
      const wanted = Math.min(items.length, integer(least, most));
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(integer(0, items.length - 1));
      return items.filter((_, index) => chosen.has(index));
    },
  };
}
