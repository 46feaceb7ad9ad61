import type { Rational } from '@tiaoli/base';
import { compare, rational } from '@tiaoli/base';
import type { End } from './bounds-of.ts';
import type { Claim } from './claim.ts';
import type { ComparedReading, Comparison } from './compare-readings.ts';
import { numbersCompared } from './compare-readings.ts';
import type { Witness } from './find-witness.ts';
import { findWitness } from './find-witness.ts';
import type { Part, Question } from './parts.ts';
import { optionsIn, sidesIn, wholePart } from './parts.ts';

interface PartCompared {
  readonly part: Part;
  readonly compared: ComparedReading;
}

/**
 * What is known of a whole where each of its parts is known: the widest bounds, and the first example of what they do not
 * have; with the part that tells most of it.
 */
export function joinCompared(question: Question, parts: readonly PartCompared[]): PartCompared {
  const [first] = parts;
  if (!first) return { part: wholePart, compared: { comparison: { kind: 'same-proved' } } };
  const firstOf = (key: 'applicability' | 'oneSided'): Witness | undefined =>
    parts.map(({ compared }) => compared[key]).find((each) => each);
  const [applicability, oneSided] = [firstOf('applicability'), firstOf('oneSided')];
  const comparison = joinComparisons(question, parts);
  const open = [...new Set(parts.flatMap(({ compared }) => compared.open ?? []))];
  const telling = parts.find(({ compared }) => isChange(compared.comparison)) ?? first;
  return {
    part: telling.part,
    compared: {
      comparison,
      ...(applicability && { applicability }),
      ...(oneSided && { oneSided }),
      ...(comparison.kind !== 'undecided' && open.length > 0 && { open }),
    },
  };
}

/** Numbers that differ, between bounds. */
export function isChange({ kind }: Comparison): boolean {
  return kind === 'changed-exact' || kind === 'changed-bounded';
}

function joinComparisons(question: Question, parts: readonly PartCompared[]): Comparison {
  const comparisons = parts.map(({ compared }) => compared.comparison);
  // A part with a difference that nobody knows leaves the whole open, whatever is known of the others.
  const open = comparisons.flatMap((each) => (each.kind === 'undecided' ? each.reasons : []));
  if (comparisons.some(({ kind }) => kind === 'undecided')) {
    return { kind: 'undecided', reasons: [...new Set(open)] };
  }
  const changed = comparisons.find(({ kind }) => kind === 'changed');
  if (changed) return changed;
  const lows = comparisons.map((each) => endOf(each, 'low'));
  const highs = comparisons.map((each) => endOf(each, 'high'));
  if (![...lows, ...highs].some((each) => each)) {
    const isSameForm = comparisons.every(({ kind }) => kind === 'same-form');
    return { kind: isSameForm ? 'same-form' : 'same-proved' };
  }
  const [low, high] = [farthest(lows, -1), farthest(highs, 1)].map((end) =>
    withExample(end, question, parts),
  );
  if (!low || !high) throw new Error('a difference has two ends');
  return numbersCompared(low, high, question.options);
}

/** An end at nothing that no part with a difference attains is that of the parts without one. */
function withExample(end: End, question: Question, parts: readonly PartCompared[]): End {
  if (end.proved?.numerator !== 0n || end.attained?.value.numerator === 0n) return end;
  const witness = findUnchanged(question, parts);
  return witness ? { ...end, attained: { value: rational(0n), witness }, reasons: [] } : end;
}

function findUnchanged(question: Question, parts: readonly PartCompared[]): Witness | undefined {
  for (const { part, compared } of parts) {
    if (!compared.comparison.kind.startsWith('same')) continue;
    const valued = sidesIn(question, part).map((of): Claim => ({ kind: 'valued', of }));
    const claim: Claim = { kind: 'all', parts: valued };
    const found = findWitness(question.session, claim, optionsIn(question, part));
    if (found.kind === 'found') return found.witness;
  }
  return undefined;
}

function endOf(comparison: Comparison, end: 'low' | 'high'): End | undefined {
  switch (comparison.kind) {
    case 'rounding':
    case 'changed-exact':
    case 'changed-bounded':
      return comparison[end];
    default:
      return undefined;
  }
}

/** The end that no part goes beyond; of parts without any the difference is nothing, and needs no example. */
function farthest(ends: readonly (End | undefined)[], sign: -1 | 1): End {
  const bounds = ends.map((end): Rational | undefined => (end ? end.proved : rational(0n)));
  const attained = ends.flatMap((end) => end?.attained ?? []);
  const [best] = attained.toSorted((left, right) => -sign * compare(left.value, right.value));
  const reasons = [...new Set(ends.flatMap((end) => end?.reasons ?? []))];
  const known = bounds.flatMap((each) => each ?? []);
  if (known.length < bounds.length) return { ...(best && { attained: best }), reasons };
  const proved = known.reduce((one, other) => (compare(one, other) * sign >= 0 ? one : other));
  const isExact = best !== undefined && compare(best.value, proved) === 0;
  return { proved, ...(best && { attained: best }), reasons: isExact ? [] : reasons };
}
