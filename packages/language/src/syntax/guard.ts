import type { IToken } from 'chevrotain';

/**
 * INVARIANT: within both limits neither the parser nor a recursive walk overflows the default stack
 * (measured: 80 nested calls pass, 100 do not), so depth leaves a factor of two.
 */
const MOST_DEPTH = 40;
const MOST_OPERATORS = 500;

/** A file beyond this is refused before it is scanned: 1 MiB of UTF-8. */
export const MOST_BYTES = 1_048_576;

/** Tokens to leave out before parsing, as a half-open range of indexes, and which limit they pass. */
export interface Excess {
  readonly from: number;
  readonly to: number;
  readonly code: 'too-deep' | 'too-many-operands';
  readonly most: number;
}

const opening = new Set(['(', '{', '[']);
const closing = new Set([')', '}', ']']);
/** Prefix words: each is a recursion of the parser although it opens no bracket. */
const prefixes = new Set(['not', 'if', 'else']);
const operators = new Set(['+', '-', '*', '/', 'and', 'or', ...prefixes]);

/** What was counted of the statement that is being read. */
interface Count {
  readonly start: number;
  readonly prefixes: number;
  readonly operators: number;
}

interface Walk {
  count: Count;
  /** The statement around each open bracket, to go on with behind it. */
  readonly opened: Count[];
}

/**
 * Statements that are too deep or too long. Brackets of every kind count as depth; within one statement prefix words do.
 * One pass, and one report per statement; what is left still parses, so that the rest of the file keeps its meaning.
 */
export function findExcess(tokens: readonly IToken[]): readonly Excess[] {
  const found: Excess[] = [];
  const walk: Walk = { count: startingAt(0), opened: [] };
  for (let i = 0; i < tokens.length; i += 1) {
    const type = typeAt(tokens, i);
    countToken(walk, type, typeAt(tokens, i - 1), i);
    const isDeep = walk.opened.length + walk.count.prefixes > MOST_DEPTH;
    if (!isDeep && walk.count.operators <= MOST_OPERATORS) continue;
    const from = (type === '{' ? walk.opened.at(-1) : walk.count)?.start ?? 0;
    const end = endOfStatement(tokens, from);
    // A stray bracket before this token seems to end the statement; what is left out must reach beyond the token.
    const to = end > i ? end : Math.max(i + 1, endOfStatement(tokens, i));
    found.push(
      isDeep
        ? { from, to, code: 'too-deep', most: MOST_DEPTH }
        : { from, to, code: 'too-many-operands', most: MOST_OPERATORS },
    );
    while ((walk.opened.at(-1)?.start ?? -1) >= from) walk.opened.pop();
    i = to - 1;
    walk.count = startingAt(to);
  }
  return found;
}

function countToken(walk: Walk, type: string, before: string, index: number): void {
  const { count, opened } = walk;
  if (opening.has(type)) opened.push(count);
  if (type === ';' || type === '{') walk.count = startingAt(index + 1);
  else if (closing.has(type)) {
    const outer = opened.pop();
    if (type === '}') walk.count = outer ?? startingAt(index + 1);
  } else if (operators.has(type)) {
    const isPrefix = prefixes.has(type) || (type === '-' && before === '-');
    walk.count = {
      start: count.start,
      prefixes: count.prefixes + (isPrefix ? 1 : 0),
      operators: count.operators + 1,
    };
  }
}

function startingAt(start: number): Count {
  return { start, prefixes: 0, operators: 0 };
}

function endOfStatement(tokens: readonly IToken[], from: number): number {
  let level = 0;
  for (let i = from; i < tokens.length; i += 1) {
    const type = typeAt(tokens, i);
    if (opening.has(type)) level += 1;
    else if (closing.has(type)) {
      if (level === 0) return i;
      level -= 1;
    } else if (type === ';' && level === 0) return i + 1;
  }
  return tokens.length;
}

function typeAt(tokens: readonly IToken[], index: number): string {
  return tokens[index]?.tokenType.name ?? '';
}
