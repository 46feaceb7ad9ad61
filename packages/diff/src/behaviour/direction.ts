import type { Rational } from '@tiaoli/base';
import type { DifferenceState } from './behaviour.ts';
import { isSame } from './behaviour.ts';

/** Which way a result goes: `unknown` where nothing bounds it. */
export type Direction = 'more' | 'less' | 'both' | 'none' | 'unknown';

export function directionOf({
  state,
  low,
  high,
}: {
  readonly state: DifferenceState;
  readonly low?: Rational | undefined;
  readonly high?: Rational | undefined;
}): Direction {
  if (isSame(state)) return 'none';
  if (!low || !high) return 'unknown';
  const [falls, rises] = [low.numerator < 0n, high.numerator > 0n];
  if (falls && rises) return 'both';
  if (rises) return 'more';
  return falls ? 'less' : 'none';
}
