import { normalNumber } from '../document-header.ts';
import type { Citation } from '../generated/ast.ts';
import type { DocumentHeader } from '../tiaoli-document.ts';

/** Finds documents by what citations call them: 标识, 文号 or title. */
export interface DocumentRegistry {
  /** Id of the cited document; undefined when no source has it. */
  find(citation: Citation): string | undefined;
  /** What a citation could have meant, to suggest one. */
  readonly names: readonly string[];
}

export function createRegistry(headers: readonly DocumentHeader[]): DocumentRegistry {
  const ids = new Map<string, string>();
  // 标识 is identity and wins over a 文号, which wins over a title: so titles are entered first.
  for (const { title, id } of headers) ids.set(title, id);
  for (const { number, id } of headers) if (number !== undefined) ids.set(number, id);
  for (const { id } of headers) ids.set(id, id);
  return {
    find: ({ document }) => ids.get(document) ?? ids.get(normalNumber(document)),
    names: [...ids.keys()],
  };
}
