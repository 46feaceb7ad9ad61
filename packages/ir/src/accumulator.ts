import type { Accumulator } from './definition.ts';
import type { Expr } from './expr.ts';

/**
 * True when the accumulator is 不适用 before its first claim of a period; else it is zero there.
 *
 * So a reference to it is optional. 最近 has no zero, and neither have dates, texts and enumerations.
 */
export function startsAbsent({ latest, type }: Pick<Accumulator, 'latest' | 'type'>): boolean {
  if (latest === true) return true;
  switch (type.kind) {
    case 'money':
    case 'unit-price':
    case 'rate':
    case 'integer':
    case 'decimal':
      return false;
    default:
      return true;
  }
}

/** Ids of all definitions that give a value of the accumulator after the claim, its own key's first. */
export function nextDefinitions({
  next,
  writes = [],
}: Pick<Accumulator, 'next' | 'writes'>): readonly string[] {
  return [next, ...writes.map((write) => write.next)];
}

/** The expressions that tell under which keys, and for which visit, the claim writes; dates apart. */
export function placesWritten({
  by,
  instance,
  writes = [],
}: Pick<Accumulator, 'by' | 'instance' | 'writes'>): readonly Expr[] {
  return [...by, ...(instance ? [instance] : []), ...writes.flatMap(({ keys }) => keys)];
}
