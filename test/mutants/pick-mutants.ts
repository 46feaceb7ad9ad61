import { randomSource } from '../conformance/random-source.ts';
import type { Mutant } from './edit-text.ts';

/** So many of them by chance, in the order in which they came. */
export function pickMutants(
  mutants: readonly Mutant[],
  seed: number,
  many: number,
): readonly Mutant[] {
  const { below } = randomSource(seed);
  const drawn = mutants.map((_, at) => ({ at, lot: below(1_000_000_000) }));
  const chosen = drawn.toSorted((left, right) => left.lot - right.lot).slice(0, many);
  const places = new Set(chosen.map(({ at }) => at));
  return mutants.filter((_, at) => places.has(at));
}
