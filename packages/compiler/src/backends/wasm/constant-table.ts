import { word } from './columns.ts';
import type { Emission } from './emission.ts';
import { newRegion } from './emission.ts';
import type { Node } from './node.ts';
import { int } from './node.ts';
import { intArithmetic, wrap } from './operators.ts';

/** The number at `index` of a table that lies in memory. */
export function tableCell(numbers: readonly bigint[], index: Node, emission: Emission): Node {
  const isSame = (content: readonly bigint[]): boolean =>
    content.length === numbers.length && content.every((each, at) => each === numbers[at]);
  const region =
    emission.regions.find(({ content }) => content && isSame(content)) ??
    newRegion(emission, numbers.length * 8, numbers);
  return word(region, 0, intArithmetic.shiftLeft(wrap(index), int(3)));
}
