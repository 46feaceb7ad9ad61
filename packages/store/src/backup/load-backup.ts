import type { SqlConnection } from '../database/sql-connection.ts';
import type { OnTable } from './backup-lines.ts';
import { backupLines } from './backup-lines.ts';
import { createLineHash } from './hash-lines.ts';
import type { BackupContent } from './read-backup.ts';
import { backupPieces } from './read-backup.ts';
import type { TableShape } from './table-shapes.ts';
import { quoted, tableShapes } from './table-shapes.ts';

/** Rows are put in by about so many characters at a time. */
const MOST_CHARACTERS = 4_000_000;
const MOST_ROWS = 500;

/**
 * Puts the rows of a backup into empty tables of the same shape, in one transaction: all of them, or none.
 *
 * @returns false, and nothing is kept, where what is stored then is not what the backup says
 */
export async function loadBackup(
  connection: SqlConnection,
  file: string,
  content: BackupContent,
  onTable?: OnTable,
): Promise<boolean> {
  await connection.run('BEGIN');
  try {
    const shapes = await tableShapes(connection);
    await setChecks(connection, shapes, 'after');
    for (const { name } of shapes) await connection.run(`DELETE FROM ${quoted(name)}`);
    await insertRows(connection, file, onTable);
    await connection.run('SET CONSTRAINTS ALL IMMEDIATE');
    await setChecks(connection, shapes, 'at once');
    const same = (await hashOfStore(connection)) === content.sha256;
    await connection.run(same ? 'COMMIT' : 'ROLLBACK');
    return same;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Rows come in the order of the tables' names: what refers to others is looked at when all of them are there. */
async function setChecks(
  connection: SqlConnection,
  shapes: readonly TableShape[],
  when: 'at once' | 'after',
): Promise<void> {
  const after = when === 'after';
  for (const { name, references } of shapes) {
    const table = `ALTER TABLE ${quoted(name)}`;
    // Triggers tell what a person may do; what comes back was done already.
    await connection.run(`${table} ${after ? 'DISABLE' : 'ENABLE'} TRIGGER USER`);
    const form = after ? 'DEFERRABLE INITIALLY DEFERRED' : 'NOT DEFERRABLE';
    for (const reference of references) {
      await connection.run(`${table} ALTER CONSTRAINT ${quoted(reference)} ${form}`);
    }
  }
}

async function insertRows(
  connection: SqlConnection,
  file: string,
  onTable: OnTable = () => undefined,
): Promise<void> {
  let rows: string[] = [];
  let characters = 0;
  let done = 0;
  let table = '';
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    await connection.query(
      `INSERT INTO ${quoted(table)} SELECT * FROM json_populate_recordset(NULL::${quoted(table)}, $1::json)`,
      [`[${rows.join(',')}]`],
    );
    done += rows.length;
    onTable({ table, rows: done });
    rows = [];
    characters = 0;
  };
  for await (const piece of backupPieces(file)) {
    if (piece.kind === 'table') {
      await flush();
      table = piece.table.table;
      done = 0;
    }
    if (piece.kind !== 'row') continue;
    rows.push(piece.row);
    characters += piece.row.length;
    if (rows.length >= MOST_ROWS || characters >= MOST_CHARACTERS) await flush();
  }
  await flush();
}

/** The hash that a backup of this moment would have. */
async function hashOfStore(connection: SqlConnection): Promise<string> {
  const hash = createLineHash();
  for await (const line of backupLines(connection)) hash.add(line);
  return hash.digest();
}
