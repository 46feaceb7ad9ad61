import type { RegionSession, WitnessOptions } from '@tiaoli/regions';
import type { DifferenceState, ResultDifference } from './behaviour.ts';
import { isSame } from './behaviour.ts';
import type { ComparedResult } from './compared-results.ts';
import { findSequence } from './find-sequence.ts';

/**
 * Where no result of any single claim is another, what a claim leaves behind shows in later ones alone: with claims one
 * after the other that show it. They are looked for also where it is undecided what is left behind.
 */
export function withSequences(
  session: RegionSession,
  pairs: readonly ComparedResult[],
  found: readonly ResultDifference[],
  options: Pick<WitnessOptions, 'usualDays'>,
): readonly ResultDifference[] {
  const isQuiet = found.every(({ kind, state }) => kind === 'state' || isSame(state));
  if (!isQuiet) return found;
  return found.map((each, at) => {
    const pair = pairs[at];
    if (!pair || isSame(each.state)) return each;
    const examples = each.regions.flatMap((region) => region.examples.map(({ facts }) => facts));
    const sequence = findSequence(session, pair, { results: pairs, examples }, options);
    const isMoved = moves.has(each.state);
    return { ...each, ...(isMoved && { onlyLater: true }), ...(sequence && { sequence }) };
  });
}

const moves: ReadonlySet<DifferenceState> = new Set([
  'rounding',
  'changed-exact',
  'changed-bounded',
  'applicability',
  'one-sided',
]);
