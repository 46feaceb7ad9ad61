import type { DialectName, SqlCell, SqlRow } from '@tiaoli/compiler';

/** A database that the tests hold open. */
export interface Database {
  readonly dialect: DialectName;
  /** Runs statements that give nothing. */
  readonly run: (statement: string) => Promise<void>;
  /** The rows of a query; whole numbers as `bigint`. */
  readonly rows: (query: string) => Promise<readonly SqlRow[]>;
  readonly close: () => Promise<void>;
}

/** A cell as it is written in a statement, in a column of that type. */
export function cellText(cell: SqlCell, type: string, dialect: DialectName): string {
  if (cell === null) return `CAST(NULL AS ${type})`;
  if (typeof cell !== 'object') return `CAST(${plainText(cell, dialect)} AS ${type})`;
  const cells = cell.map((each) => (each === null ? 'NULL' : plainText(each, dialect))).join(', ');
  const list = { duckdb: `[${cells}]`, postgres: `ARRAY[${cells}]`, spark: `array(${cells})` };
  return `CAST(${list[dialect]} AS ${type})`;
}

function plainText(cell: SqlCell, dialect: DialectName): string {
  if (typeof cell !== 'string') return String(cell);
  const hex = Buffer.from(cell, 'utf8').toString('hex');
  return {
    duckdb: `decode(unhex('${hex}'))`,
    postgres: `convert_from(decode('${hex}', 'hex'), 'UTF8')`,
    // A literal: what is worked out cannot stand among the rows of a query.
    spark: `CAST(X'${hex}' AS STRING)`,
  }[dialect];
}
