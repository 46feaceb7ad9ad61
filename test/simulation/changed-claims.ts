import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { MANIFEST_NAME, readManifest } from '@tiaoli/simulation';
import { printManifest, sealManifest } from '../../packages/simulation/src/table/manifest.ts';

/** A copy of a population with another last file of claims, and the manifest says so: only the rows themselves are wrong. */
export async function copyWithClaims(
  people: string,
  folder: string,
  change: (path: string, original: string) => Promise<void>,
): Promise<void> {
  await cp(people, folder, { recursive: true });
  const manifest = readManifest(await readFile(join(folder, MANIFEST_NAME), 'utf8'));
  if (!manifest) throw new Error('no manifest');
  const { root: _, ...open } = manifest;
  const changed = open.files.findLast(({ table }) => table === 'claims')?.path ?? '';
  const path = join(folder, changed);
  await change(path, join(people, changed));
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const files = open.files.map((file) => (file.path === changed ? { ...file, sha256 } : file));
  await writeFile(join(folder, MANIFEST_NAME), printManifest(sealManifest({ ...open, files })));
}

/** Writes what a query gives of the rows that were there, which it knows as `CLAIMS`. */
export async function rewriteClaims(select: string, path: string, original: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const from = `read_parquet('${original}')`;
  await connection.run(`COPY (${select.replace('CLAIMS', from)}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
}
