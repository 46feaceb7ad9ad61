import type { SyntaxFinding } from '../messages.ts';
import { marksByFirst } from '../punctuation.ts';
import { spell } from '../spellings.ts';
import { BIDI, ZERO_WIDTH } from './patterns.ts';
import type { BraceKind, ScanState } from './scan-state.ts';
import { previousType, pushImpliedEnd, pushToken, report } from './scan-state.ts';

/** A punctuation mark; false when none stands here. */
export function scanMark(state: ScanState): boolean {
  const { text, at } = state;
  const mark = marksByFirst
    .get(text.charAt(at))
    ?.find(({ spelling }) => text.startsWith(spelling, at));
  if (!mark) return false;
  if (mark.canonical === '{') scanOpening(state, mark.spelling);
  else if (mark.canonical === '}') scanClosing(state, mark.spelling);
  else pushToken(state, mark.canonical, mark.spelling);
  return true;
}

/** A character that the language does not use. */
export function scanUnexpected(state: ScanState): void {
  const { text, at } = state;
  // One finding for a run of one character: a line of # is one slip.
  const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
  let to = at + point.length;
  if (point === '。') {
    report(state, 'full-stop', {}, at, at + 1);
    pushToken(state, ';', point);
    return;
  }
  if (point === '&' || point === '＆') {
    const image = text.startsWith(point, to) ? point + point : point;
    report(
      state,
      'misspelt-word',
      { word: image, meant: spell('and', 'zh') },
      at,
      at + image.length,
    );
    pushToken(state, 'and', image);
    return;
  }
  while (text.startsWith(point, to)) to += point.length;
  report(state, 'unexpected-character', { character: visibleCharacter(point) }, at, to);
  state.at = to;
}

/** A control character as U+001B: printed as it is, it would reach the terminal of whoever reads the finding. */
function visibleCharacter(character: string): string {
  return /\p{C}/u.test(character) ? codePoint(character) : character;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every direction control and zero-width character of the text, quotes and comments included. */
export function reportInvisible(state: ScanState): void {
  const { text } = state;
  if (!BIDI.test(text) && !ZERO_WIDTH.test(text)) return;
  for (const found of text.matchAll(new RegExp(`${BIDI.source}|${ZERO_WIDTH.source}`, 'g'))) {
    const isByteOrderMark = found.index === 0 && found[0] === '\ufeff';
    if (isByteOrderMark) continue;
    const code = BIDI.test(found[0]) ? 'bidi-character' : 'invisible-character';
    report(state, code, { point: codePoint(found[0]) }, found.index, found.index + 1);
  }
}

const beforeSet = new Set(['in', 'not_in', 'contains', 'default', ':', ',', '=', '(']);

/** What a `{` opens, by the token before it: 属于 {…}, = {…}, ：{…} are sets. */
export function braceKind(previous: string): BraceKind {
  return beforeSet.has(previous) ? 'set' : 'block';
}

function scanOpening(state: ScanState, spelling: string): void {
  const kind = braceKind(previousType(state));
  state.braces.push({ kind, at: state.at, line: state.line, indent: indentation(state) });
  pushToken(state, '{', spelling);
}

function scanClosing(state: ScanState, spelling: string): void {
  const brace = state.braces.pop();
  if (!brace && !state.findings.some(isExtra)) reportExtra(state);
  if (state.braces.length === 0) state.outermostClose = { at: state.at, line: state.line };
  // Indentation never changes the meaning; it only says which { was probably forgotten.
  if (brace && brace.line !== state.line && brace.indent !== indentation(state)) {
    state.suspect ??= brace;
    state.suspectClose ??= { at: state.at, line: state.line };
  }
  const closesBlock = brace?.kind !== 'set';
  const previous = previousType(state);
  if (closesBlock && previous !== ';' && previous !== '{') pushImpliedEnd(state);
  pushToken(state, '}', spelling);
  state.closedBlock = closesBlock;
}

function isExtra({ code }: SyntaxFinding): boolean {
  return code === 'extra-brace';
}

/** Statements between the } that was probably too many and this one were probably inside. */
function reportExtra(state: ScanState): void {
  const { at, suspectClose, outermostClose } = state;
  const cause = suspectClose ?? outermostClose;
  const hides = { from: cause.at, to: at + 1 };
  report(state, 'extra-brace', { line: cause.line }, at, at + 1, hides);
}

function indentation(state: ScanState): number {
  return state.text.slice(state.lineStart, state.at + 1).search(/\S/);
}
