import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileSpan } from '@tiaoli/base';
import type { Outcome } from '@tiaoli/workspace';
import { report } from '../messages.ts';
import type { AppliedMigration } from '../migrations/applied-migrations.ts';
import type { BackupHeader, BackupTable } from './backup-lines.ts';
import { backupFormat, hashLine } from './backup-lines.ts';
import { createLineHash } from './hash-lines.ts';

/** What is in a backup that is whole. */
export interface BackupContent {
  /** Of its lines: the same for two stores that hold the same. */
  readonly sha256: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly BackupTable[];
}

/** A piece of a backup as it is read. */
export type BackupPiece =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'table'; readonly table: BackupTable }
  | { readonly kind: 'row'; readonly table: string; readonly row: string };

/** Reads a backup to its end: refused where it cannot be read, was cut off, or is not what its hash says. */
export async function checkBackup(file: string): Promise<Outcome<BackupContent>> {
  try {
    const content = await readContent(file);
    if (content) return { kind: 'done', value: content };
    return { kind: 'refused', diagnostics: [report('backup-damaged', { file }, fileSpan(file))] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const finding = report('backup-not-read', { file, reason }, fileSpan(file));
    return { kind: 'refused', diagnostics: [finding] };
  }
}

async function readContent(file: string): Promise<BackupContent | undefined> {
  const hash = createLineHash();
  let last: string | undefined;
  for await (const line of linesOf(file)) {
    if (last !== undefined) hash.add(last);
    last = line;
  }
  const sha256 = hash.digest();
  if (last !== hashLine(sha256)) return undefined;
  // Only what the hash vouches for is taken apart.
  let migrations: readonly AppliedMigration[] = [];
  const tables: BackupTable[] = [];
  for await (const piece of backupPieces(file)) {
    if (piece.kind === 'header') migrations = piece.header.migrations;
    if (piece.kind === 'table') tables.push(piece.table);
  }
  return { sha256, migrations, tables };
}

/** The pieces of a backup that `checkBackup` found whole. */
export async function* backupPieces(file: string): AsyncGenerator<BackupPiece> {
  let begun = false;
  let table = '';
  let left = 0;
  for await (const line of linesOf(file)) {
    if (left > 0) {
      left -= 1;
      yield { kind: 'row', table, row: line };
    } else if (!begun) {
      begun = true;
      yield { kind: 'header', header: headerOf(line) };
    } else {
      const next: Partial<BackupTable> = JSON.parse(line);
      if (next.table === undefined) return;
      table = next.table;
      left = next.rows ?? 0;
      yield { kind: 'table', table: { table, rows: left } };
    }
  }
}

function headerOf(line: string): BackupHeader {
  const header: BackupHeader = JSON.parse(line);
  if (header.format !== backupFormat) throw new Error(`format ${header.format}`);
  return header;
}

/** Throws what the file system says, and where it is no packed text. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const unpacked = createGunzip();
  // Errors come out of the loop below, from the stream that it reads.
  pipeline(packed, unpacked, () => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: string[] = [];
  for await (const chunk of unpacked) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [at, line] of lines.entries()) {
      pieces.push(line);
      if (at === lines.length - 1) break;
      yield pieces.join('');
      pieces = [];
    }
  }
  const rest = pieces.join('') + decoder.decode();
  if (rest !== '') yield rest;
}
