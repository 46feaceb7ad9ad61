import type { Span } from '@tiaoli/base';
import type { SymbolKind } from './symbol.ts';
import type { LinkedFiles } from './symbols.ts';
import { nameAt, rowsOf } from './symbols.ts';

/** What is cited in words of its own, or belongs to no document, is renamed and never changed as one types. */
const unlinked: ReadonlySet<SymbolKind> = new Set<SymbolKind>([
  ...(['builtin', 'clause', 'document', 'example', 'place'] as const),
]);

/**
 * The places that change together while a name is typed where it is declared, as long as all of them stand in its file;
 * none where only one does. Where a name is used, one types another name: nothing else changes.
 */
export function linkedNames(path: string, offset: number, files: LinkedFiles): readonly Span[] {
  const row = nameAt(path, offset, files);
  if (row?.role !== 'declaration' || unlinked.has(row.kind)) return [];
  const rows = rowsOf(row, files).filter(({ role }) => role !== 'alias');
  const together = rows.filter(({ written }) => written === row.written);
  if (together.length < 2 || rows.some(({ span }) => span.file !== path)) return [];
  return together.map(({ span }) => span);
}
