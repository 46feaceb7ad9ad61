import type { Program } from '@tiaoli/ir';
import { referencesOf } from '@tiaoli/ir';

/**
 * The definitions whose value rests on accumulators that an earlier claim left unknown.
 *
 * A claim that lacks a fact writes no accumulator. Settling the next one on the old value would give a wrong amount
 * that looks right, so everything behind it counts as missing until the earlier claim is complete.
 *
 * @param unknown  names of accumulators; definitions of `program` stand in evaluation order
 */
export function uncertainDefinitions(
  program: Program,
  unknown: ReadonlySet<string>,
): ReadonlySet<string> {
  const uncertain = new Set<string>();
  if (unknown.size === 0) return uncertain;
  const ids = new Set(
    program.accumulators.filter(({ name }) => unknown.has(name)).map(({ id }) => id),
  );
  for (const { id, body } of program.definitions) {
    const { accumulators, definitions } = referencesOf(body);
    const rests =
      [...accumulators].some((each) => ids.has(each)) ||
      [...definitions].some((each) => uncertain.has(each));
    if (rests) uncertain.add(id);
  }
  return uncertain;
}
