import type { DayNumber } from '@tiaoli/base';
import { dayNumber } from '@tiaoli/base';
import { WEIGHT_UNIT } from '../table/columns.ts';
import type { RowFault } from './convert-cell.ts';
import { convertCell } from './convert-cell.ts';
import type { CellSource, ImportMapping } from './import-mapping.ts';
import { derivedColumns, importedColumns } from './import-mapping.ts';

/** What is wrong with one cell of a row, or with the row as it stands. */
export interface CellFault {
  readonly column: string;
  readonly fault: RowFault;
}

/** The row by column of the population; days as numbers, members and identifiers as texts. */
export type ConvertedRow = Readonly<Record<string, number | string | undefined>>;

export type RowReading =
  | { readonly kind: 'row'; readonly row: ConvertedRow }
  | { readonly kind: 'faults'; readonly faults: readonly CellFault[] };

/** Columns of the mapping that the file does not have. */
export function missingColumns(
  { sources }: ImportMapping,
  header: readonly string[],
): readonly string[] {
  const wanted = [...sources.values()].flatMap((source) =>
    source.kind === 'column' ? [source.column] : [],
  );
  return [...new Set(wanted)].filter((name) => !header.includes(name));
}

/** A reader of the rows of a file with this header: every fault of a row is told, none is mended. */
export function rowReader(
  { sources, year }: ImportMapping,
  header: readonly string[],
): (cells: readonly string[]) => RowReading {
  const columns = importedColumns.flatMap(({ column }) => {
    const source = sources.get(column.name);
    return source ? [{ column, source, at: indexOf(source, header) }] : [];
  });
  return (cells) => {
    if (cells.length !== header.length) {
      return { kind: 'faults', faults: [{ column: '', fault: 'broken-row' }] };
    }
    const row: Record<string, number | string | undefined> = {};
    const faults: CellFault[] = [];
    for (const { column, source, at } of columns) {
      const { name } = column;
      const cell = source.kind === 'constant' ? source.value : (cells[at] ?? '');
      const converted = convertCell(column.type, source, cell);
      const isOpen = column.optional || derivedColumns.includes(name);
      if ('fault' in converted) faults.push({ column: name, fault: converted.fault });
      else if (converted.value !== undefined) row[name] = converted.value;
      else if (!isOpen) faults.push({ column: name, fault: 'empty' });
    }
    if (faults.length > 0) return { kind: 'faults', faults };
    derive(row, year);
    const broken = rowFaults(row, year);
    return broken.length > 0 ? { kind: 'faults', faults: broken } : { kind: 'row', row };
  };
}

function indexOf(source: CellSource, header: readonly string[]): number {
  return source.kind === 'column' ? header.indexOf(source.column) : -1;
}

/** What a mapping may leave out, made of the rest of the row. */
function derive(row: Record<string, number | string | undefined>, year: number): void {
  const amount = (name: string): number => Number(row[name] ?? 0);
  row.class_a_amt ??= amount('medfee_sumamt') - amount('class_b_amt') - amount('fulamt_ownpay_amt');
  row.inscp_scp_amt ??=
    amount('medfee_sumamt') -
    amount('fulamt_ownpay_amt') -
    amount('overlmt_selfpay') -
    amount('preselfpay_amt');
  row.days = Math.max(1, amount('end_date') - amount('begin_date'));
  row.weight ??= WEIGHT_UNIT;
  row.enrol_from ??= firstDay(year);
  row.enrol_to ??= firstDay(year + 1) - 1;
}

function firstDay(year: number): DayNumber {
  return dayNumber({ year, month: 1, day: 1 });
}

/** What holds of every row of a population; the same rules as `verify`, cell by cell. */
function rowFaults(row: ConvertedRow, year: number): readonly CellFault[] {
  const value = (name: string): number => Number(row[name] ?? 0);
  const faults: CellFault[] = [];
  const settled = value('settle_date');
  if (settled < firstDay(year) || settled >= firstDay(year + 1)) {
    faults.push({ column: 'settle_date', fault: 'outside-year' });
  }
  if (value('begin_date') > value('end_date')) {
    faults.push({ column: 'begin_date', fault: 'ends-before-begin' });
  }
  if (row.death_date !== undefined && value('begin_date') > value('death_date')) {
    faults.push({ column: 'begin_date', fault: 'after-death' });
  }
  const total = value('medfee_sumamt');
  const classes = value('class_a_amt') + value('class_b_amt') + value('fulamt_ownpay_amt');
  const parts =
    value('fulamt_ownpay_amt') +
    value('overlmt_selfpay') +
    value('preselfpay_amt') +
    value('inscp_scp_amt');
  const least = Math.min(value('class_a_amt'), value('inscp_scp_amt'));
  if (classes !== total || parts !== total || least < 0) {
    faults.push({ column: 'medfee_sumamt', fault: 'parts-differ' });
  }
  return faults;
}
