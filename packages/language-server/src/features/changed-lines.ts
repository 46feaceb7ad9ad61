import type { TextEdit } from 'vscode-languageserver';
import type { DifferingLines } from '../protocol.ts';

/** Beyond this number of pairs of lines the stretch between the first and the last change is replaced as a whole. */
const MOST_PAIRS = 4_000_000;

/**
 * Edits that turn `before` into `after`: whole lines, as few as a longest common subsequence leaves. A file keeps its
 * markers and cursors on every line that did not change.
 */
export function changedLines(before: string, after: string): TextEdit[] {
  const old = before.split('\n');
  return hunksBetween(old, after.split('\n')).map((hunk) => editOf(hunk, old));
}

/** Stretches of `after` that `before` does not have, and places where lines of `before` went. */
export function differingLines(before: string, after: string): readonly DifferingLines[] {
  let moved = 0;
  return hunksBetween(before.split('\n'), after.split('\n')).map(({ from, to, lines }) => {
    const start = from + moved;
    moved += lines.length - (to - from);
    const kind = lines.length === 0 ? 'removed' : from === to ? 'added' : 'changed';
    return { kind, from: start, to: start + lines.length };
  });
}

function hunksBetween(old: readonly string[], next: readonly string[]): readonly Hunk[] {
  let head = 0;
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, next.length) - head;
  while (tail < most && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  const oldMiddle = old.slice(head, old.length - tail);
  const nextMiddle = next.slice(head, next.length - tail);
  return hunks(oldMiddle, nextMiddle).map(({ from, to, lines }) => ({
    from: from + head,
    to: to + head,
    lines,
  }));
}

/** Lines `from` to `to` (not included) become `lines`. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

function hunks(old: readonly string[], next: readonly string[]): readonly Hunk[] {
  if (old.length === 0 && next.length === 0) return [];
  if (old.length * next.length > MOST_PAIRS) return [{ from: 0, to: old.length, lines: next }];
  const found: Hunk[] = [];
  let at = 0;
  let nextAt = 0;
  for (const [line, nextLine] of [...commonLines(old, next), [old.length, next.length] as const]) {
    if (line > at || nextLine > nextAt) {
      found.push({ from: at, to: line, lines: next.slice(nextAt, nextLine) });
    }
    at = line + 1;
    nextAt = nextLine + 1;
  }
  return found;
}

/** Pairs of equal lines, ascending on both sides. */
function commonLines(
  old: readonly string[],
  next: readonly string[],
): readonly (readonly [number, number])[] {
  const width = next.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = next.length - 1; column >= 0; column -= 1) {
      const isSame = old[row] === next[column];
      lengths[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < old.length && column < next.length) {
    if (old[row] === next[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** Whole lines are replaced with their line ends; the last line of a text has none. */
function editOf({ from, to, lines }: Hunk, old: readonly string[]): TextEdit {
  const reachesEnd = to === old.length;
  const newText = lines.join('\n');
  if (!reachesEnd) {
    return {
      range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
      newText: lines.length === 0 ? '' : `${newText}\n`,
    };
  }
  const end = { line: old.length - 1, character: (old.at(-1) ?? '').length };
  if (from === 0) return { range: { start: { line: 0, character: 0 }, end }, newText };
  // The line end before the first changed line goes with it, or a line end would stay behind.
  const start = { line: from - 1, character: (old[from - 1] ?? '').length };
  return { range: { start, end }, newText: lines.length === 0 ? '' : `\n${newText}` };
}
