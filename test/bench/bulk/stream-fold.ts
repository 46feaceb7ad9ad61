import assert from 'node:assert/strict';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { BulkCalculator, SqlLayout } from '@tiaoli/compiler';

/** What is filled while claims stream in: columns of the module's memory, and where each person begins. */
interface Intake {
  readonly module: BulkCalculator;
  readonly columns: readonly Cells[];
  /** First row of each person in the memory, and behind the last. */
  readonly firsts: Int32Array;
  /** Sums of each result, in the order of the layout. */
  readonly sums: Float64Array;
  /** Rows in the memory, and people who begin in them. */
  rows: number;
  people: number;
  lastPerson: number;
}

type Cells = Uint8Array | Uint16Array | Uint32Array | Int32Array | BigInt64Array;

/** A vector as the database gives it; the types of the library leave its items out. */
interface RawVector {
  readonly items: Cells;
}

/**
 * Settles the claims of a Parquet file as they are read: columns into the memory of the module, whole people in one call.
 * Gives the sum of each result over all claims in fen; what does not apply adds nothing. Memory is one call.
 *
 * The claims of a person stand together.
 */
export async function streamFold(
  connection: DuckDBConnection,
  { claims, fields }: SqlLayout,
  module: BulkCalculator,
): Promise<readonly bigint[]> {
  const { layout } = module;
  const selected = layout.fields.flatMap(({ input, scale, value, given }) => {
    const field = fields.find((each) => each.input === input);
    if (!field || field.isList || field.scale !== scale) throw new Error(`no column for ${input}`);
    const { name, none = 'false' } = field;
    const mark = `CASE WHEN ${none} THEN 2 WHEN ${name} IS NULL THEN 0 ELSE 1 END`;
    return [
      `CAST(coalesce(CAST(${name} AS ${typeOf(value)}), 0) AS ${typeOf(value)})`,
      ...(given ? [`CAST(${mark} AS ${typeOf(given)})`] : []),
    ];
  });
  const intake = openIntake(module);
  const result = await connection.stream(
    `SELECT CAST(person AS INTEGER), ${selected.join(', ')} FROM ${claims}`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    if (intake.rows + chunk.rowCount > layout.capacity.rows) settle(intake, false);
    const [persons, ...values] = Array.from({ length: chunk.columnCount }, (_, at) => {
      const vector: unknown = chunk.getColumnVector(at);
      return (vector as RawVector).items.subarray(0, chunk.rowCount);
    });
    takeIn(intake, persons as Int32Array, values);
  }
  settle(intake, true);
  return Array.from(intake.sums, BigInt);
}

type Place = BulkCalculator['layout']['fields'][number]['value'];

function typeOf({ bytes, signed }: Place): string {
  if (bytes === 4) return signed ? 'INTEGER' : 'UINTEGER';
  return bytes === 8 ? 'BIGINT' : bytes === 2 ? 'USMALLINT' : 'UTINYINT';
}

function openIntake(module: BulkCalculator): Intake {
  const { layout, memory } = module;
  const { buffer } = memory;
  const { rows } = layout.capacity;
  return {
    module,
    columns: layout.fields
      .flatMap(({ value, given }) => [value, ...(given ? [given] : [])])
      .map((place) => cellsAt(buffer, place, rows)),
    firsts: new Int32Array(buffer, layout.people.offset, layout.capacity.people + 1),
    sums: new Float64Array(layout.results.length),
    ...{ rows: 0, people: 0, lastPerson: -1 },
  };
}

function cellsAt(buffer: ArrayBuffer, { bytes, signed, offset }: Place, rows: number): Cells {
  if (bytes === 8) return new BigInt64Array(buffer, offset, rows);
  if (bytes === 4) return new (signed ? Int32Array : Uint32Array)(buffer, offset, rows);
  return new (bytes === 2 ? Uint16Array : Uint8Array)(buffer, offset, rows);
}

function takeIn(intake: Intake, persons: Int32Array, values: readonly Cells[]): void {
  const { columns, firsts } = intake;
  for (const [at, cells] of values.entries()) {
    (columns[at] as Uint8Array).set(cells as Uint8Array, intake.rows);
  }
  for (let row = 0; row < persons.length; row += 1) {
    const person = persons[row] ?? 0;
    if (person === intake.lastPerson) continue;
    intake.lastPerson = person;
    firsts[intake.people] = intake.rows + row;
    intake.people += 1;
  }
  intake.rows += persons.length;
}

/** Folds the people who are there whole; the last one's claims may go on, and come to the front. */
function settle(intake: Intake, isEnd: boolean): void {
  const { module, columns, firsts } = intake;
  const people = isEnd ? intake.people : intake.people - 1;
  if (people <= 0) {
    if (isEnd) return;
    throw new Error('a person with more claims than a call takes');
  }
  if (isEnd) firsts[people] = intake.rows;
  const rows = firsts[people] ?? 0;
  assert.equal(module.admit(0, rows), 0);
  assert.equal(module.fold(0, people), 0);
  addResults(intake, rows);
  for (const cells of columns) cells.copyWithin(0, rows, intake.rows);
  firsts[0] = 0;
  intake.rows -= rows;
  intake.people -= people;
}

function addResults({ module: { layout, memory }, sums }: Intake, rows: number): void {
  for (const [at, { value, status }] of layout.results.entries()) {
    const statuses = status && new Int16Array(memory.buffer, status.offset, rows);
    const width = value.bytes / 4;
    const words = new Int32Array(memory.buffer, value.offset, rows * width);
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      if (statuses && statuses[row] !== 0) continue;
      const low = words[row * width] ?? 0;
      sum += width === 1 ? low : (words[row * width + 1] ?? 0) * 2 ** 32 + (low >>> 0);
    }
    sums[at] = (sums[at] ?? 0) + sum;
  }
}
