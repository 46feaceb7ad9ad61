import type { Diagnostic, Span, TextLanguage } from '@tiaoli/base';
import { rational } from '@tiaoli/base';
import type { CatalogueKeyColumn, CatalogueRows, CatalogueSchema } from '@tiaoli/ir';
import { isNumeric, printNumber, scaleOfColumn } from '@tiaoli/ir';
import Papa from 'papaparse';
import type { MembersOf } from './column-builder.ts';
import { columnBuilder, growing } from './column-builder.ts';
import type { FaultList } from './fault-list.ts';
import { createFaultList } from './fault-list.ts';
import type { KeyTable } from './key-table.ts';
import { keyTable } from './key-table.ts';
import { report } from './messages.ts';

/** The rows of one file, as calculations and people look for them. */
export interface CatalogueTable extends CatalogueRows {
  readonly rowCount: number;
  readonly keyText: KeyTable['keyText'];
  readonly validityOf: KeyTable['validityOf'];
  readonly textKeys: KeyTable['textKeys'];
  readonly rowsWith: KeyTable['rowsWith'];
  /** The keys of a row by the columns of its file, as people write them; an open end of a stretch is empty. */
  readonly keyCells: (row: number, language?: TextLanguage) => readonly KeyCell[];
  /** A cell of a column of numbers as people write it: `100元`, `5%`. */
  readonly printNumber: (column: string, cell: number, language?: TextLanguage) => string;
}

export interface KeyCell {
  readonly column: string;
  readonly text: string;
}

export interface LoadedRows {
  /** Absent as soon as one row is bad. */
  readonly table?: CatalogueTable;
  readonly findings: readonly Diagnostic[];
}

/** A line of a table is some hundred characters; one quote that is never closed swallows the rest of the file. */
const MOST_CHARACTERS = 20_000;

/** Overlapping keys that are looked for. */
const MOST_OVERLAPS = 1000;

/**
 * Reads a CSV text by its schema: every bad row is found, none is left out silently. Rows are counted as a spreadsheet
 * shows them, the header being row 1.
 */
export function loadRows(
  text: string,
  schema: CatalogueSchema,
  { path, membersOf }: { readonly path: string; readonly membersOf: MembersOf },
): LoadedRows {
  const faults = createFaultList(path);
  const rows = rowCollector(schema, membersOf, faults);
  let header: ReadonlyMap<string, number> | undefined;
  let number = 0;
  let offset = 0;
  Papa.parse<string[]>(text, {
    delimiter: ',',
    step: ({ data, errors, meta }, parser) => {
      number += 1;
      const place = { number, span: rowSpan(path, number, offset), length: meta.cursor - offset };
      offset = meta.cursor;
      if (errors.some(({ type }) => type === 'Quotes')) {
        faults.add(() => report('catalogue-quotes', { row: number }, place.span));
      }
      if (isTooLong(place, faults)) parser.abort();
      else if (header) addCells(data, header, place, { rows, faults });
      else {
        header = readHeader(data, schema, place.span, faults);
        if (!header) parser.abort();
      }
    },
  });
  rows.findOverlaps(path);
  if (faults.count() === 0 && rows.count() === 0) {
    faults.add(() => report('catalogue-empty', {}, rowSpan(path, 1, 0)));
  }
  return { findings: faults.list(), ...(faults.count() === 0 && { table: rows.build() }) };
}

interface RowPlace {
  readonly number: number;
  readonly span: Span;
  readonly length: number;
}

function isTooLong({ number: row, span, length }: RowPlace, faults: FaultList): boolean {
  if (length <= MOST_CHARACTERS) return false;
  faults.add(() => report('catalogue-long-row', { row, most: MOST_CHARACTERS }, span));
  return true;
}

function addCells(
  data: readonly string[],
  header: ReadonlyMap<string, number>,
  { number: row, span }: RowPlace,
  { rows, faults }: { readonly rows: RowCollector; readonly faults: FaultList },
): void {
  if (data.length === 1 && data[0]?.trim() === '') return;
  if (data.length !== header.size) {
    const sizes = { row, found: data.length, wanted: header.size };
    faults.add(() => report('catalogue-cells', sizes, span));
    return;
  }
  rows.add((name) => data[header.get(name) ?? -1]?.trim() ?? '', { number: row, span });
}

interface RowCollector {
  readonly add: (
    cellOf: (column: string) => string,
    place: { readonly number: number; readonly span: Span },
  ) => void;
  readonly count: () => number;
  readonly findOverlaps: (path: string) => void;
  readonly build: () => CatalogueTable;
}

