import type { IToken } from 'chevrotain';
import type { KeywordLanguage } from '../../syntax/spellings.ts';
import { wordByCanonical } from '../../syntax/spellings.ts';
import type { ScannedText } from '../scanned-text.ts';
import { rangeOfTokens, readRows, splitAt } from './read-rows.ts';
import type { TableColumn, TableGrid, TableRow } from './table-grid.ts';

/** A statement with a block: its tokens before the brace, and where the braces stand among all. */
interface HeadedBlock {
  readonly head: readonly IToken[];
  readonly open: number;
  readonly close: number;
}

/**
 * The tables of a text in its order: 表, 确定 … 按 …, and the bands of a 比例. It reads tokens, so a cell in which one is just
 * typing takes nothing away from the rest; a table whose brace is not closed is left out.
 */
export function readTables(scanned: ScannedText): readonly TableGrid[] {
  return blocksOf(scanned.tokens).flatMap((block) => readTable(block, scanned) ?? []);
}

function blocksOf(tokens: readonly IToken[]): readonly HeadedBlock[] {
  const found: HeadedBlock[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const name = nameOf(tokens[at]);
    if (isColumns(tokens, start, at)) {
      // The head goes on behind the value columns.
      at = matching(tokens, at) ?? at;
    } else if (name === '{' || name === '}' || name === ';') {
      const head = tokens.slice(start, at);
      const close = name === '{' && kindOf(head) ? matching(tokens, at) : undefined;
      if (close !== undefined) found.push({ head, open: at, close });
      start = at + 1;
    }
  }
  return found;
}

/** `表 名：{`: what follows are value columns. */
function isColumns(tokens: readonly IToken[], start: number, index: number): boolean {
  return (
    nameOf(tokens[start]) === 'table' &&
    nameOf(tokens[index]) === '{' &&
    nameOf(tokens[index - 1]) === ':'
  );
}

function matching(tokens: readonly IToken[], open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const name = nameOf(tokens[index]);
    if (name === '{') depth += 1;
    if (name === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return undefined;
}

function readTable(block: HeadedBlock, scanned: ScannedText): TableGrid | undefined {
  const { head, open, close } = block;
  const [first] = head;
  const brace = scanned.tokens[open];
  const end = scanned.tokens[close];
  const kind = kindOf(head);
  if (!first || !brace || !end || kind === undefined) return undefined;
  const tokens = scanned.tokens.slice(open + 1, close);
  const hidden = scanned.hidden.filter(
    ({ startOffset }) => startOffset > brace.startOffset && startOffset < end.startOffset,
  );
  const dimensions = kind === 'brackets' ? [] : dimensionsOf(head);
  const columns = columnsOf(head, scanned.text);
  const rows = readRows({ text: scanned.text, tokens, hidden });
  return {
    ...{ kind, dimensions, columns, rows },
    from: first.startOffset,
    to: end.startOffset + 1,
    open: brace.startOffset,
    close: end.startOffset,
    name: kind === 'brackets' ? '' : unquoted(head[1]?.image ?? ''),
    type: typeOf(head, scanned.text),
    language: languageOf(first),
    ...shapeOf(rows, dimensions, columns),
  };
}

function kindOf(head: readonly IToken[]): TableGrid['kind'] | undefined {
  const names = head.map(nameOf);
  switch (names[0]) {
    case 'table':
      return names.includes('by') ? 'table' : undefined;
    case 'determine':
      return names.includes('by') && !names.includes('=') ? 'settings' : undefined;
    case 'rate':
      return names.some((name, at) => name === 'brackets' && names[at + 1] === 'by')
        ? 'brackets'
        : undefined;
    default:
      return undefined;
  }
}

/** The names behind 按; 分段 has none. */
function dimensionsOf(head: readonly IToken[]): readonly string[] {
  const by = head.findIndex((token) => nameOf(token) === 'by');
  const found: string[] = [];
  for (let at = by + 1; at < head.length; at += 2) {
    const token = head[at];
    if (!token || nameOf(token) === 'brackets') return [];
    found.push(unquoted(token.image));
    if (nameOf(head[at + 1]) !== ',') break;
  }
  return found;
}

function columnsOf(head: readonly IToken[], text: string): readonly TableColumn[] {
  const open = head.findIndex((_, at) => isColumns(head, 0, at));
  const close = open === -1 ? undefined : matching(head, open);
  if (close === undefined) return [];
  return splitAt(head.slice(open + 1, close), ',').flatMap(({ tokens }) => {
    const range = rangeOfTokens(tokens);
    const name = unquoted(tokens[0]?.image ?? '');
    return tokens.length === 0 ? [] : [{ ...range, name, text: text.slice(range.from, range.to) }];
  });
}

/** What stands between the colon and 按, of a table with one value. */
function typeOf(head: readonly IToken[], text: string): string {
  const colon = head.findIndex((token) => nameOf(token) === ':');
  const by = head.findIndex((token) => nameOf(token) === 'by');
  const type = colon === -1 || by < colon ? [] : head.slice(colon + 1, by);
  const range = rangeOfTokens(type);
  return nameOf(type[0]) === '{' ? '' : text.slice(range.from, range.to);
}

function shapeOf(
  rows: readonly TableRow[],
  dimensions: readonly string[],
  columns: readonly TableColumn[],
): Pick<TableGrid, 'heading' | 'keyCount' | 'width'> {
  const keys = Math.max(1, dimensions.length);
  const index = rows.findIndex(({ form }) => form === 'grid');
  const cells = rows[index]?.cells;
  if (!cells)
    return { heading: undefined, keyCount: keys, width: keys + Math.max(1, columns.length) };
  const other = cells.findIndex(({ text }, at) => {
    const name = dimensions[at];
    return at >= keys || (name !== undefined && unquoted(text) !== name);
  });
  return { heading: index, keyCount: other === -1 ? cells.length : other, width: cells.length };
}

function languageOf({ tokenType, image }: IToken): KeywordLanguage {
  return wordByCanonical.get(tokenType.name)?.zh.includes(image) === false ? 'en' : 'zh';
}

function unquoted(name: string): string {
  return /^[「『"“]/.test(name) ? name.slice(1, -1) : name;
}

function nameOf(token: IToken | undefined): string {
  return token?.tokenType.name ?? '';
}
