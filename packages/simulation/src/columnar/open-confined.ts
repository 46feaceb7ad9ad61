import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';

/** What a reader of files may use. */
export interface Confinement {
  /** The only folders that it can read and write. */
  readonly folders: readonly string[];
  readonly memoryMiB: number;
}

/** Text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * A database in memory that reaches the given folders and nothing else: no other file, no network, no extension, and no
 * setting can be changed afterwards. One thread, so that what it writes is always the same.
 */
export async function openConfined({ folders, memoryMiB }: Confinement): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: `${memoryMiB}MiB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const allowed = folders.map((folder) => quoted(resolve(folder))).join(', ');
  await connection.run(`SET allowed_directories = [${allowed}]`);
  await connection.run("SET temp_directory = ''");
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return connection;
}
