import { join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { openConfined } from '../columnar/open-confined.ts';
import { quoted } from '../columnar/quoted.ts';
import { sha256File } from '../columnar/sha256-file.ts';
import { fileType, named } from '../columnar/sql-types.ts';
import { spreadOf } from '../table/bucket-of.ts';
import type { Column, TableName } from '../table/columns.ts';
import { tables } from '../table/columns.ts';
import type { ManifestFile } from '../table/manifest.ts';
import { fileName } from '../table/manifest.ts';
import type { CellFault, ConvertedRow } from './convert-row.ts';
import { missingColumns, rowReader } from './convert-row.ts';
import type { ImportAnswer, ImportJob, RejectedRow } from './import-job.ts';
import { importedColumns } from './import-mapping.ts';
import { pseudonym } from './pseudonym.ts';
import type { TextRows } from './read-rows.ts';
import { csvRows, encodingOf, parquetRows } from './read-rows.ts';
import { REJECTED_NAME } from './rejected-name.ts';
import { openXlsx } from './xlsx-rows.ts';

const DATABASE_MIB = 1024;

/** The answer holds the first of them; all stand in the file of rejected rows. */
const MOST_TOLD = 200;

/** Imports a file of claims: every cell is checked, rows are sorted into buckets, identifiers stay here. */
export async function importInChild(job: ImportJob): Promise<ImportAnswer> {
  const connection = await openConfined({
    folders: [job.folder],
    files: job.files,
    memoryMiB: DATABASE_MIB,
    spill: join(job.folder, 'spill'),
  });
  try {
    const rows = await openRows(connection, job);
    if (!rows) return { kind: 'unreadable' };
    await createTables(connection);
    const refused = await takeRows(connection, rows, job);
    if (refused) return refused;
    return await settleRows(connection, job);
  } finally {
    connection.closeSync();
  }
}

async function openRows(
  connection: DuckDBConnection,
  { files, format }: ImportJob,
): Promise<TextRows | undefined> {
  if (format === 'parquet') return parquetRows(connection, files);
  const [file] = files;
  if (file === undefined) return undefined;
  if (format === 'xlsx') return openXlsx(file);
  const encoding = await encodingOf(file);
  return encoding && csvRows(file, encoding);
}

/** Columns that are kept as texts of the source, and leave with this process. */
const rawKeys = ['claim_key', 'reversal_key', 'pid_check'] as const;

/** What the table of rows holds beside them: identifiers are pseudonyms already, days are numbers. */
const heldColumns: readonly Column[] = importedColumns
  .map(({ column }) => column)
  .filter(({ name }) => !['claim_id', 'reversal_of'].includes(name));

function heldType(column: Column): string {
  return column.type.kind === 'date' ? 'INTEGER' : fileType(column);
}

async function createTables(connection: DuckDBConnection): Promise<void> {
  const columns = heldColumns.map((column) => `${named(column.name)} ${heldType(column)}`);
  const keys = rawKeys.map((name) => `${name} VARCHAR`);
  const all = ['line BIGINT', 'spread BIGINT', 'days INTEGER', ...keys, ...columns];
  await connection.run(`CREATE TABLE taken (${all.join(', ')})`);
  await connection.run('CREATE TABLE faults (line BIGINT, col VARCHAR, fault VARCHAR)');
  await connection.run("CREATE MACRO day_of(number) AS DATE '1970-01-01' + number");
}

async function takeRows(
  connection: DuckDBConnection,
  rows: TextRows,
  { mapping, key }: ImportJob,
): Promise<ImportAnswer | undefined> {
  const taken = await connection.createAppender('taken');
  const faulty = await connection.createAppender('faults');
  let read: ReturnType<typeof rowReader> | undefined;
  let line = 0;
  for await (const cells of rows) {
    line += 1;
    if (cells.every((cell) => cell === '')) continue;
    if (!read) {
      const header = cells.map((name) => name.replace(/^\ufeff/, '').trim());
      const columns = missingColumns(mapping, header);
      if (columns.length > 0) return { kind: 'columns-missing', columns };
      read = rowReader(mapping, header);
      continue;
    }
    const reading = read(cells);
    if (reading.kind === 'row') appendRow(taken, line, reading.row, key);
    else for (const fault of reading.faults) appendFault(faulty, line, fault);
  }
  taken.closeSync();
  faulty.closeSync();
  return line < 2 ? { kind: 'empty' } : undefined;
}

function appendFault(appender: DuckDBAppender, line: number, { column, fault }: CellFault): void {
  appender.appendBigInt(BigInt(line));
  appender.appendVarchar(column);
  appender.appendVarchar(fault);
  appender.endRow();
}

function appendRow(
  appender: DuckDBAppender,
  line: number,
  row: ConvertedRow,
  key: Uint8Array,
): void {
  const person = pseudonym(key, 'person', String(row.pid));
  const household =
    row.hid === undefined ? person.id : pseudonym(key, 'household', String(row.hid)).id;
  appender.appendBigInt(BigInt(line));
  appender.appendBigInt(BigInt(spreadOf(household)));
  appender.appendInteger(Number(row.days));
  for (const text of [row.claim_id, row.reversal_of, person.check]) {
    if (text === undefined) appender.appendNull();
    else appender.appendVarchar(String(text));
  }
  const ids: Readonly<Record<string, number>> = { pid: person.id, hid: household };
  for (const { name, type } of heldColumns) {
    const value = ids[name] ?? row[name];
    if (value === undefined) appender.appendNull();
    else if (type.kind === 'id') appender.appendBigInt(BigInt(value));
    else if (typeof value === 'number') appender.appendInteger(value);
    else appender.appendVarchar(value);
  }
  appender.endRow();
}

/** Faults that only show between rows; of two claims with one number the later is refused. */
async function findFaultsBetween(connection: DuckDBConnection): Promise<void> {
  await connection.run(`INSERT INTO faults SELECT line, 'claim_id', 'duplicate-claim' FROM taken
    QUALIFY row_number() OVER (PARTITION BY claim_key ORDER BY line) > 1`);
  await connection.run(`INSERT INTO faults SELECT line, 'reversal_of', 'unknown-reversal' FROM taken
    WHERE reversal_key IS NOT NULL AND reversal_key NOT IN (SELECT claim_key FROM taken)`);
  const own = personHeld.map(({ name }) => named(name)).join(', ');
  await connection.run(`INSERT INTO faults
    SELECT line, 'pid', 'person-differs' FROM (
      SELECT line, row(${own}) AS own, first_value(row(${own})) OVER (PARTITION BY pid ORDER BY line) AS told
      FROM taken) WHERE own IS DISTINCT FROM told`);
}

const personHeld = heldColumns.filter(({ name }) =>
  tables.persons.some((column) => column.name === name),
);

/** The middle admission of a year costs between 100 and a million yuan, in whatever unit it was written. */
const PLAUSIBLE_ADMISSION: readonly [number, number] = [10_000, 100_000_000];

async function settleRows(connection: DuckDBConnection, job: ImportJob): Promise<ImportAnswer> {
  await findFaultsBetween(connection);
  const rows = await rejectedRows(connection);
  const count = await oneNumber(connection, 'SELECT count(DISTINCT line) FROM faults');
  await writeRejected(connection, job.folder);
  if (count > 0 && !job.allowRejected) return { kind: 'rejected', rows, count };
  await connection.run('DELETE FROM taken WHERE line IN (SELECT line FROM faults)');
  const median = await oneNumber(
    connection,
    "SELECT coalesce(median(medfee_sumamt), 0) FROM taken WHERE med_type = 'inpatient'",
  );
  const [least, most] = PLAUSIBLE_ADMISSION;
  if (median > 0 && (median < least || median > most)) return { kind: 'doubtful-unit', median };
  await refuseCollisions(connection);
  const people = await oneNumber(connection, 'SELECT count(DISTINCT pid) FROM taken');
  if (people === 0) return { kind: 'empty' };
  const buckets = Math.ceil(people / job.peoplePerBucket);
  await arrange(connection, job.mapping.year, buckets);
  const files: ManifestFile[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    for (const table of ['persons', 'claims'] as const) {
      files.push(await writeBucket(connection, job.folder, table, bucket));
    }
  }
  return { kind: 'written', files, buckets, rows, count };
}

async function rejectedRows(connection: DuckDBConnection): Promise<readonly RejectedRow[]> {
  const reader = await connection.runAndReadAll(
    `SELECT line, col, fault FROM faults ORDER BY line, col, fault LIMIT ${MOST_TOLD}`,
  );
  return reader.getRows().map(([line, column, fault]) => ({
    row: Number(line),
    column: String(column),
    fault: String(fault) as RejectedRow['fault'],
  }));
}

/** Numbers and reasons of every row that was not taken; nothing of what stood in it. */
async function writeRejected(connection: DuckDBConnection, folder: string): Promise<void> {
  const path = quoted(join(folder, REJECTED_NAME));
  await connection.run(
    `COPY (SELECT line AS row, col AS "column", fault AS reason FROM faults ORDER BY ALL) TO ${path} (HEADER)`,
  );
}

/** Two people under one pseudonym would be settled as one. */
async function refuseCollisions(connection: DuckDBConnection): Promise<void> {
  const collisions = await oneNumber(
    connection,
    `SELECT count(*) FROM (SELECT pid FROM taken GROUP BY pid HAVING count(DISTINCT pid_check) > 1)`,
  );
  if (collisions > 0) throw new Error('two identifiers have one pseudonym; use another key');
}

async function oneNumber(connection: DuckDBConnection, query: string): Promise<number> {
  const reader = await connection.runAndReadAll(query);
  return Number(reader.getRows()[0]?.[0]);
}

/** People and claims as the tables have them, with their buckets. */
async function arrange(connection: DuckDBConnection, year: number, buckets: number): Promise<void> {
  const bucket = `spread % ${buckets} AS bucket`;
  const held = personHeld.map(({ name }) => named(name)).join(', ');
  await connection.run(`CREATE TABLE people AS
    SELECT *, row_number() OVER (PARTITION BY bucket ORDER BY pid) - 1 AS person_row,
      row_number() OVER (PARTITION BY hid ORDER BY pid) AS member,
      ${year} - year(day_of(birth_date)) - CASE WHEN month(day_of(birth_date)) = 1
        AND day(day_of(birth_date)) = 1 THEN 0 ELSE 1 END AS age
    FROM (SELECT DISTINCT ${held}, ${bucket} FROM taken)`);
  await connection.run(`CREATE TABLE events AS
    SELECT taken.*, taken.line AS claim_id, people.bucket, people.person_row,
      original.line AS reversal_of,
      row_number() OVER (PARTITION BY taken.pid ORDER BY taken.settle_date, taken.line) AS seq
    FROM taken JOIN people ON people.pid = taken.pid
      LEFT JOIN taken AS original ON original.claim_key = taken.reversal_key`);
}

async function writeBucket(
  connection: DuckDBConnection,
  folder: string,
  table: TableName,
  bucket: number,
): Promise<ManifestFile> {
  const path = fileName(table, bucket);
  const full = join(folder, path);
  const from = table === 'persons' ? 'people' : 'events';
  const order = table === 'persons' ? 'pid' : 'pid, settle_date, claim_id';
  const selected = tables[table].map((column) => {
    const name = named(column.name);
    const value = column.type.kind === 'date' ? `day_of(${name})` : name;
    return `CAST(${value} AS ${fileType(column)}) AS ${name}`;
  });
  await connection.run(
    `COPY (SELECT ${selected.join(', ')} FROM ${from} WHERE bucket = ${bucket} ORDER BY ${order}) ` +
      `TO ${quoted(full)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const rows = await oneNumber(connection, `SELECT count(*) FROM ${from} WHERE bucket = ${bucket}`);
  return { path, table, bucket, rows, sha256: await sha256File(full) };
}
