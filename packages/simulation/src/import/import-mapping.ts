import type { Column, ColumnType, TableName } from '../table/columns.ts';
import { tables } from '../table/columns.ts';

/** Where the cells of a column of the population come from. */
export type CellSource =
  | {
      readonly kind: 'column';
      /** Its name in the file. */
      readonly column: string;
      /** Of amounts: what the numbers in the file are. */
      readonly unit?: 'fen' | 'yuan';
      /** Of members: the member for each word of the file; without it the words are the members. */
      readonly members?: Readonly<Record<string, string>>;
    }
  /** The same for every row. */
  | { readonly kind: 'constant'; readonly value: string };

/** What `--map` holds: the year of the claims, and the source of every column. */
export interface ImportMapping {
  readonly year: number;
  readonly sources: ReadonlyMap<string, CellSource>;
}

export type MappingFault =
  | { readonly kind: 'no-mapping' }
  | { readonly kind: 'unknown-column'; readonly column: string }
  | { readonly kind: 'unmapped-column'; readonly column: string }
  | { readonly kind: 'no-unit'; readonly column: string };

/**
 * Made from the others where the mapping leaves them out: nothing else is guessed. A person without a household is one
 * alone; everybody weighs one and is insured all year.
 */
export const derivedColumns: readonly string[] = [
  ...['hid', 'member', 'age', 'weight', 'enrol_from', 'enrol_to', 'death_date'],
  ...['person_row', 'seq', 'days', 'class_a_amt', 'inscp_scp_amt', 'reversal_of'],
];

/** Always made here, so a mapping has nothing to say of them. */
const alwaysDerived: readonly string[] = ['member', 'age', 'person_row', 'seq', 'days'];

/** The columns that a file of claims gives; what is of the person stands in every row of theirs. */
export const importedColumns: readonly { readonly table: TableName; readonly column: Column }[] = (
  ['persons', 'claims'] as const
).flatMap((table) =>
  tables[table]
    .filter(({ name }) => !alwaysDerived.includes(name))
    .filter(({ name }) => table === 'persons' || name !== 'pid')
    .map((column) => ({ table, column })),
);

/** Reads the mapping file; everything that is wrong with it at once. */
export function readMapping(text: string): {
  readonly mapping?: ImportMapping;
  readonly faults: readonly MappingFault[];
} {
  const json = parsed(text);
  const year = json?.year;
  const columns = json?.columns;
  if (typeof year !== 'number' || !Number.isInteger(year) || !isRecord(columns)) {
    return { faults: [{ kind: 'no-mapping' }] };
  }
  const sources = new Map<string, CellSource>();
  const faults: MappingFault[] = [];
  for (const [name, told] of Object.entries(columns)) {
    const known = importedColumns.find(({ column }) => column.name === name);
    const source = known && sourceOf(told);
    if (!source) faults.push({ kind: 'unknown-column', column: name });
    else if (lacksUnit(known.column.type, source)) faults.push({ kind: 'no-unit', column: name });
    else sources.set(name, source);
  }
  for (const { column } of importedColumns) {
    const { name } = column;
    if (name in columns || derivedColumns.includes(name)) continue;
    faults.push({ kind: 'unmapped-column', column: name });
  }
  return faults.length > 0 ? { faults } : { mapping: { year, sources }, faults };
}

function lacksUnit(type: ColumnType, source: CellSource): boolean {
  return type.kind === 'money' && source.kind === 'column' && source.unit === undefined;
}

function sourceOf(told: unknown): CellSource | undefined {
  if (typeof told === 'string') return { kind: 'column', column: told };
  if (!isRecord(told)) return undefined;
  const { column, value, unit, members } = told;
  if (typeof value === 'string') return { kind: 'constant', value };
  if (typeof column !== 'string') return undefined;
  if (unit !== undefined && unit !== 'fen' && unit !== 'yuan') return undefined;
  if (members !== undefined && !isWords(members)) return undefined;
  return { kind: 'column', column, ...(unit && { unit }), ...(members && { members }) };
}

function isWords(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((word) => typeof word === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
