import { diffArrays } from 'diff';

interface Change {
  /** Lines of the base from here to before there are replaced by `lines`. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * The text with both changes of `base`; undefined where they overlap or touch, which a person has to decide. What both
 * changed alike is no conflict.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  const lines = linesOf(base);
  const left = changesOf(lines, linesOf(mine));
  const right = changesOf(lines, linesOf(theirs));
  const own = left.filter((each) => !right.some((other) => isSame(each, other)));
  if (own.some((each) => right.some((other) => touches(each, other)))) return undefined;
  const all = [...own, ...right].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: string[] = [];
  let done = 0;
  for (const change of all) {
    merged.push(...lines.slice(done, change.start), ...change.lines);
    done = change.end;
  }
  return [...merged, ...lines.slice(done)].join('');
}

/** With their ends, so that joining them gives the text. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function changesOf(base: readonly string[], other: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  let open: { start: number; end: number; lines: string[] } | undefined;
  for (const { added, removed, value } of diffArrays([...base], [...other])) {
    if (!added && !removed) {
      if (open) changes.push(open);
      open = undefined;
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, lines: [] };
    if (added) open.lines.push(...value);
    else {
      at += value.length;
      open.end = at;
    }
  }
  return open ? [...changes, open] : changes;
}

function isSame(left: Change, right: Change): boolean {
  return (
    left.start === right.start &&
    left.end === right.end &&
    left.lines.length === right.lines.length &&
    left.lines.every((line, index) => line === right.lines[index])
  );
}

function touches(left: Change, right: Change): boolean {
  return left.start <= right.end && right.start <= left.end;
}
