/** A table: what is read, and what is kept in files, cell by cell. */
export interface Table {
  /** Its name in files. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly Cell[])[];
  /** How its figures are meant: definitions, units, what is hidden. */
  readonly notes: readonly string[];
  /** The key of the column that is drawn as bars where there is no picture. */
  readonly bars?: string;
}

export interface TableColumn {
  /** Its name in files for programs. */
  readonly key: string;
  readonly head: string;
  /** The unit of what is read. */
  readonly unit?: string;
  /** The unit of what is kept in files. */
  readonly fileUnit?: string;
  readonly kind: ColumnKind;
  /** Its cells have standard errors, which files keep beside them. */
  readonly hasErrors?: true;
  /** Left out where there is little room. */
  readonly isDetail?: true;
}

/** `decimal`: exact, a text of digits. `number`: an estimate. */
export type ColumnKind = 'text' | 'decimal' | 'number' | 'count';

export interface Cell {
  readonly text: string;
  /** Nothing where the cell is hidden, or where there is none. */
  readonly value: string | number | null;
  /** Standard error, in the unit of the value. */
  readonly error?: number;
  /** `±1.23`, in the unit of the text; half of the 95% interval. */
  readonly margin?: string;
}

/** `基金支付变化（万元）`. */
export function headText({ head, unit }: TableColumn): string {
  return unit === undefined ? head : withUnit(head, unit);
}

/** In brackets of the language of the unit. */
export function withUnit(text: string, unit: string): string {
  if (text === unit) return text;
  return /^[ -~]*$/.test(unit) ? `${text} (${unit})` : `${text}（${unit}）`;
}

/** The text of a cell with its margin: `+1,234.56 ±12.30`. */
export function cellText({ text, margin }: Cell): string {
  return margin === undefined ? text : `${text} ${margin}`;
}
