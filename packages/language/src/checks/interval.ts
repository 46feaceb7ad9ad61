import type { Rational } from '@tiaoli/base';
import { compare } from '@tiaoli/base';
import type { Bound, Expression, Interval } from '../generated/ast.ts';

/** One end of a stretch, as written; `value` is known for literals. */
export interface End {
  readonly node: Expression;
  readonly value: Rational | undefined;
  readonly included: boolean;
}

/** A stretch of numbers as the words of its ends say (Civil Code art. 1259). */
export interface Stretch {
  readonly low?: End;
  readonly high?: End;
  /** `10万元至20万元`: neither end says whether it is included. */
  readonly ambiguous: boolean;
}

const lowWords: Readonly<Record<string, boolean>> = {
  above: false,
  higher_than: false,
  beyond: false,
  at_least: true,
  reaching: true,
  or_more: true,
};

const highWords: Readonly<Record<string, boolean>> = {
  not_above: true,
  or_less: true,
  within_bound: true,
  less_than: false,
  lower_than: false,
};

/** Reads an interval; undefined for a single value without words. */
export function stretchOf(
  { first, second, to }: Interval,
  readNumber: (node: Expression) => Rational | undefined,
): Stretch | undefined {
  if (!second && first.word === undefined) return undefined;
  const ends = second
    ? [endOf(first, 'low'), endOf(second, to ? 'high' : undefined)]
    : [endOf(first)];
  const low = ends.find(({ side }) => side === 'low');
  const high = ends.find(({ side }) => side === 'high');
  const ambiguous = second !== undefined && first.word === undefined;
  const read = ({ node, included }: Side): End => ({ node, included, value: readNumber(node) });
  return { ...(low && { low: read(low) }), ...(high && { high: read(high) }), ambiguous };
}

interface Side {
  readonly side: 'low' | 'high';
  readonly node: Expression;
  readonly included: boolean;
}

function endOf({ word, value }: Bound, plain: 'low' | 'high' = 'low'): Side {
  if (word !== undefined && word in lowWords) {
    return { side: 'low', node: value, included: lowWords[word] ?? true };
  }
  if (word !== undefined && word in highWords) {
    return { side: 'high', node: value, included: highWords[word] ?? true };
  }
  return { side: plain, node: value, included: true };
}

export type Contact = 'gap' | 'overlap' | 'touch' | 'unknown';

/** How the end of one stretch and the beginning of the next lie to each other. */
export function contact(high: End | undefined, low: End | undefined): Contact {
  if (!high?.value || !low?.value) return high && low ? sameText(high, low) : 'overlap';
  const order = compare(high.value, low.value);
  if (order !== 0) return order < 0 ? 'gap' : 'overlap';
  if (high.included === low.included) return high.included ? 'overlap' : 'gap';
  return 'touch';
}

/** Limits that are parameters touch when they are the same text; else only binding can tell. */
function sameText(high: End, low: End): Contact {
  if (high.node.$cstNode?.text !== low.node.$cstNode?.text) return 'unknown';
  if (high.included === low.included) return high.included ? 'overlap' : 'gap';
  return 'touch';
}
