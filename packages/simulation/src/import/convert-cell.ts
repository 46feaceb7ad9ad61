import { parseDate } from '@tiaoli/base';
import type { ColumnType } from '../table/columns.ts';
import { MOST_FEN } from '../table/columns.ts';
import type { CellSource } from './import-mapping.ts';

/** What is wrong with a row. */
export type RowFault =
  | 'empty'
  | 'no-number'
  | 'wrong-unit'
  | 'negative'
  | 'beyond-domain'
  | 'no-date'
  | 'unknown-member'
  | 'outside-year'
  | 'ends-before-begin'
  | 'parts-differ'
  | 'after-death'
  | 'duplicate-claim'
  | 'person-differs'
  | 'unknown-reversal'
  | 'broken-row'
  | 'digits-lost';

/** Stands in a cell whose number has more digits than the workbook kept. */
export const DIGITS_LOST = '\u0000';

/** A cell as a number (days, fen, the index of a member) or a text, or why it is none. */
export type Converted =
  | { readonly value: number | string | undefined }
  | { readonly fault: RowFault };

/** Reads one cell; an empty one has no value. Identifiers and words are kept as texts. */
export function convertCell(type: ColumnType, source: CellSource, cell: string): Converted {
  const text = cell.trim();
  if (text === '') return { value: undefined };
  if (text === DIGITS_LOST) return { fault: 'digits-lost' };
  switch (type.kind) {
    case 'money':
      return moneyOf(text, source.kind === 'column' ? source.unit : 'fen');
    case 'integer':
      return integerOf(text, type.low, type.high);
    case 'date':
      return dateOf(text);
    case 'member':
      return memberOf(text, type.members, source);
    default:
      return { value: text };
  }
}

const MOST_DIGITS = 15;

/** Fen are whole; yuan have at most two decimals. What looks like the other unit is told, not converted. */
function moneyOf(text: string, unit: 'fen' | 'yuan' | undefined): Converted {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return { fault: 'no-number' };
  const [, sign, whole = '', decimals = ''] = match;
  if (sign) return { fault: 'negative' };
  if (whole.length > MOST_DIGITS) return { fault: 'beyond-domain' };
  const kept = decimals.replace(/0+$/, '');
  if (unit === 'fen' ? decimals !== '' : kept.length > 2) return { fault: 'wrong-unit' };
  const fen = unit === 'fen' ? Number(whole) : Number(whole) * 100 + Number(kept.padEnd(2, '0'));
  return fen > MOST_FEN ? { fault: 'beyond-domain' } : { value: fen };
}

function integerOf(text: string, low: number, high: number): Converted {
  if (!/^-?\d+(?:\.0+)?$/.test(text)) return { fault: 'no-number' };
  const value = Number(text);
  return value < low || value > high ? { fault: 'beyond-domain' } : { value };
}

/** `2025-03-01`, `2025/3/1`, `20250301`, with a time of day behind it or not. */
function dateOf(text: string): Converted {
  const match =
    /^(\d{4})([-/]?)(\d{1,2})\2(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(text);
  const [, year, , month = '', dayOfMonth = ''] = match ?? [];
  const day =
    match && parseDate(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  return day === undefined || day === null ? { fault: 'no-date' } : { value: day };
}

function memberOf(text: string, members: readonly string[], source: CellSource): Converted {
  const own = source.kind === 'column' ? source.members : undefined;
  const word = own ? own[text] : text;
  const at = word === undefined ? -1 : members.indexOf(word);
  return at < 0 ? { fault: 'unknown-member' } : { value: members[at] };
}
