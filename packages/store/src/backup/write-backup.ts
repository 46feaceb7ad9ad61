import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { fileSpan } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/workspace';
import { openExistingAsItIs } from '../database/open-database.ts';
import type { DatabasePlace } from '../database/place.ts';
import type { SqlConnection } from '../database/sql-connection.ts';
import { report } from '../messages.ts';
import type { OnTable } from './backup-lines.ts';
import { backupLines, hashLine } from './backup-lines.ts';
import { createLineHash } from './hash-lines.ts';
import type { BackupContent } from './read-backup.ts';
import { checkBackup } from './read-backup.ts';

/**
 * Writes everything that a store holds to a new file, and reads it again to see that it is whole.
 *
 * It is the state of one moment: on a server others go on working meanwhile. The same state gives the same file. Nothing
 * is left of a file that is not whole, and a store of an older shape stays as it is.
 */
export async function writeBackup(
  place: DatabasePlace,
  file: string,
  onTable?: OnTable,
): Promise<Outcome<BackupContent>> {
  if (await isThere(file)) return refused(report('backup-there', { file }, fileSpan(file)));
  const opened = await openExistingAsItIs(place);
  if (opened.kind === 'refused') return opened;
  const part = `${file}.${randomUUID()}.part`;
  try {
    const connection = await opened.database.connect();
    const written = await writePart(connection, part, onTable).finally(connection.close);
    const checked = await checkBackup(part);
    if (checked.kind === 'refused') return checked;
    if (checked.value.sha256 !== written) throw new Error('the file holds something else');
    await rename(part, file);
    return checked;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused(report('backup-not-written', { file, reason }, fileSpan(file)));
  } finally {
    await rm(part, { force: true });
    await opened.database.close();
  }
}

/** Answers with the hash of what it wrote. */
async function writePart(
  connection: SqlConnection,
  part: string,
  onTable: OnTable | undefined,
): Promise<string> {
  const hash = createLineHash();
  let sha256 = '';
  async function* bytes(): AsyncGenerator<string> {
    for await (const line of backupLines(connection, onTable)) {
      hash.add(line);
      yield `${line}\n`;
    }
    sha256 = hash.digest();
    yield `${hashLine(sha256)}\n`;
  }
  await connection.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    // Only for whoever runs the program: it holds the drafts of every office.
    const target = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(bytes, createGzip(), target);
    return sha256;
  } finally {
    await connection.run('ROLLBACK').catch(() => undefined);
  }
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

function refused<Value>(finding: ReturnType<typeof report>): Outcome<Value> {
  return { kind: 'refused', diagnostics: [finding] };
}
