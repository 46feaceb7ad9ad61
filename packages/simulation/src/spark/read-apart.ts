import type { ReadColumns } from '../run/read-columns.ts';
import type { RunPlan } from '../run/run-plan.ts';
import type { Column, TableName } from '../table/columns.ts';
import { apartColumns } from './apart-steps.ts';
import type { SparkCell, SparkRow } from './spark-job.ts';

/** Rows of a table of Spark as those of a bucket. */
export interface ApartTables {
  readonly persons: ReadColumns;
  readonly claims: ReadColumns;
}

/** The rows that `apartRowsSteps` asks for, in the order in which a bucket has them. */
export function readApart(
  plan: RunPlan,
  rows: { readonly persons: readonly SparkRow[]; readonly claims: readonly SparkRow[] },
): ApartTables {
  const persons = sorted(plan, 'persons', rows.persons);
  const claims = sorted(plan, 'claims', rows.claims);
  const rowOf = new Map(persons.rows.map((row, at) => [persons.at(row, 'pid'), at]));
  const owners = claims.rows.map((row) => {
    const owner = rowOf.get(claims.at(row, 'pid'));
    if (owner === undefined) throw new Error('a claim of nobody');
    return owner;
  });
  const read = columnsOf(claims);
  return {
    persons: columnsOf(persons),
    claims: { ...read, columns: { ...read.columns, person_row: Int32Array.from(owners) } },
  };
}

interface SortedRows {
  readonly columns: readonly Column[];
  readonly rows: readonly SparkRow[];
  readonly at: (row: SparkRow, name: string) => SparkCell;
}

function sorted(plan: RunPlan, table: TableName, rows: readonly SparkRow[]): SortedRows {
  const columns = apartColumns(plan, table);
  const places = new Map(columns.map(({ name }, at) => [name, at]));
  const at = (row: SparkRow, name: string): SparkCell => row[places.get(name) ?? -1] ?? null;
  const keys = table === 'persons' ? ['pid'] : ['pid', 'settle_date', 'claim_id'];
  const difference = (a: SparkRow, b: SparkRow): number =>
    keys.map((key) => Number(at(a, key)) - Number(at(b, key))).find((each) => each !== 0) ?? 0;
  return { columns, rows: rows.toSorted(difference), at };
}

function columnsOf({ columns, rows, at }: SortedRows): ReadColumns {
  const words: Record<string, readonly string[]> = {};
  const found = columns.map(({ name, type }) => {
    const cells = rows.map((row) => textOf(at(row, name), name));
    if (type.kind === 'text') words[name] = [...new Set(cells)].sort();
    const members = type.kind === 'member' ? type.members : words[name];
    const values = cells.map((cell) => (members ? members.indexOf(cell) : Number(cell)));
    // A word that nobody knows has no place; here as in all of the run.
    if (values.some((value) => value < 0 && members)) throw new RangeError(`${name}: no such word`);
    return [
      name,
      type.kind === 'id' ? Float64Array.from(values) : Int32Array.from(values),
    ] as const;
  });
  return { count: rows.length, columns: Object.fromEntries(found), words };
}

function textOf(cell: SparkCell, name: string): string {
  if (typeof cell !== 'string') throw new RangeError(`an empty cell in ${name}`);
  return cell;
}
