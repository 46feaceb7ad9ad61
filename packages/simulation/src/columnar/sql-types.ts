import type { Column } from '../table/columns.ts';
import { quoted } from './quoted.ts';

/** A name as SQL writes it. */
export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** How a column is written in files. */
export function fileType({ type }: Column): string {
  switch (type.kind) {
    case 'id':
      return 'BIGINT';
    case 'integer':
    case 'money':
      return 'INTEGER';
    case 'date':
      return 'DATE';
    default:
      return 'VARCHAR';
  }
}

/** How a column is held on its way into a file: words by their index. */
export function heldType(column: Column, words: readonly string[] | undefined): string {
  const members = column.type.kind === 'member' ? column.type.members : words;
  return members ? `ENUM(${members.map(quoted).join(', ')})` : fileType(column);
}
