import type { BackupContent, OnTable } from '@tiaoli/store';
import type { Terminal } from '../terminal.ts';
import { say } from '../terminal.ts';

/** Shows on a terminal what is copied. */
export function copyProgress(terminal: Terminal): OnTable {
  return ({ table, rows }) =>
    terminal.progress(say(terminal, { zh: `${table}：${rows} 行`, en: `${table}: ${rows} rows` }));
}

/** How many rows a backup has. */
export function countOf({ tables }: BackupContent): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** The JSON form of a backup or a restore. */
export function copyJson(file: string, { sha256, tables }: BackupContent): string {
  return `${JSON.stringify({ file, sha256, tables }, undefined, 2)}\n`;
}
