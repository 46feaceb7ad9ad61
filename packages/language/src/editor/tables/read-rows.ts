import type { IToken } from 'chevrotain';
import type { TableCell, TableRow, TextRange } from './table-grid.ts';

const opening: ReadonlySet<string> = new Set(['(', '[', '{']);
const closing: ReadonlySet<string> = new Set([')', ']', '}']);

/** Words that begin what is noted behind a value. */
const noteWords: ReadonlySet<string> = new Set([
  'source',
  'grade',
  'inferred',
  'approximate',
  'paraphrase',
  'waive',
]);

/** What the cells are cut from. */
export interface ScannedBlock {
  readonly text: string;
  /** The tokens between the braces. */
  readonly tokens: readonly IToken[];
  readonly hidden: readonly IToken[];
}

/** The rows between the braces of a table, empty statements left out. */
export function readRows(block: ScannedBlock): readonly TableRow[] {
  return splitAt(block.tokens, ';').flatMap(({ tokens, mark }): readonly TableRow[] => {
    const row = tokens.length === 0 ? undefined : readRow(tokens, block);
    return row ? [{ ...row, ...(mark && { end: rangeOfTokens([mark]) }) }] : [];
  });
}

function readRow(tokens: readonly IToken[], block: ScannedBlock): TableRow | undefined {
  const range = rangeOfTokens(tokens);
  if (countAt(tokens, '|') > 0) {
    return { ...range, form: 'grid', cells: gridCells(tokens, block) };
  }
  const [keys, value] = splitAt(tokens, ':', 1);
  const parts = splitAt(keys?.tokens ?? [], ',').map((part) => cellOf(part, block));
  const cells = keys?.mark && value ? [...parts, cellOf(value, block, keys.mark)] : parts;
  return { ...range, form: 'keyed', cells };
}

/** The bars at both ends are no cells; a row that ends with a bar has no blank cell behind it. */
function gridCells(tokens: readonly IToken[], block: ScannedBlock): readonly TableCell[] {
  const parts = splitAt(tokens, '|');
  const first = parts[0]?.tokens.length === 0 ? 1 : 0;
  const last = parts.at(-1)?.tokens.length === 0 ? -1 : parts.length;
  return parts.map((part, index) => cellOf(part, block, parts[index - 1]?.mark)).slice(first, last);
}

function cellOf({ tokens }: Part, { text, hidden }: ScannedBlock, before?: IToken): TableCell {
  const split = tokens.findIndex(
    (token, index) =>
      index > 0 && noteWords.has(token.tokenType.name) && depthAt(tokens, index) === 0,
  );
  const content = split === -1 ? tokens : tokens.slice(0, split);
  const noted = split === -1 ? [] : tokens.slice(split);
  const range = content.length > 0 ? rangeOfTokens(content) : blankBehind(text, before);
  return {
    ...range,
    text: text.slice(range.from, range.to),
    isCommented: hidden.some(
      ({ startOffset }) => startOffset > range.from && startOffset < range.to,
    ),
    ...(noted.length > 0 && { notes: withText(rangeOfTokens(noted), text) }),
  };
}

/** A blank cell begins one space behind the bar before it. */
function blankBehind(text: string, before: IToken | undefined): TextRange {
  const end = before === undefined ? 0 : endOf(before);
  const from = text.charAt(end) === ' ' ? end + 1 : end;
  return { from, to: from };
}

function withText(range: TextRange, text: string) {
  return { ...range, text: text.slice(range.from, range.to) };
}

export interface Part {
  readonly tokens: readonly IToken[];
  /** The mark that ends it; absent for the last. */
  readonly mark?: IToken;
}

/** Cuts at a mark outside of all brackets, at most `most` times. */
export function splitAt(
  tokens: readonly IToken[],
  mark: string,
  most: number = Number.POSITIVE_INFINITY,
): readonly Part[] {
  const parts: { tokens: IToken[]; mark?: IToken }[] = [{ tokens: [] }];
  let depth = 0;
  for (const token of tokens) {
    const { name } = token.tokenType;
    const last = parts.at(-1);
    if (closing.has(name)) depth -= 1;
    if (name === mark && depth === 0 && parts.length <= most) {
      if (last) last.mark = token;
      parts.push({ tokens: [] });
    } else last?.tokens.push(token);
    if (opening.has(name)) depth += 1;
  }
  return parts;
}

function countAt(tokens: readonly IToken[], mark: string): number {
  return splitAt(tokens, mark).length - 1;
}

function depthAt(tokens: readonly IToken[], index: number): number {
  const names = tokens.slice(0, index).map(({ tokenType }) => tokenType.name);
  const count = (set: ReadonlySet<string>): number => names.filter((name) => set.has(name)).length;
  return count(opening) - count(closing);
}

export function rangeOfTokens(tokens: readonly IToken[]): TextRange {
  const [first] = tokens;
  const last = tokens.at(-1);
  return { from: first?.startOffset ?? 0, to: last ? endOf(last) : 0 };
}

function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}
