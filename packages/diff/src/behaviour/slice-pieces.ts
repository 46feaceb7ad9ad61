import type { Rational } from '@tiaoli/base';
import { add, compare, multiply, rational, subtract } from '@tiaoli/base';
import type { Facts, Outcome } from '@tiaoli/interpreter';
import { checkFacts, isNumber } from '@tiaoli/interpreter';
import type { Line, OpenSlice, SlicedAmount, SlicedPiece } from '@tiaoli/regions';
import type { ComparedReadings } from './compared-case.ts';
import { settlingOf } from './compared-case.ts';
import type { SliceLine, SlicePart, SlicePiece, SliceQuestion } from './slice-of.ts';

/** Gives a piece with its ends settled by the whole programs; what they do not confirm is said to be undecided. */
export function pieceReader(
  readings: ComparedReadings,
  asked: SliceQuestion,
  { scale }: OpenSlice,
): (piece: SlicedPiece) => SlicePiece {
  const { reference } = readings;
  const sides = {
    before: settlingOf(readings.before, reference),
    after: settlingOf(readings.after, reference),
  };
  const factsAt = (x: bigint): Facts => ({
    ...asked.facts,
    inputs: new Map([...asked.facts.inputs, [asked.input, rational(x, scale)] as const]),
  });
  const settled = (side: keyof typeof sides, x: bigint): Outcome =>
    sides[side](factsAt(x), asked.state);
  const isTaken = (x: bigint): boolean =>
    [readings.before, readings.after].every(
      ({ side: { program } }) => checkFacts(program, factsAt(x)).length === 0,
    );
  return (piece) => {
    const { from, to } = piece;
    const isRefused = piece.before.kind === 'refused';
    const isConfirmed = [from, to].every((x) => isTaken(x) !== isRefused);
    const part = (side: keyof typeof sides): SlicePart => {
      if (!isConfirmed) return refuted;
      if (isRefused) return { kind: 'refused' };
      return partOf(piece[side], piece, [settled(side, from), settled(side, to)], scale);
    };
    const [before, after] = [part('before'), part('after')];
    const { difference } = piece;
    const stretch = { from: rational(from, scale), to: rational(to, scale), before, after };
    if (before.kind !== 'line' || after.kind !== 'line' || !difference) return stretch;
    const first = subtract(after.first, before.first);
    const last = subtract(after.last, before.last);
    return { ...stretch, difference: toldLine(difference, first, last, scale) };
  };
}

function partOf(
  amount: SlicedAmount,
  { from, to }: SlicedPiece,
  [first, last]: readonly [Outcome, Outcome],
  scale: bigint,
): SlicePart {
  if (amount.kind === 'undecided') return amount;
  if (amount.kind !== 'line') {
    const isConfirmed = [first, last].every(({ status }) => status === amount.kind);
    return isConfirmed ? amount : refuted;
  }
  const { line } = amount;
  const [low, high] = [valueIn(line, first, from), valueIn(line, last, to)];
  return low && high ? toldLine(line, low, high, scale) : refuted;
}

const refuted = { kind: 'undecided', reason: 'contradicted' } as const;

/** The settled value where it keeps to the line. */
function valueIn(
  { slope, base, low, high }: Line,
  outcome: Outcome,
  x: bigint,
): Rational | undefined {
  if (outcome.status !== 'value' || !isNumber(outcome.value)) return undefined;
  const off = subtract(outcome.value, add(multiply(slope, rational(x)), base));
  return compare(off, low) >= 0 && compare(off, high) <= 0 ? outcome.value : undefined;
}

function toldLine(
  { slope, low, high }: Line,
  first: Rational,
  last: Rational,
  scale: bigint,
): SliceLine {
  return { kind: 'line', first, last, slope: multiply(slope, rational(scale)), low, high };
}
