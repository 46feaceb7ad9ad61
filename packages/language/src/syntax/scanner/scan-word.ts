import { canonicalBySpelling, reservedSpellings } from '../spellings.ts';
import {
  boundaryWords,
  CHINESE_RATE,
  CLAUSE,
  CODE,
  DATE,
  DIGITS,
  DOCNO,
  DOCNO_OPENING,
  DOTTED,
  HAN_LAST,
  LETTERS,
  MIXED_RATE,
  MONTHDAY,
  matchAt,
  NUMBER,
  PLAIN_IDENTIFIER,
  phrasesByFirst,
  ROUNDING,
  SPACED_CLAUSE,
  UNIT,
} from './patterns.ts';
import { pushBoundaryWords, pushWord } from './push-word.ts';
import type { ScanState } from './scan-state.ts';
import { previousType, pushToken, report } from './scan-state.ts';

/** A run of letters: keywords, names, and the tokens that begin with letters. False when none stands here. */
export function scanWord(state: ScanState): boolean {
  const run = matchAt(LETTERS, state.text, state.at);
  if (run === undefined) return false;
  if (!scanMisspelt(state, run) && !scanSpecial(state, run)) scanRun(state, run);
  return true;
}

/** 百分之15 and 第 5 条: read as what they mean, and reported. */
function scanMisspelt(state: ScanState, run: string): boolean {
  const { text, at } = state;
  const rate = run === '百分之' ? matchAt(MIXED_RATE, text, at) : undefined;
  if (rate !== undefined) {
    const right = `${rate.slice(3).normalize('NFKC').trim()}%`;
    report(state, 'wrong-quantity', { written: rate, right }, at, at + rate.length);
    pushToken(state, 'QUANTITY', rate);
    pushBoundaryWords(state);
    return true;
  }
  const clause = run === '第' ? matchAt(SPACED_CLAUSE, text, at) : undefined;
  if (clause === undefined || !/\s/.test(clause)) return false;
  const right = clause.replace(/\s/g, '');
  report(state, 'wrong-quantity', { written: clause, right }, at, at + clause.length);
  pushToken(state, 'CLAUSE', clause);
  return true;
}

/** Tokens known by what they begin with or what they stand behind. */
function scanSpecial(state: ScanState, run: string): boolean {
  const { text, at } = state;
  const special = firstOf([
    run.startsWith('第') && ['CLAUSE', matchAt(CLAUSE, text, at)],
    run.startsWith('百分之') && ['QUANTITY', matchAt(CHINESE_RATE, text, at)],
    isBehindIdentifier(state) && ['IDENTIFIER', matchAt(PLAIN_IDENTIFIER, text, at)],
    isCitation(state) && ['IDENTIFIER', matchAt(DOTTED, text, at)],
    previousType(state) === 'waive' && ['CODE', matchAt(CODE, text, at)],
    ['DOCNO', scanDocumentNumber(text, at)],
    ['ROUNDING', matchAt(ROUNDING, text, at)],
  ]);
  if (special) {
    pushToken(state, special.type, special.image);
    if (special.type === 'QUANTITY') pushBoundaryWords(state);
    return true;
  }
  if (run.startsWith('取整') && matchAt(ROUNDING, text, at + 2) !== undefined) {
    pushWord(state, '取整');
    return true;
  }
  return scanPhrase(state, run);
}

/** `标识` may be a name itself, so what follows counts only when it can be an identifier. */
function isBehindIdentifier(state: ScanState): boolean {
  return previousType(state) === 'identifier';
}

const citing = new Set(['basis', 'replaces', 'under', 'amend', 'derogate']);

function isCitation(state: ScanState): boolean {
  const previous = previousType(state);
  return citing.has(previous) || (previous === ',' && citing.has(state.statementHead));
}

function scanDocumentNumber(text: string, at: number): string | undefined {
  const letters = matchAt(/[\p{L}\p{N}]+/uy, text, at) ?? '';
  const opening = text.charAt(at + letters.length);
  return DOCNO_OPENING.test(opening) ? matchAt(DOCNO, text, at) : undefined;
}

function scanPhrase(state: ScanState, run: string): boolean {
  for (const { pattern, canonical } of phrasesByFirst.get(run) ?? []) {
    const image = matchAt(pattern, state.text, state.at);
    if (image !== undefined) {
      pushToken(state, canonical, image);
      return true;
    }
  }
  return false;
}

/**
 * Letters, then perhaps digits. A number with a unit never belongs to a bare name, so the run before it is cut at its last
 * reserved word (起付每年3000元); a plain number does (方案2), unless a reserved word precedes it.
 */
function scanRun(state: ScanState, letters: string): void {
  const { text, at } = state;
  let run = letters;
  for (;;) {
    const end = at + run.length;
    const digits = matchAt(NUMBER, text, end);
    if (digits === undefined) break;
    const isQuantity =
      (matchAt(DATE, text, end) ??
        matchAt(MONTHDAY, text, end) ??
        matchAt(UNIT, text, end + digits.length)) !== undefined;
    const isHan = HAN_LAST.test(run);
    const parts = isHan ? takeApart(run, isQuantity) : undefined;
    if (parts) {
      for (const word of parts) pushWord(state, word);
      return;
    }
    if (isQuantity && isHan) break;
    run += matchAt(DIGITS, text, end) ?? '';
    run += matchAt(LETTERS, text, at + run.length) ?? '';
  }
  pushWord(state, run);
}

/**
 * A run right before a number: 不超过 | 且 不超过 | 年龄 不满 | 起付 每年. Undefined when it is one name.
 * A reserved word of one letter counts only when nothing but reserved words stand before it; a soft word only before a unit.
 */
function takeApart(run: string, isQuantity: boolean): readonly string[] | undefined {
  if (reservedSpellings.has(run) || (isQuantity && canonicalBySpelling.has(run))) return [run];
  const all = onlyReserved(run);
  if (all) return all;
  const last = boundaryWords.find(
    (word) => word.length > 1 && run.length > word.length && run.endsWith(word),
  );
  if (last === undefined) return undefined;
  const head = run.slice(0, -last.length);
  return [...(takeApart(head, true) ?? [head]), last];
}

function onlyReserved(run: string): readonly string[] | undefined {
  const parts: string[] = [];
  let at = 0;
  while (at < run.length) {
    const start = at;
    const word = boundaryWords.find((candidate) => run.startsWith(candidate, start));
    if (word === undefined) return undefined;
    parts.push(word);
    at += word.length;
  }
  return parts;
}

type Attempt = false | readonly [type: string, image: string | undefined];

function firstOf(attempts: readonly Attempt[]): { type: string; image: string } | undefined {
  for (const attempt of attempts) {
    if (attempt !== false && attempt[1] !== undefined) {
      return { type: attempt[0], image: attempt[1] };
    }
  }
  return undefined;
}
