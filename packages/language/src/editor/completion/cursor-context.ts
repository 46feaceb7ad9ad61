import type { IToken } from 'chevrotain';
import { braceKind } from '../../syntax/scanner/scan-mark.ts';
import { canonicalBySpelling, wordByCanonical, words } from '../../syntax/spellings.ts';
import type { ScannedText } from '../scanned-text.ts';
import { scanText } from '../scanned-text.ts';

/** What stands before a cursor, as far as it says what may stand there. */
export interface CursorContext {
  /** The half-typed word, as offsets: what a completion replaces. */
  readonly from: number;
  readonly to: number;
  /** The cursor stands inside 「 … , which is not closed. */
  readonly isQuoted: boolean;
  /** A keyword stands right before the word: without a space the two would be one name. */
  readonly isGlued: boolean;
  /** The heads of the blocks that are open, outermost first, each up to its `{`. */
  readonly heads: readonly (readonly IToken[])[];
  /** The statement at the cursor, up to the half-typed word. */
  readonly statement: readonly IToken[];
  /** The word is the first on its line, where a new statement may begin though the `；` before is missing. */
  readonly isLineStart: boolean;
  /** Some statement of the file is complete before the cursor. */
  readonly isAfterFirst: boolean;
  /** Nothing is complete yet in the innermost block. */
  readonly isFirstStatement: boolean;
}

/**
 * Reads the text up to `offset` with the scanner alone: mistakes in other statements change nothing, because those that
 * are complete are left out. Undefined inside a comment, a quoted text and a number, where nothing is to be completed.
 */
export function cursorContext(scanned: ScannedText, offset: number): CursorContext | undefined {
  const base = statementStart(scanned, offset);
  const context = contextIn(scanned.text.slice(base, offset));
  if (context === undefined || base === 0) return context;
  return { ...context, from: context.from + base, to: offset, isAfterFirst: true };
}

/**
 * Behind the last statement at the top level that ends before the line of the cursor: what stands before it is complete, and
 * need not be scanned again.
 */
function statementStart({ text, tokens }: ScannedText, offset: number): number {
  const line = lineStart(text, offset);
  let depth = 0;
  let start = 0;
  for (const { tokenType, startOffset, endOffset = startOffset } of tokens) {
    if (endOffset >= line) break;
    if (tokenType.name === '{') depth += 1;
    else if (tokenType.name === '}') depth = Math.max(0, depth - 1);
    const isEnd = tokenType.name === '}' || tokenType.name === ';';
    if (isEnd && depth === 0) start = endOffset + 1;
  }
  return start;
}

function contextIn(text: string): CursorContext | undefined {
  const offset = text.length;
  const { word, isGlued } = wordStart(text, offset);
  const { tokens, hidden } = scanBefore(text.slice(0, word), isGlued);
  if (isInComment(hidden.at(-1), text, word)) return undefined;
  const last = tokens.findLast(({ image }) => image !== '');
  const isOpen = last !== undefined && isUnclosed(last) && last.endOffset === word - 1;
  if (isOpen && last.tokenType.name === 'TEXT') return undefined;
  const isNumber = /[0-9０-９]$/.test(text.slice(0, word)) && last?.endOffset === word - 1;
  if (isNumber && word === offset && last.tokenType.name !== 'ID') return undefined;
  const before = isOpen ? tokens.slice(0, tokens.lastIndexOf(last)) : tokens;
  const line = text.slice(lineStart(text, word), word);
  return {
    from: isOpen ? last.startOffset + 1 : word,
    to: offset,
    isQuoted: isOpen,
    isGlued,
    ...openStatements(before),
    isLineStart: !isOpen && line.trim() === '',
  };
}

/** In front of a number the scanner parts keywords that are written together; so it does here. */
function scanBefore(text: string, isGlued: boolean): Pick<ScannedText, 'tokens' | 'hidden'> {
  if (!isGlued) return scanText(text, { implied: true });
  const { tokens, hidden } = scanText(`${text}0元`, { implied: true });
  return { tokens: tokens.slice(0, -1), hidden };
}

