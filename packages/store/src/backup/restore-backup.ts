import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/workspace';
import { operatorId } from '@tiaoli/workspace';
import { openAsItIs } from '../database/open-database.ts';
import type { DatabasePlace } from '../database/place.ts';
import { placeName } from '../database/place.ts';
import type { SqlConnection } from '../database/sql-connection.ts';
import { report } from '../messages.ts';
import { appliedMigrations } from '../migrations/applied-migrations.ts';
import { migrate } from '../migrations/migrate.ts';
import { checksumOf, migrations } from '../migrations/migrations.ts';
import type { OnTable } from './backup-lines.ts';
import { loadBackup } from './load-backup.ts';
import type { BackupContent } from './read-backup.ts';
import { checkBackup } from './read-backup.ts';
import { countRows, quoted, tableShapes } from './table-shapes.ts';

/**
 * Fills an empty store from a backup and brings it to the newest shape. Refused where anything is in it, with nothing
 * changed; a restore that breaks off leaves it empty, to be tried again.
 */
export async function restoreBackup(
  place: DatabasePlace,
  file: string,
  onTable?: OnTable,
): Promise<Outcome<BackupContent>> {
  const checked = await checkBackup(file);
  if (checked.kind === 'refused') return checked;
  const opened = await openAsItIs(place);
  if (opened.kind === 'refused') return opened;
  const shown = placeName(place);
  try {
    const connection = await opened.database.connect();
    const problem = await restoreInto(connection, shown, file, checked.value, onTable).finally(
      connection.close,
    );
    return problem ? { kind: 'refused', diagnostics: problem } : checked;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = report('restore-broken-off', { place: shown, reason }, fileSpan(shown));
    return { kind: 'refused', diagnostics: [finding] };
  } finally {
    await opened.database.close();
  }
}

/** Answers with what stands in the way. */
async function restoreInto(
  connection: SqlConnection,
  place: string,
  file: string,
  content: BackupContent,
  onTable: OnTable | undefined,
): Promise<readonly Diagnostic[] | undefined> {
  const known = await migrations();
  const wanted = content.migrations.map(({ name, checksum }) =>
    known.find((each) => each.name === name && checksumOf(each) === checksum),
  );
  const unknown = content.migrations.find((_, at) => wanted[at] === undefined);
  if (unknown) return [report('store-is-newer', { migration: unknown.name }, fileSpan(file))];
  const there = await appliedMigrations(connection);
  const fits = there.length === 0 || sameMigrations(there, content);
  if (!fits || !(await isEmpty(connection))) {
    return [report('store-not-empty', { place }, fileSpan(place))];
  }
  const former = await migrate(
    connection,
    wanted.filter((each) => each !== undefined),
  );
  if (former.kind === 'refused') return former.diagnostics;
  if (!(await loadBackup(connection, file, content, onTable))) {
    return [report('restore-differs', { file }, fileSpan(file))];
  }
  const newest = await migrate(connection, known);
  return newest.kind === 'refused' ? newest.diagnostics : undefined;
}

function sameMigrations(there: BackupContent['migrations'], content: BackupContent): boolean {
  const text = (each: BackupContent['migrations']) => JSON.stringify(each.map(({ name }) => name));
  return text(there) === text(content.migrations);
}

/** Whether there is nothing but what migrations bring along: the account of the operator. */
async function isEmpty(connection: SqlConnection): Promise<boolean> {
  for (const shape of await tableShapes(connection)) {
    const own = shape.name === 'user' ? await operatorRows(connection) : 0;
    if ((await countRows(connection, shape)) > own) return false;
  }
  return true;
}

async function operatorRows(connection: SqlConnection): Promise<number> {
  const rows = await connection.query(`SELECT id FROM ${quoted('user')} WHERE id = $1`, [
    operatorId,
  ]);
  return rows.length;
}
