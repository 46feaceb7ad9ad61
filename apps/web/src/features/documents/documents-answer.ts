import type { DocumentEntry, DocumentTree, PlaceNode } from '@tiaoli/workspace';

/** What `/api/documents` answers. */
export interface DocumentsAnswer extends DocumentTree {
  /** Files that are not UTF-8. */
  readonly unreadable: readonly string[];
  /** Ids of the documents that settle something. */
  readonly calculable: readonly string[];
}

export type ListedDocument = DocumentEntry;
export type PlaceDocuments = PlaceNode;
