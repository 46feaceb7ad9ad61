import { parseDate } from '@tiaoli/base';
import { canonicalDate } from '../literals.ts';
import { plainUnits, unscaled, wrongUnits } from '../units.ts';
import {
  BAD_DATE,
  boundaryWords,
  DATE,
  LETTERS,
  MONTHDAY,
  matchAt,
  NUMBER,
  PER,
  UNIT,
  YEAR,
} from './patterns.ts';
import { pushBoundaryWords } from './push-word.ts';
import type { ScanState } from './scan-state.ts';
import { pushToken, report } from './scan-state.ts';

/** A number with or without a unit, a date, a year, or a day of the year, and the words glued behind it. */
export function scanNumber(state: ScanState): void {
  if (!scanCalendar(state)) scanQuantity(state);
  pushBoundaryWords(state);
}

function scanCalendar(state: ScanState): boolean {
  const { text, at } = state;
  const bad = matchAt(BAD_DATE, text, at);
  if (bad) {
    report(state, 'malformed-date', { right: canonicalDate(bad) }, at, at + bad.length);
    pushToken(state, 'DATE', bad);
    return true;
  }
  const date = matchAt(DATE, text, at);
  if (date) {
    if (parseDate(canonicalDate(date)) === undefined) {
      report(state, 'impossible-date', { date }, at, at + date.length);
    }
    pushToken(state, 'DATE', date);
    return true;
  }
  const year = matchAt(YEAR, text, at);
  const day = matchAt(MONTHDAY, text, at);
  if (year) pushToken(state, 'YEAR', year);
  else if (day) pushToken(state, 'MONTHDAY', day);
  return year !== undefined || day !== undefined;
}

function scanQuantity(state: ScanState): void {
  const { text, at } = state;
  const digits = matchAt(NUMBER, text, at) ?? text.charAt(at);
  const end = at + digits.length;
  const unit = matchAt(UNIT, text, end);
  if (unit === undefined) {
    scanUnknownUnit(state, digits);
    return;
  }
  const name = unit.trim();
  const right = wrongUnits.get(name);
  if (right !== undefined)
    report(state, 'wrong-unit', { unit: name, right }, end, end + unit.length);
  const amount = unscaled(digits, name);
  if (amount !== undefined) reportAmount(state, digits + unit, amount);
  const isMoney = /(?:元|yuan)$/.test(name);
  const per = isMoney ? (matchAt(PER, text, end + unit.length) ?? '') : '';
  pushToken(state, plainUnits.has(name) ? 'NUMBER' : 'QUANTITY', digits + unit + per);
}

/** Letters right behind the digits that are neither a unit nor a boundary word: 3000文. */
function scanUnknownUnit(state: ScanState, digits: string): void {
  const end = state.at + digits.length;
  const unit = matchAt(LETTERS, state.text, end);
  if (unit === undefined || boundaryWords.some((word) => unit.startsWith(word))) {
    pushToken(state, 'NUMBER', digits);
    return;
  }
  // 千 and 成 are units only when no other letters stand behind them but reserved words: 5成以上.
  const bound = boundaryWords.find((word) => unit.length > word.length && unit.endsWith(word));
  const alone = bound === undefined ? unit : unit.slice(0, -bound.length);
  const amount = unscaled(digits, alone);
  if (amount !== undefined) {
    reportAmount(state, digits + alone, amount);
    pushToken(state, 'QUANTITY', digits + alone);
    return;
  }
  report(state, 'unknown-unit', { unit }, end, end + unit.length);
  pushToken(state, 'QUANTITY', digits + unit);
}

function reportAmount(state: ScanState, written: string, right: string): void {
  const { at } = state;
  report(state, 'wrong-quantity', { written, right }, at, at + written.length);
}