function rowCollector(
  schema: CatalogueSchema,
  membersOf: MembersOf,
  faults: FaultList,
): RowCollector {
  const keys = keyTable(schema, membersOf);
  const columns = schema.columns.map((each) => ({
    name: each.name,
    builder: columnBuilder(each, membersOf),
  }));
  const numbers = growing();
  const bad = new Set<number>();
  let count = 0;
  return {
    add: (cellOf, { number: row, span }) => {
      const found = [...keys.add(cellOf)];
      for (const { name, builder } of columns) {
        const reason = builder.add(cellOf(name));
        if (reason) found.push({ column: name, reason });
      }
      numbers.push(row);
      if (found.length > 0) bad.add(count);
      count += 1;
      for (const { column, reason } of found) {
        const cell = shown(cellOf(column));
        faults.add(() => report('catalogue-cell', { row, column, cell, reason }, span));
      }
    },
    count: () => count,
    findOverlaps: (path) => {
      const numberOf = (row: number): number => numbers.view()[row] ?? 0;
      for (const [left, right] of keys.overlaps(MOST_OVERLAPS)) {
        if (bad.has(left) || bad.has(right)) continue;
        const rows = [numberOf(left), numberOf(right)] as const;
        const span = rowSpan(path, rows[1], 0);
        faults.add(() => report('catalogue-overlap', { key: keys.keyText(left), rows }, span));
      }
    },
    build: () => ({
      rowCount: count,
      rowOf: keys.rowOf,
      columns: new Map(columns.map(({ name, builder }) => [name, builder.build()])),
      keyText: keys.keyText,
      validityOf: keys.validityOf,
      textKeys: keys.textKeys,
      rowsWith: keys.rowsWith,
      keyCells: (row, language = 'zh') => keyCells(keys, schema, row, language),
      printNumber: (name, cell, language = 'zh') => printCell(schema, name, cell, language),
    }),
  };
}

/** Where each column stands; undefined where some are missing or stand twice. */
function readHeader(
  cells: readonly string[],
  schema: CatalogueSchema,
  span: Span,
  faults: FaultList,
): ReadonlyMap<string, number> | undefined {
  const found = cells.map((cell) => cell.trim());
  const missing = wantedColumns(schema).filter((name) => !found.includes(name));
  const twice = found.filter((name, at) => found.indexOf(name) !== at);
  if (missing.length === 0 && twice.length === 0) {
    return new Map(found.map((name, at) => [name, at]));
  }
  faults.add(() =>
    report('catalogue-header', { missing, twice, found: found.slice(0, 20).map(shown) }, span),
  );
  return undefined;
}

function wantedColumns({ keys, columns, validity }: CatalogueSchema): readonly string[] {
  return [
    ...keys.flatMap(({ name, range }) => (range ? [range.low, range.high] : [name])),
    ...columns.map(({ name }) => name),
    ...(validity ? [validity.from, ...(validity.to === undefined ? [] : [validity.to])] : []),
  ];
}

function printCell(
  schema: CatalogueSchema,
  name: string,
  cell: number,
  language: TextLanguage,
): string {
  const column = schema.columns.find((each) => each.name === name);
  return column && isNumeric(column.type) ? printOf(column, cell, language) : String(cell);
}

function printOf(
  column: Pick<CatalogueKeyColumn, 'name' | 'type'>,
  cell: number,
  language: TextLanguage,
): string {
  return printNumber(rational(BigInt(cell), BigInt(scaleOfColumn(column))), column.type, language);
}

function keyCells(
  keys: KeyTable,
  schema: CatalogueSchema,
  row: number,
  language: TextLanguage,
): readonly KeyCell[] {
  const texts = [...keys.textKeys(row)];
  const stretches = keys.stretchesOf(row);
  return schema.keys.flatMap((key) => {
    const { range } = key;
    if (!range) return [{ column: key.name, text: texts.shift() ?? '' }];
    const found = stretches.find((each) => each.key === key);
    const end = (cell = Number.NaN) => (Number.isFinite(cell) ? printOf(key, cell, language) : '');
    return [
      { column: range.low, text: end(found?.low) },
      { column: range.high, text: end(found?.high) },
    ];
  });
}

/** A cell as a message shows it. */
function shown(cell: string): string {
  const plain = cell.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\u{FFFD}');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

function rowSpan(file: string, line: number, offset: number): Span {
  const start = { offset, line, column: 1 };
  return { file, start, end: start };
}
