import type { Rational } from '@tiaoli/base';
import { compare, rational } from '@tiaoli/base';
import type { Facts, State } from '@tiaoli/interpreter';
import type { InputDeclaration, ReferenceData, ValueType, WorkingDays } from '@tiaoli/ir';
import { indexModule, isNumeric } from '@tiaoli/ir';
import type { OpenSlice, RegionSession } from '@tiaoli/regions';
import { openSessionWith, openSlice, piecesOf, referenceOf } from '@tiaoli/regions';
import type { Behaviour, Cause, OpenReason } from './behaviour.ts';
import type { ComparedResult } from './compared-results.ts';
import { readBy, resultPairs } from './compared-results.ts';
import { causesOfBend } from './slice-causes.ts';
import { pieceReader } from './slice-pieces.ts';

/** Two programs, ready to be asked how a result goes with one fact. Opening takes longest: keep it for the next slice. */
export interface Slicing {
  readonly session: RegionSession;
  /** What cases are settled with beside their facts. */
  readonly reference: ReferenceData;
  readonly pairs: readonly ComparedResult[];
}

/** The programs as `compareBehaviour` gives them back. */
export function openSlicing(
  { before, after }: Pick<Behaviour, 'before' | 'after'>,
  workingDays?: WorkingDays,
): Slicing {
  const session = openSessionWith({ workingDays }, before, after);
  const reference = referenceOf(session);
  return { session, reference, pairs: resultPairs(before, after, reference).pairs };
}

/** Which result goes with which fact, everything else as in a case. */
export interface SliceQuestion {
  readonly facts: Facts;
  readonly state: State;
  /** `InputDeclaration.id` of a number that the result reads. */
  readonly input: string;
  /** `key` tells results of one name apart. */
  readonly result: {
    readonly name: string;
    readonly kind: 'result' | 'state';
    readonly key?: string;
  };
  /** In the unit of the fact; as declared where they are absent. */
  readonly low?: Rational;
  readonly high?: Rational;
}

/** A result on both sides while one fact moves: every piece, exactly. */
export interface Slice {
  readonly input: InputDeclaration;
  /** Of the result. */
  readonly type: ValueType;
  /** In ascending order, without gaps. */
  readonly pieces: readonly SlicePiece[];
  readonly breaks: readonly SliceBreak[];
}

/** Both ends included, in the unit of the fact. */
export interface SlicePiece {
  readonly from: Rational;
  readonly to: Rational;
  readonly before: SlicePart;
  readonly after: SlicePart;
  /** after − before, where both have a value. */
  readonly difference?: SliceLine;
}

/** `refused`: an invariant of either side does not take such a case. */
export type SlicePart =
  | SliceLine
  | { readonly kind: 'missing' | 'not-applicable' | 'refused' }
  | { readonly kind: 'undecided'; readonly reason: OpenReason };

/** `first + slope × (x − from)`, from which rounding moves a value by `low` to `high` (within a few fen). */
export interface SliceLine {
  readonly kind: 'line';
  /** Exactly, at both ends of the piece: settled by the interpreter. */
  readonly first: Rational;
  readonly last: Rational;
  /** By how much it grows with one more of the fact, in their units. */
  readonly slope: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

/** Where a piece ends and the next one begins. */
export interface SliceBreak {
  /** Where the later piece begins. */
  readonly at: Rational;
  /** The rules that bend there, of each side. */
  readonly before?: Cause;
  readonly after?: Cause;
}

/** Amounts, counts and rates that a result reads on either side. */
export function slicedInputs(
  { pairs }: Slicing,
  result: SliceQuestion['result'],
): readonly InputDeclaration[] {
  const pair = pairOf(pairs, result);
  if (!pair) return [];
  const found = [pair.before, pair.after].flatMap((reading) => {
    const { inputs } = indexModule(reading.side.program);
    return [...readBy(reading).inputs].flatMap((id) => inputs.get(id) ?? []);
  });
  const usable = found.filter(
    ({ type, spells, optional }) => isNumeric(type) && type.kind !== 'date' && !spells && !optional,
  );
  return [...new Map(usable.map((each) => [each.id, each])).values()];
}

/**
 * The pieces of a result over one fact, the other facts and the state as in a case; the ends of each piece are settled by
 * the interpreter. Undefined where there is no such result, where the fact is no number, and where the range is empty or
 * has no end.
 */
export function sliceOf(slicing: Slicing, asked: SliceQuestion): Slice | undefined {
  const opened = openAsked(slicing, asked);
  if (!opened) return undefined;
  const { pair, input, open, found } = opened;
  return {
    ...{ input, type: pair.type },
    pieces: found.map(pieceReader(pair, asked, open)),
    breaks: found.slice(1).map((piece, at) => ({
      at: rational(piece.from, open.scale),
      ...causesOfBend(slicing.session, open, [found[at] ?? piece, piece]),
    })),
  };
}

/** Of the pieces that `sliceOf` gives the first one that holds a value of the fact: no other is settled. */
export function pieceAt(
  slicing: Slicing,
  asked: SliceQuestion,
  value: Rational,
): SlicePiece | undefined {
  const opened = openAsked(slicing, asked);
  if (!opened) return undefined;
  const { pair, open, found } = opened;
  const piece = found.find(
    ({ from, to }) =>
      compare(rational(from, open.scale), value) <= 0 &&
      compare(value, rational(to, open.scale)) <= 0,
  );
  return piece && pieceReader(pair, asked, open)(piece);
}

function openAsked(slicing: Slicing, asked: SliceQuestion) {
  const { session, pairs } = slicing;
  const pair = pairOf(pairs, asked.result);
  const input = slicedInputs(slicing, asked.result).find(({ id }) => id === asked.input);
  if (!pair || !input || !isNumeric(pair.type)) return undefined;
  const open = openSlice(session, [pair.before, pair.after], asked, asked.input);
  const within = open && rangeOf(open, asked);
  return open && within && { pair, input, open, found: piecesOf(open, within) };
}

function pairOf(
  pairs: readonly ComparedResult[],
  { name, kind, key }: SliceQuestion['result'],
): ComparedResult | undefined {
  return pairs.find(
    (each) => each.name === name && each.kind === kind && (key === undefined || each.key === key),
  );
}

function rangeOf({ low, high, scale }: OpenSlice, asked: SliceQuestion) {
  const least = asked.low ? floorOf(asked.low, scale) : low;
  const most = asked.high ? floorOf(asked.high, scale) : high;
  if (least === undefined || most === undefined) return undefined;
  const from = low !== undefined && low > least ? low : least;
  const to = high !== undefined && high < most ? high : most;
  return from > to ? undefined : { from, to };
}

function floorOf({ numerator, denominator }: Rational, scale: bigint): bigint {
  return (numerator * scale) / denominator;
}
