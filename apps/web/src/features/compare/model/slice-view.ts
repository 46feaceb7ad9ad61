import type { LineAnswer, PartAnswer, PieceAnswer, ShownSlice } from '../slice-answers.ts';

// Numbers of a picture: what is read stands in the table, as exact text.

/** The stretch of the fact that is shown, in its unit. */
export interface SliceWindow {
  readonly from: number;
  readonly to: number;
}

export type Point = readonly [x: number, y: number];

/** Ends of the stretch that can be chosen: round amounts beyond the case, then the whole domain. */
export function windowEnds({ pieces, at }: Pick<ShownSlice, 'pieces' | 'at'>): readonly number[] {
  const [low, high] = [Number(pieces[0]?.from ?? 0), Number(pieces.at(-1)?.to ?? 0)];
  const least = Math.max(Number(at) * 1.25, low + 1);
  const powers = Array.from({ length: 10 }, (_, power) => 10 ** power);
  const round = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const between = round.filter((end) => end >= least && end < high);
  return [...new Set([...between.slice(0, 6), high])];
}

/** The lines of one curve within the window, broken where it has no value. */
export function curveOf(
  pieces: readonly PieceAnswer[],
  part: (piece: PieceAnswer) => PartAnswer | LineAnswer | undefined,
  { from, to }: SliceWindow,
): readonly (readonly Point[])[] {
  return pieces.flatMap((piece): readonly (readonly Point[])[] => {
    const line = part(piece);
    const [start, end] = [Number(piece.from), Number(piece.to)];
    if (!line || !('first' in line) || end < from || start > to) return [];
    const [first, last] = [Number(line.first), Number(line.last)];
    const valueAt = (x: number): number =>
      end === start ? first : first + ((last - first) * (x - start)) / (end - start);
    const [left, right] = [Math.max(start, from), Math.min(end, to)];
    return [
      [
        [left, valueAt(left)],
        [right, valueAt(right)],
      ],
    ];
  });
}

/** The pieces of which something lies in the window. */
export function piecesIn(
  pieces: readonly PieceAnswer[],
  { from, to }: SliceWindow,
): readonly PieceAnswer[] {
  return pieces.filter((piece) => Number(piece.to) >= from && Number(piece.from) <= to);
}

/** The least and the greatest value of curves, nought included, never empty. */
export function rangeOf(curves: readonly (readonly Point[])[]): readonly [number, number] {
  const values = curves.flatMap((curve) => curve.map(([, y]) => y));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [low, low + 1] : [low, high];
}
