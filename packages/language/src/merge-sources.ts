import { diffArrays } from 'diff';

/** Texts that differ in more lines than this are not worth merging, and would take long to compare. */
const MOST_EDITS = 4000;

/** Lines of the base that one side replaced, as a half-open range, and by what. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * Both changes of one text, line by line: what only one side changed is as that side has it.
 *
 * @returns undefined where both changed the same lines, or lines that touch, in different ways: a person must choose.
 */
export function mergeSources(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const lines = linesOf(base);
  const own = changesOf(lines, linesOf(mine));
  const other = changesOf(lines, linesOf(theirs));
  if (!own || !other) return undefined;
  const changes = merged(own, other);
  return changes && applied(lines, changes).join('');
}

/** Each line with its end, so that a missing or another end of a line is a change too. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesOf(
  base: readonly string[],
  changed: readonly string[],
): readonly Change[] | undefined {
  const parts = diffArrays([...base], [...changed], { maxEditLength: MOST_EDITS });
  if (!parts) return undefined;
  const changes: { from: number; to: number; lines: readonly string[] }[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    const last = changes.at(-1);
    const change = added || removed ? { from: at, to: at, lines: [] } : undefined;
    // What is removed and what is added in its place come one after the other.
    const open = last?.to === at ? last : change;
    if (change && open && open !== last) changes.push(open);
    if (removed) at += value.length;
    if (removed && open) open.to = at;
    if (added && open) open.lines = [...open.lines, ...value];
    if (!change) at += value.length;
  }
  return changes;
}

/** All changes in their order, those that both sides made once; undefined where two are at odds. */
function merged(own: readonly Change[], other: readonly Change[]): readonly Change[] | undefined {
  const changes: Change[] = [];
  const all = [...own, ...other].sort(
    (left, right) => left.from - right.from || left.to - right.to,
  );
  for (const change of all) {
    const last = changes.at(-1);
    if (last && isSame(last, change)) continue;
    if (last && change.from <= last.to) return undefined;
    changes.push(change);
  }
  return changes;
}

function isSame(left: Change, right: Change): boolean {
  return (
    left.from === right.from && left.to === right.to && left.lines.join('') === right.lines.join('')
  );
}

function applied(lines: readonly string[], changes: readonly Change[]): readonly string[] {
  const result: string[] = [];
  let at = 0;
  for (const { from, to, lines: put } of changes) {
    result.push(...lines.slice(at, from), ...put);
    at = to;
  }
  return [...result, ...lines.slice(at)];
}