/**
 * Where the half-typed word begins. Behind keywords without a space (`起付每年qfx`, `基数hg`) it is where the script changes;
 * a keyword of several words (`per cl`) is one.
 */
function wordStart(text: string, offset: number): { word: number; isGlued: boolean } {
  const line = text.slice(lineStart(text, offset), offset);
  const phrase = phrases.find((each) => each.test(line))?.exec(line)?.[1];
  if (phrase !== undefined) return { word: offset - phrase.length, isGlued: false };
  const last = scanText(line).tokens.at(-1);
  const isWord = last && (last.tokenType.name === 'ID' || wordByCanonical.has(last.tokenType.name));
  if (!isWord || last.endOffset !== line.length - 1) return { word: offset, isGlued: false };
  const run = last.image;
  const [, head = '', tail = ''] = /^(.*\p{Script=Han})([A-Za-z_]+[0-9]*)$/u.exec(run) ?? [];
  const isGlued = tail !== '' && areKeywords(head);
  return { word: offset - (isGlued ? tail : run).length, isGlued };
}

/**
 * Each matches the beginning of a keyword of several words at the end of a line, from the first letter of its second word.
 * One whose first word is a keyword itself (`not in`) is left out: behind that a name may be meant.
 */
const phrases: readonly RegExp[] = words
  .flatMap(({ en }) => en.filter((spelling) => spelling.includes(' ')))
  .filter((spelling) => !canonicalBySpelling.has(spelling.split(' ')[0] ?? ''))
  .map((spelling) => {
    const [first = '', ...rest] = spelling.split(' ');
    const [letter = '', ...letters] = [...rest.join(' ')];
    const tail = letters.reduceRight((behind, each) => `(?:${each}${behind})?`, '');
    return new RegExp(`(?<![\\p{L}\\p{N}_])(${first} ${letter}${tail})$`, 'u');
  });

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function areKeywords(head: string): boolean {
  return scanBefore(head, true).tokens.every(({ tokenType }) =>
    wordByCanonical.has(tokenType.name),
  );
}

function isInComment(last: IToken | undefined, text: string, word: number): boolean {
  if (!last || (last.endOffset ?? 0) < word - 1) return false;
  return last.image.startsWith('/*')
    ? !last.image.endsWith('*/')
    : !text.slice(0, word).endsWith('\n');
}

function isUnclosed({ image, tokenType }: IToken): boolean {
  const isQuote = /^(?:QNAME|LABEL|TEXT)$/.test(tokenType.name);
  return isQuote && (image.length === 1 || !/[」』"＂”’`]$/.test(image));
}

/** The parts of a 名单 in an 算例 have an order: what may follow hangs on those before. */
function isInOrder(heads: readonly (readonly IToken[])[]): boolean {
  const [first, last] = [heads[0], heads.at(-1)].map((head) => head?.[0]?.tokenType.name);
  return first === 'example' && last === 'watchlist';
}

/** Keeps, of all that stands before, what is not complete. */
function openStatements(
  tokens: readonly IToken[],
): Pick<CursorContext, 'heads' | 'statement' | 'isAfterFirst' | 'isFirstStatement'> {
  const heads: IToken[][] = [];
  let statement: IToken[] = [];
  let sets = 0;
  let isAfterFirst = false;
  let isFirstStatement = true;
  for (const token of tokens) {
    const { name } = token.tokenType;
    const isBlock = name === '{' && braceKind(statement.at(-1)?.tokenType.name ?? '') === 'block';
    if (isBlock) {
      heads.push([...statement, token]);
      statement = [];
      isFirstStatement = true;
      sets = 0;
    } else if (name === '}' && sets === 0) {
      statement = heads.pop() ?? [];
      statement.push(token);
    } else if (name === ';') {
      isAfterFirst ||= heads.length === 0;
      isFirstStatement = false;
      statement = isInOrder(heads) ? [...statement, token] : [];
      sets = 0;
    } else {
      if (name === '{') sets += 1;
      else if (name === '}') sets -= 1;
      statement.push(token);
    }
  }
  return { heads, statement, isAfterFirst, isFirstStatement };
}
