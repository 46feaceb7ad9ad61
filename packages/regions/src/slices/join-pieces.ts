import { add, compare, greatest, least } from '@tiaoli/base';
import type { Line } from './line.ts';
import { heightAt, isSameLine } from './line.ts';
import type { SlicedAmount, SlicedPiece } from './slice-amounts.ts';

/** Neighbours on the same lines are one piece; single places join the piece beside them whose lines they keep to. */
export function joinPieces(pieces: readonly SlicedPiece[]): readonly SlicedPiece[] {
  const joined: SlicedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const whole = last && joinTwo(last, piece);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(piece);
  }
  return joined.length < pieces.length ? joinPieces(joined) : joined;
}

function joinTwo(left: SlicedPiece, right: SlicedPiece): SlicedPiece | undefined {
  const before = joinAmounts([left, left.before], [right, right.before]);
  const after = joinAmounts([left, left.after], [right, right.after]);
  if (!before || !after) return undefined;
  const piece = { from: left.from, to: right.to, before, after };
  if (!left.difference && !right.difference) return piece;
  if (!left.difference || !right.difference) return undefined;
  const difference = joinLines([left, left.difference], [right, right.difference]);
  return difference && { ...piece, difference };
}

type Placed<T> = readonly [SlicedPiece, T];

function joinAmounts(
  [one, left]: Placed<SlicedAmount>,
  [other, right]: Placed<SlicedAmount>,
): SlicedAmount | undefined {
  if (left.kind === 'line' && right.kind === 'line') {
    const line = joinLines([one, left.line], [other, right.line]);
    return line && { kind: 'line', line };
  }
  if (left.kind !== right.kind) return undefined;
  const isAlike =
    left.kind !== 'undecided' || right.kind !== 'undecided' || left.reason === right.reason;
  return isAlike ? left : undefined;
}

function joinLines([one, left]: Placed<Line>, [other, right]: Placed<Line>): Line | undefined {
  if (isSameLine(left, right)) {
    return { ...left, low: least(left.low, right.low), high: greatest(left.high, right.high) };
  }
  if (keepsTo(left, right, other)) return left;
  return keepsTo(right, left, one) ? right : undefined;
}

/** Whether a single place lies on a line, within what rounding leaves of it. */
function keepsTo(line: Line, place: Line, { from, to }: SlicedPiece): boolean {
  if (from !== to) return false;
  const [value, height] = [heightAt(place, from), heightAt(line, from)];
  return compare(value, add(height, line.low)) >= 0 && compare(value, add(height, line.high)) <= 0;
}
