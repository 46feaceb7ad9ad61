import type { Insertion } from '../messages.ts';
import { BLANK, COMMENT, matchAt } from './patterns.ts';
import { reportInvisible, scanMark, scanUnexpected } from './scan-mark.ts';
import { scanNumber } from './scan-number.ts';
import { scanQuote } from './scan-quote.ts';
import type { ScanState, TokenTypes } from './scan-state.ts';
import { advance, pushHidden, pushImpliedEnd, report, startScan } from './scan-state.ts';
import { scanWord } from './scan-word.ts';

/**
 * All tokens of a text, in one pass, with what is wrong with its characters.
 *
 * Written by hand because Chinese is typed without spaces: a run of letters is read whole and then looked up (the longest
 * match by construction), and where it touches a number the words of the table say where it is cut. The scanner also
 * supplies the `;` before and behind the `}` of a block.
 */
export function scan(text: string, types: TokenTypes): ScanState {
  const state = startScan(text, types);
  reportInvisible(state);
  while (state.at < text.length) scanNext(state);
  if (state.closedBlock) pushImpliedEnd(state);
  const open = state.braces.length === 0 ? undefined : (state.suspect ?? state.braces.at(-1));
  if (open) {
    const hides = { from: open.at, to: Number.POSITIVE_INFINITY };
    report(state, 'unclosed-brace', { line: open.line }, open.at, open.at + 1, hides);
    const last = state.findings.length - 1;
    const found = state.findings[last];
    if (found?.code === 'unclosed-brace') {
      state.findings[last] = { ...found, insertion: closingOf(open, text) };
    }
  }
  return state;
}

/** A block ends before the first line that stands no deeper than the line which opens it, else at the end of the text. */
function closingOf(open: ScanState['braces'][number], text: string): Insertion {
  const blank = ' '.repeat(open.indent);
  let at = text.indexOf('\n', open.at) + 1;
  while (at > 0) {
    const line = text.slice(at).split('\n', 1)[0] ?? '';
    const indent = line.search(/\S/);
    if (indent >= 0 && indent <= open.indent) return { at, text: `${blank}}\n` };
    at = text.indexOf('\n', at) + 1;
  }
  return { at: text.trimEnd().length, text: `\n${blank}}` };
}

function scanNext(state: ScanState): void {
  const { text, at } = state;
  const code = text.charCodeAt(at);
  if (code === 32 || code === 9 || code === 13) {
    state.at += 1;
    return;
  }
  const blank = matchAt(BLANK, text, at);
  if (blank !== undefined) {
    advance(state, blank);
    return;
  }
  const mayBeComment = code === 47 || code === 0xff0f;
  const comment = mayBeComment ? matchAt(COMMENT, text, at) : undefined;
  if (comment !== undefined) {
    pushHidden(state, comment);
    return;
  }
  if (text.startsWith('/*', at)) {
    report(state, 'unclosed-comment', {}, at, at + 2);
    pushHidden(state, text.slice(at).split('\n', 1)[0] ?? '');
    return;
  }
  if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) scanNumber(state);
  else if (!scanQuote(state) && !scanWord(state) && !scanMark(state)) scanUnexpected(state);
}
