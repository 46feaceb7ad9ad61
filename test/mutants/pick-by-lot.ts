import { randomSource } from '../conformance/random-source.ts';

/** So many of them by chance, in the order in which they came. */
export function pickByLot<T>(items: readonly T[], seed: number, many: number): readonly T[] {
  const { below } = randomSource(seed);
  const drawn = items.map((_, at) => ({ at, lot: below(1_000_000_000) }));
  const chosen = drawn.toSorted((left, right) => left.lot - right.lot).slice(0, many);
  const places = new Set(chosen.map(({ at }) => at));
  return items.filter((_, at) => places.has(at));
}
