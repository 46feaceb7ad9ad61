import type { IToken } from 'chevrotain';
import type { ScannedText } from './scanned-text.ts';

/** Lines that an editor may fold; both are counted from 1, and the first stays visible. */
export interface Folding {
  readonly kind: 'block' | 'comment' | 'text';
  readonly from: number;
  readonly to: number;
}

/** Blocks (tables among them), runs of comment lines, and statements whose quoted text runs over several lines. */
export function foldingsOf(scanned: ScannedText): readonly Folding[] {
  return [...blocks(scanned.tokens), ...comments(scanned), ...texts(scanned.tokens)].sort(
    (left, right) => left.from - right.from || right.to - left.to,
  );
}

/** The line of the `}` stays visible, so that one sees where the block ends. */
function blocks(tokens: readonly IToken[]): readonly Folding[] {
  const open: number[] = [];
  const found: Folding[] = [];
  for (const { tokenType, startLine = 1 } of tokens) {
    if (tokenType.name === '{') open.push(startLine);
    const from = tokenType.name === '}' ? open.pop() : undefined;
    if (from !== undefined && startLine - 1 > from) {
      found.push({ kind: 'block', from, to: startLine - 1 });
    }
  }
  return found;
}

function comments({ hidden, tokens }: ScannedText): readonly Folding[] {
  const lines = new Set(tokens.map(({ startLine }) => startLine));
  const own = hidden.filter(({ startLine }) => !lines.has(startLine));
  return runsOf(own).map(({ from, to }) => ({ kind: 'comment', from, to }));
}

/** Several paragraphs of legal text: quoted texts with nothing between them. */
function texts(tokens: readonly IToken[]): readonly Folding[] {
  const isText = (token: IToken | undefined): boolean => token?.tokenType.name === 'TEXT';
  const found: { from: number; to: number }[] = [];
  tokens.forEach((token, index) => {
    const { startLine = 1, endLine = startLine } = token;
    const last = found.at(-1);
    if (!isText(token)) return;
    if (last && isText(tokens[index - 1])) last.to = endLine;
    else found.push({ from: startLine, to: endLine });
  });
  return found.flatMap(({ from, to }) => (to > from ? [{ kind: 'text' as const, from, to }] : []));
}

/** Stretches of more than one line in which each token begins on the line on which the one before ended, or the next. */
function runsOf(tokens: readonly IToken[]): readonly { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const { startLine = 1, endLine = startLine } of tokens) {
    const last = runs.at(-1);
    if (last && startLine <= last.to + 1) last.to = Math.max(last.to, endLine);
    else runs.push({ from: startLine, to: endLine });
  }
  return runs.filter(({ from, to }) => to > from);
}
