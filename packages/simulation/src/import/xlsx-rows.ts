import { calendarDate, dayNumber } from '@tiaoli/base';
import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { DIGITS_LOST } from './convert-cell.ts';
import type { OpenedZip } from './open-zip.ts';
import { openZip } from './open-zip.ts';
import type { TextRows } from './read-rows.ts';

/** Elements of XML as they come: their names without prefix, their attributes, the text within. */
interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

async function* parse(zip: OpenedZip, name: string, events: XmlEvents): AsyncIterable<void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: own, attributes }: SaxesTagPlain) =>
    events.open?.(localName(own), attributes),
  );
  parser.on('closetag', ({ name: own }: SaxesTagPlain) => events.close?.(localName(own)));
  parser.on('text', (text: string) => events.text?.(text));
  parser.on('error', (error: Error) => {
    throw error;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of await zip.stream(name)) {
    parser.write(decoder.decode(bytes as Uint8Array, { stream: true }));
    yield;
  }
  parser.close();
  yield;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

async function parseWhole(zip: OpenedZip, name: string, events: XmlEvents): Promise<void> {
  if (!zip.names.has(name)) return;
  for await (const _ of parse(zip, name, events));
}

/** What the cells of a sheet refer to. */
interface Workbook {
  /** The part of the first sheet. */
  readonly sheet: string;
  readonly strings: readonly string[];
  /** By style: whether its numbers are days. */
  readonly isDate: readonly boolean[];
  /** The day that serial number 0 stands for. */
  readonly epoch: number;
}

/** Rows of the first sheet of a workbook; undefined where the file is none, or is too large to be one. */
export async function openXlsx(path: string): Promise<TextRows | undefined> {
  const zip = await openZip(path);
  if (!zip) return undefined;
  if (!zip.names.has('xl/workbook.xml')) {
    zip.close();
    return undefined;
  }
  return sheetRows(zip);
}

async function* sheetRows(zip: OpenedZip): TextRows {
  try {
    const book = await readWorkbook(zip);
    const ready: string[][] = [];
    const sheet = sheetReader(book, ready);
    let width: number | undefined;
    for await (const _ of parse(zip, book.sheet, sheet)) {
      for (const row of ready.splice(0)) {
        width ??= row.length;
        // Empty cells at the end of a row are not written.
        yield row.length === 0 ? row : padded(row, width);
      }
    }
  } finally {
    zip.close();
  }
}

function padded(row: readonly string[], width: number): readonly string[] {
  return Array.from({ length: Math.max(width, row.length) }, (_, at) => row[at] ?? '');
}

async function readWorkbook(zip: OpenedZip): Promise<Workbook> {
  let first: string | undefined;
  let is1904 = false;
  await parseWhole(zip, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'sheet') first ??= attributes['r:id'];
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    },
  });
  let target = 'worksheets/sheet1.xml';
  await parseWhole(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === first && Target) target = Target;
    },
  });
  return {
    sheet: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    strings: await readStrings(zip),
    isDate: await readStyles(zip),
    epoch: is1904
      ? dayNumber({ year: 1904, month: 1, day: 1 })
      : dayNumber({ year: 1899, month: 12, day: 30 }),
  };
}

async function readStrings(zip: OpenedZip): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  await parseWhole(zip, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = '';
      isText = name === 't';
    },
    text: (text) => {
      if (isText) current += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** Numbers of the formats that are days in every workbook. */
const dateFormats = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

async function readStyles(zip: OpenedZip): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>();
  const isDate: boolean[] = [];
  let isCellFormat = false;
  await parseWhole(zip, 'xl/styles.xml', {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') own.set(Number(numFmtId), isDateCode(formatCode));
      if (name === 'cellXfs') isCellFormat = true;
      if (name !== 'xf' || !isCellFormat) return;
      const id = Number(numFmtId);
      isDate.push(own.get(id) ?? dateFormats.has(id));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormat = false;
    },
  });
  return isDate;
}

/** Quoted words, colours and escapes aside, a code with a year or a day is one of days. */
function isDateCode(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

interface OpenCell {
  readonly at: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

/** Puts the rows of a sheet into `ready` as they end; rows that are left out are empty ones. */
function sheetReader(book: Workbook, ready: string[][]): XmlEvents {
  let rows = 0;
  let row: string[] = [];
  let cell: OpenCell | undefined;
  let isValue = false;
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = Number(attributes.r ?? rows + 1);
        for (; rows < Math.min(number, MOST_ROWS) - 1; rows += 1) ready.push([]);
        row = [];
      } else if (name === 'c') {
        const { r, t = 'n', s = '0' } = attributes;
        cell = { at: r ? columnOf(r) : row.length, type: t, style: Number(s), text: '' };
      }
      isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue && cell) cell.text += text;
    },
    close: (name) => {
      isValue = false;
      if (name === 'c' && cell) {
        while (row.length < cell.at) row.push('');
        row.push(cellText(cell, book));
        cell = undefined;
      } else if (name === 'row') {
        ready.push(row);
        rows += 1;
      }
    },
  };
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** `C7` stands in column 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '').toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return Math.min(Math.max(column, 1), MOST_COLUMNS) - 1;
}

function cellText({ type, style, text }: OpenCell, book: Workbook): string {
  if (type === 's') return book.strings[Number(text)] ?? '';
  if (type !== 'n' || text === '') return text;
  const value = Number(text);
  if (book.isDate[style] === true) return dateText(book.epoch + Math.floor(value));
  return numberText(value);
}

function dateText(day: number): string {
  const { year, month, day: dayOfMonth } = calendarDate(day);
  return `${year}-${month}-${dayOfMonth}`;
}

/** Workbooks hold fifteen digits: an identifier of more that was typed as a number is another one by now. */
const MOST_DIGITS = 15;

function numberText(value: number): string {
  if (Math.abs(value) >= 10 ** MOST_DIGITS) return DIGITS_LOST;
  return String(Number(value.toPrecision(MOST_DIGITS)));
}
