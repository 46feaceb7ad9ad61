import type { DocumentEntry, DocumentTree, PlaceNode } from '@tiaoli/workspace';

/** What `/api/documents` answers. */
export interface DocumentsAnswer extends DocumentTree {
  /** Files that are not UTF-8. */
  readonly unreadable: readonly string[];
}

export type ListedDocument = DocumentEntry;
export type PlaceDocuments = PlaceNode;
