/** Counts requests by whoever makes them, evenly over the time: nobody keeps others out for long. */
export interface RateLimit {
  /** 0 where there is room; else after how many seconds there is. */
  waitFor(key: string): number;
}

interface Bucket {
  left: number;
  /** In milliseconds, when `left` was right. */
  at: number;
}

/** Keys that are remembered; with more the oldest are forgotten, which lets them in. */
const MOST_KEYS = 10_000;

export function createRateLimit(mostPerMinute: number, clock: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMilli = mostPerMinute / 60_000;
  return {
    waitFor: (key) => {
      const now = clock();
      const before = buckets.get(key) ?? { left: mostPerMinute, at: now };
      const left = Math.min(mostPerMinute, before.left + (now - before.at) * perMilli);
      const enough = left >= 1;
      // Last in the order of the map: the first is the one that was not heard of for longest.
      buckets.delete(key);
      buckets.set(key, { left: enough ? left - 1 : left, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_KEYS && oldest !== undefined) buckets.delete(oldest);
      return enough ? 0 : Math.ceil((1 - left) / perMilli / 1000);
    },
  };
}
