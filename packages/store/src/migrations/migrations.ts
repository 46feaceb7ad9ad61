import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A step from one shape of the database to the next. */
export interface Migration {
  /** Such as `0001_first`; the order of the names is the order of the steps. */
  readonly name: string;
  readonly sql: string;
}

const folder = join(import.meta.dirname, '../../prisma/migrations');

/** The steps that this version brings, oldest first. */
export async function migrations(): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

/** The SHA-256 of the statements, whatever the ends of lines became in a working copy. */
export function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
