import type { Fix } from '@tiaoli/base';
import { before, behind, compare, fixOf, instead } from '@tiaoli/base';
import type { Interval } from '../generated/ast.ts';
import { spanOf } from '../span-of.ts';
import type { KeywordLanguage } from '../syntax/spellings.ts';
import { spell } from '../syntax/spellings.ts';
import { unfilled } from '../syntax/unfilled.ts';
import type { End, Stretch } from './interval.ts';

/** A band as it stands in the text. */
export interface WrittenBand {
  readonly range: Interval;
  readonly stretch: Stretch;
}

/** Where a band begins or ends, as it is to be written. */
interface Limit {
  readonly text: string;
  readonly included: boolean;
}

/** A band from its ends: `超过10万元至20万元`; undefined for one without any. */
export function bandText(
  low: Limit | undefined,
  high: Limit | undefined,
  language: KeywordLanguage,
): string | undefined {
  const space = language === 'en' ? ' ' : '';
  const word = (name: string): string => spell(name, language) + space;
  const from = low && word(low.included ? 'at_least' : 'above') + low.text;
  if (!high) return from;
  const most = high.included ? (low ? 'to' : 'not_above') : 'less_than';
  const upTo = word(most) + high.text;
  return from === undefined ? upTo : `${from}${space}${upTo}`;
}

/** Lets a band begin where the one before it ends. */
export function beginAt(
  { range, stretch }: WrittenBand,
  end: End | undefined,
  language: KeywordLanguage,
): Fix | undefined {
  if (!end || isBelow(stretch.high, end)) return undefined;
  return rewritten(range, limitBeyond(end), limitOf(stretch.high), language);
}

/** Lets a band end where the one behind it begins. */
export function endAt(
  { range, stretch }: WrittenBand,
  begin: End | undefined,
  language: KeywordLanguage,
): Fix | undefined {
  if (!begin || isBelow(begin, stretch.low)) return undefined;
  const fix = rewritten(range, limitOf(stretch.low), limitBeyond(begin), language);
  const text = fix?.edits[0]?.text ?? '';
  return (
    fix && { ...fix, title: { zh: `前一段改为 ${text}`, en: `write ${text} for the band before` } }
  );
}

/** Lets the first band begin at 0. */
export function beginAtZero({ range, stretch }: WrittenBand, language: KeywordLanguage) {
  return rewritten(range, undefined, limitOf(stretch.high), language);
}

/** Lets the last band go on without an end. */
export function openEnd({ range, stretch }: WrittenBand, language: KeywordLanguage) {
  return rewritten(range, limitOf(stretch.low), undefined, language);
}

function rewritten(
  range: Interval,
  low: Limit | undefined,
  high: Limit | undefined,
  language: KeywordLanguage,
): Fix | undefined {
  const written = range.$cstNode?.text ?? '';
  const text = bandText(low, high, language);
  // A comment between the words would be lost.
  if (text === undefined || /\/[/*]/.test(written)) return undefined;
  return fixOf(instead(text), spanOf(range));
}

/** Writes the band that is missing as a row of a table, its values to be filled in: nobody knows them yet. */
export function addBand(
  { range }: WrittenBand,
  {
    low,
    high,
    side,
  }: { readonly low?: End; readonly high?: End; readonly side: 'before' | 'behind' },
  language: KeywordLanguage,
): Fix | undefined {
  const row = range.$container.$container;
  const key = bandText(low && limitBeyond(low), high && limitBeyond(high), language);
  const cst = row?.$cstNode;
  if (!row || !cst || key === undefined) return undefined;
  const isGrid = row.$type === 'GridRow';
  if (!isGrid && row.$type !== 'KeyedRow') return undefined;
  const values = isGrid ? row.cells.slice(1).map(() => unfilled(language)) : [unfilled(language)];
  const colon = `${spell(':', language)}${language === 'en' ? ' ' : ''}`;
  const text = isGrid ? [key, ...values].join(' | ') : key + colon + values.join('');
  const [lead = ''] = /[^\n]*$/.exec(cst.root.fullText.slice(0, cst.offset)) ?? [];
  const gap = lead.trim() === '' ? `\n${lead}` : '  ';
  const mark = spell(';', language);
  const remedy =
    side === 'before' ? before(`${text}${mark}${gap}`) : behind(`${mark}${gap}${text}`);
  const title = {
    zh: `补一段 ${key}，值待填`,
    en: `add the band ${key}, its value to be filled in`,
  };
  return { ...fixOf(remedy, spanOf(row)), title };
}

/** What begins right behind an end, or ends right before a beginning. */
function limitBeyond({ node, included }: End): Limit {
  return { text: node.$cstNode?.text ?? '', included: !included };
}

function limitOf(end: End | undefined): Limit | undefined {
  return end && { text: end.node.$cstNode?.text ?? '', included: end.included };
}

/** True where `left` is known not to lie above `right`: nothing would be left of the band. */
function isBelow(left: End | undefined, right: End | undefined): boolean {
  return left?.value !== undefined && right?.value !== undefined
    ? compare(left.value, right.value) <= 0
    : false;
}
