import { canonicalBySpelling } from '../spellings.ts';
import { matchAt } from './patterns.ts';
import type { ScanState } from './scan-state.ts';
import { previousType, pushToken, report } from './scan-state.ts';

interface Quote {
  /** Every character that closes it; the first one is the right one. */
  readonly close: string;
  readonly token: 'TEXT' | 'QNAME';
}

const quotes: ReadonlyMap<string, Quote> = new Map([
  ['「', { close: '」', token: 'QNAME' }],
  ['『', { close: '』', token: 'QNAME' }],
  ['`', { close: '`', token: 'QNAME' }],
  ['‘', { close: '’', token: 'QNAME' }],
  ['"', { close: '"', token: 'TEXT' }],
  ['＂', { close: '＂', token: 'TEXT' }],
  ['“', { close: '”', token: 'TEXT' }],
  ['”', { close: '”“', token: 'TEXT' }], // both closing: the habit of some input methods
]);

/** A text over several lines: prose up to the closing quote, with nothing between that looks like a statement. */
const LINES = /["“”＂][^"“”＂{}｛｝;；]*\n[^"“”＂{}｛｝;；]*["”＂](?=\s*(?:[{｛;；"“]|$))/y;

/** A quoted text or name; it ends on its line, and pairs of “ ” and 「 」 nest. False when no quote stands here. */
export function scanQuote(state: ScanState): boolean {
  const open = state.text.charAt(state.at);
  const quote = quotes.get(open);
  if (!quote) return false;
  const { end, isClosed } = findClose(state, open, quote.close);
  const lines =
    isClosed || quote.token !== 'TEXT' ? undefined : matchAt(LINES, state.text, state.at);
  if (lines !== undefined) {
    const close = quote.close.charAt(0);
    report(state, 'unclosed-quote', { close }, state.at, state.at + lines.indexOf('\n'));
    pushToken(state, 'TEXT', lines);
  } else if (isClosed) {
    const isLabel = quote.token === 'QNAME' && previousType(state) === 'case';
    pushToken(state, isLabel ? 'LABEL' : quote.token, state.text.slice(state.at, end));
  } else {
    scanBroken(state, open, quote, end);
  }
  return true;
}

function findClose(
  state: ScanState,
  open: string,
  close: string,
): { end: number; isClosed: boolean } {
  const { text } = state;
  let depth = 1;
  let end = state.at + 1;
  for (; end < text.length && text[end] !== '\n'; end += 1) {
    const character = text.charAt(end);
    if (close.includes(character)) depth -= 1;
    else if (character === open) depth += 1;
    if (depth === 0) return { end: end + 1, isClosed: true };
  }
  return { end, isClosed: false };
}

/** Not closed on its line: taken up to the other half of another pair (“…"), else given up for this line only. */
function scanBroken(state: ScanState, open: string, quote: Quote, lineEnd: number): void {
  const { text, at } = state;
  const close = quote.close.charAt(0);
  const other = quote.token === 'TEXT' ? /["“”＂]/g : /[」』"”’》]/g;
  const limit = quote.token === 'TEXT' ? lineEnd : endOfName(text, at, lineEnd);
  other.lastIndex = at + 1;
  const found = other.exec(text.slice(0, limit));
  const end = found ? found.index + 1 : endOfBroken(text, at, limit);
  const hides = { from: at, to: lineEnd + 1 };
  if (found) report(state, 'mismatched-quote', { open, close }, at, end, hides);
  else report(state, 'unclosed-quote', { close }, at, end, hides);
  const isLabel = quote.token === 'QNAME' && previousType(state) === 'case';
  pushToken(state, isLabel ? 'LABEL' : quote.token, text.slice(at, end));
}

/** An unclosed name ends before the first ： or the first keyword behind a space, whatever quotes come later. */
function endOfName(text: string, at: number, lineEnd: number): number {
  const rest = text.slice(at, lineEnd);
  for (const found of rest.matchAll(/[：:]|\s+([\p{L}_]+)/gu)) {
    const [, word] = found;
    if (found.index > 0 && (word === undefined || canonicalBySpelling.has(word))) {
      return at + found.index;
    }
  }
  return lineEnd;
}

/** An unclosed text ends before the punctuation that most likely follows it: a { or ； at the end of the line. */
function endOfBroken(text: string, at: number, lineEnd: number): number {
  const rest = text.slice(at, lineEnd);
  const cut = rest.search(/\s*[{｛]\s*$|[；;]\s*$/);
  return at + (cut > 0 ? cut : Math.max(1, rest.trimEnd().length));
}
