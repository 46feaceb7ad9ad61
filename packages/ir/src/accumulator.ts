import type { Accumulator } from './definition.ts';

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
