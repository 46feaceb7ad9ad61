import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { migrate } from '../migrations/migrate.ts';
import type { Migration } from '../migrations/migrations.ts';
import { checksumOf, migrations } from '../migrations/migrations.ts';
import { sharedConnection } from './shared-connection.ts';

// The files of a PostgreSQL in which nobody has written, packed into one. PostgreSQL takes seconds to make them and to bring
// them into shape, and they are the same each time; to unpack them takes a tenth of that. The pack is a list of what is in it
// as a line of JSON, then the bytes of the files one after the other; gzip notices damage.

/** In the order of the files; a folder has no size. */
interface PackedEntry {
  /** Below the folder, with `/`. */
  readonly path: string;
  readonly size?: number;
}

const root = join(import.meta.dirname, '../../../..');

/**
 * Makes the files of a database of that shape in a folder that is not there yet: without migrations, an empty one. Rows that
 * migrations wrote say when that was done first, which may be before.
 */
export async function makeNewFiles(
  folder: string,
  shape: readonly Migration[],
  kept?: string,
): Promise<void> {
  const path = kept ?? (await keptPath(shape));
  if (await unpack(path, folder)) return;
  await initialise(folder, shape);
  // A place that cannot be written only costs the time of making them again.
  await pack(folder, path).catch(() => undefined);
}

/**
 * Keeps the packed files of the newest shape for whoever opens a new store, unless they are kept already.
 *
 * @returns where they are kept
 */
export async function keepNewFiles(): Promise<string> {
  const shape = await migrations();
  const path = await keptPath(shape);
  if (await isThere(path)) return path;
  const folder = `${path}.${randomBytes(6).toString('hex')}.files`;
  try {
    await initialise(folder, shape);
    await pack(folder, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return path;
}

/** The name says of which PostgreSQL and of which shape they are. */
async function keptPath(shape: readonly Migration[]): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@electric-sql/pglite'));
  const { version } = JSON.parse(await readFile(fileURLToPath(manifest), 'utf8'));
  const hash = createHash('sha256').update(`${version}\n${shape.map(checksumOf).join('\n')}`);
  const name = `new-store-${hash.digest('hex').slice(0, 16)}.gz`;
  return join(root, 'node_modules/.cache/tiaoli', name);
}

/** Throws where a migration fails, which is a defect of ours. */
async function initialise(folder: string, shape: readonly Migration[]): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const postgres = await PGlite.create({ dataDir: folder });
  try {
    if (shape.length === 0) return;
    const migrated = await migrate(sharedConnection(postgres), shape);
    if (migrated.kind === 'refused') throw new Error(JSON.stringify(migrated.diagnostics));
  } finally {
    await postgres.close();
  }
}

async function pack(folder: string, path: string): Promise<void> {
  const entries: PackedEntry[] = [];
  const contents: Buffer[] = [];
  const listed = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = listed.map((entry) => {
    const absolute = join(entry.parentPath, entry.name);
    const below = absolute.slice(folder.length + 1).replaceAll('\\', '/');
    return { absolute, path: below, isFolder: entry.isDirectory() };
  });
  // A folder comes before what is in it.
  for (const { absolute, isFolder, ...entry } of found.sort(byPath)) {
    const content = isFolder ? undefined : await readFile(absolute);
    if (content) contents.push(content);
    entries.push({ ...entry, ...(content && { size: content.length }) });
  }
  const packed = Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...contents]);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, gzipSync(packed));
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** False where nothing is kept, or where it is damaged; then there is no folder either. */
async function unpack(path: string, folder: string): Promise<boolean> {
  const packed = await readPacked(path);
  if (!packed) return false;
  const end = packed.indexOf('\n');
  const entries: readonly PackedEntry[] = JSON.parse(packed.toString('utf8', 0, end));
  await mkdir(folder, { recursive: true });
  const files: Promise<void>[] = [];
  let at = end + 1;
  for (const { path: below, size } of entries) {
    if (size === undefined) {
      await mkdir(join(folder, below));
    } else {
      files.push(writeFile(join(folder, below), packed.subarray(at, at + size)));
      at += size;
    }
  }
  await Promise.all(files);
  return true;
}

async function readPacked(path: string): Promise<Buffer | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  try {
    return bytes && gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function byPath(left: { readonly path: string }, right: { readonly path: string }): number {
  return left.path < right.path ? -1 : 1;
}
