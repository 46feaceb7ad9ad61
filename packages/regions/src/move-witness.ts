import type { ModuleIndex } from '@tiaoli/ir';
import type { End } from './bounds-of.ts';
import type { FixedFacts } from './claim.ts';
import type { ComparedReading, Comparison } from './compare-readings.ts';
import type { Witness } from './find-witness.ts';
import { withFixed } from './witness.ts';

/** The facts of another part, as the programs of the sides declare them. */
export interface OtherPart {
  readonly fixed: FixedFacts;
  readonly indexes: readonly ModuleIndex[];
}

/**
 * What was found in one part, said of another in which both sides are the same terms: the same amounts do the same there,
 * and a case has the facts of its own part.
 */
export function moveCompared(compared: ComparedReading, part: OtherPart): ComparedReading {
  const { comparison, applicability, oneSided } = compared;
  return {
    ...compared,
    comparison: moveComparison(comparison, part),
    ...(applicability && { applicability: moveWitness(applicability, part) }),
    ...(oneSided && { oneSided: moveWitness(oneSided, part) }),
  };
}

function moveComparison(comparison: Comparison, part: OtherPart): Comparison {
  switch (comparison.kind) {
    case 'changed':
      return { ...comparison, witness: moveWitness(comparison.witness, part) };
    case 'rounding':
    case 'changed-exact':
    case 'changed-bounded': {
      const { low, high } = comparison;
      return { ...comparison, low: moveEnd(low, part), high: moveEnd(high, part) };
    }
    default:
      return comparison;
  }
}

function moveEnd(end: End, part: OtherPart): End {
  const { attained } = end;
  if (!attained) return end;
  return { ...end, attained: { ...attained, witness: moveWitness(attained.witness, part) } };
}

function moveWitness(witness: Witness, { fixed, indexes }: OtherPart): Witness {
  const move = <T extends Witness['cases'][number]>(each: T): T => ({
    ...each,
    facts: withFixed(each.facts, fixed, indexes),
  });
  return {
    ...move(witness),
    cases: witness.cases.map(move),
    history: witness.history.map(move),
  };
}
