import type { ClauseDeclaration } from '@tiaoli/ir';

/** A stretch of a source text: a clause, or what stands between clauses. */
export type SourceSegment =
  | { readonly kind: 'clause'; readonly clause: ClauseDeclaration; readonly body?: SourceStretch }
  | ({ readonly kind: 'text' } & SourceStretch);

/** From one offset to another, the last not included. */
export interface SourceStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of a text cut at the clauses that stand in it directly: nothing of the text is left out and nothing stands
 * twice. Stretches without a word are dropped.
 */
export function sourceSegments(
  text: string,
  { start, end }: SourceStretch,
  clauses: readonly ClauseDeclaration[],
): readonly SourceSegment[] {
  const segments: SourceSegment[] = [];
  let at = start;
  for (const clause of outermost(clauses, { start, end })) {
    segments.push(...wordsIn(text, at, clause.span.start.offset));
    const body = bodyOf(text, clause);
    segments.push({ kind: 'clause', clause, ...(body && { body }) });
    at = clause.span.end.offset;
  }
  return [...segments, ...wordsIn(text, at, end)];
}

function wordsIn(text: string, start: number, end: number): readonly SourceSegment[] {
  const isEmpty = /^[\s；;]*$/u.test(text.slice(start, end));
  return isEmpty ? [] : [{ kind: 'text', start, end }];
}

function outermost(
  clauses: readonly ClauseDeclaration[],
  { start, end }: SourceStretch,
): readonly ClauseDeclaration[] {
  const inside = clauses
    .filter(({ span }) => start <= span.start.offset && span.end.offset <= end)
    .toSorted(
      (left, right) =>
        left.span.start.offset - right.span.start.offset ||
        right.span.end.offset - left.span.end.offset,
    );
  let last = -1;
  return inside.filter(({ span }) => {
    if (span.start.offset < last) return false;
    last = span.end.offset;
    return true;
  });
}

/** Between the braces of a clause; undefined for one without. */
function bodyOf(text: string, { span }: ClauseDeclaration): SourceStretch | undefined {
  const heading = /^(?:"[^"]*"|“[^”]*”|「[^」]*」|[^{｛"“「])*/u.exec(
    text.slice(span.start.offset, span.end.offset),
  );
  const open = span.start.offset + (heading?.[0].length ?? 0);
  const close = Math.max(
    text.lastIndexOf('}', span.end.offset - 1),
    text.lastIndexOf('｝', span.end.offset - 1),
  );
  return open < close ? { start: open + 1, end: close } : undefined;
}

/** The lines of a stretch without the indentation that they share and without empty lines around them. */
export function dedented(text: string, { start, end }: SourceStretch): string {
  const lines = text.slice(start, end).replace(/\r/g, '').split('\n');
  const before = text.slice(0, start).split('\n').at(-1) ?? '';
  const [first = '', ...rest] = lines;
  const all = [/^\s*$/u.test(before) ? before + first : first.trimStart(), ...rest];
  const widths = all.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u));
  const shared = Math.min(...(widths.length > 0 ? widths : [0]));
  return all
    .map((line) => line.slice(Math.min(shared, line.length)).trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}
