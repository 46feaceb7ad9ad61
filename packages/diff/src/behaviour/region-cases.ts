import { compare, negate } from '@tiaoli/base';
import type { ComparedCase, Region } from './behaviour.ts';

/** Every case of a region: at the ends of the difference, then the smallest that is noticed. */
export function casesOf({
  examples,
  smallest,
}: Pick<Region, 'examples' | 'smallest'>): readonly ComparedCase[] {
  return smallest ? [...examples, smallest] : examples;
}

/** The place among the examples of the end that is further from nothing: the lower end comes first. */
export function furthestAt({
  examples,
  low,
  high,
}: Pick<Region, 'examples' | 'low' | 'high'>): number {
  const isLower = low && high && compare(negate(low), high) > 0;
  return isLower ? 0 : Math.max(0, examples.length - 1);
}

export function furthestExample(region: Region): ComparedCase | undefined {
  return region.examples[furthestAt(region)];
}
