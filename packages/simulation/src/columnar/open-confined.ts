import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBInstance } from '@duckdb/node-api';
import { quoted } from './quoted.ts';

/** What a reader of files may use. */
export interface Confinement {
  /** The only folders that it can read and write. */
  readonly folders: readonly string[];
  /** Single files that it can read beside. */
  readonly files?: readonly string[];
  readonly memoryMiB: number;
  /** A folder, within one of `folders`, for what does not fit the memory; without it such work fails. */
  readonly spill?: string;
}

/**
 * A database in memory that reaches the given folders and nothing else: no other file, no network, no extension, and no
 * setting can be changed afterwards. One thread, so that what it writes is always the same.
 */
export async function openConfined({
  folders,
  files = [],
  memoryMiB,
  spill = '',
}: Confinement): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: `${memoryMiB}MiB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const listed = (paths: readonly string[]): string =>
    paths.map((path) => quoted(resolve(path))).join(', ');
  await connection.run(`SET allowed_directories = [${listed(folders)}]`);
  await connection.run(`SET allowed_paths = [${listed(files)}]`);
  await connection.run(`SET temp_directory = ${quoted(spill)}`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return connection;
}
