import { canonicalBySpelling } from '../spellings.ts';
import { BIDI, boundaryWords, LETTERS, matchAt, ZERO_WIDTH } from './patterns.ts';
import type { ScanState } from './scan-state.ts';
import { pushToken } from './scan-state.ts';

/** A word that is read whole: a keyword of the table, or a name. */
export function pushWord(state: ScanState, run: string): void {
  pushToken(state, canonicalBySpelling.get(visible(run)) ?? 'ID', run);
}

/** The letters without invisible characters, which are reported on their own. */
export function visible(text: string): string {
  return BIDI.test(text) || ZERO_WIDTH.test(text)
    ? text.replace(new RegExp(`${BIDI.source}|${ZERO_WIDTH.source}`, 'g'), '')
    : text;
}

/** No name stands right behind a number, so the reserved words glued to it are cut off: 以上, 起至, 或. */
export function pushBoundaryWords(state: ScanState): void {
  let rest = matchAt(LETTERS, state.text, state.at) ?? '';
  while (rest !== '') {
    const head = rest;
    const word = boundaryWords.find((candidate) => head.startsWith(candidate));
    if (word === undefined) return;
    pushWord(state, word);
    rest = rest.slice(word.length);
  }
}
