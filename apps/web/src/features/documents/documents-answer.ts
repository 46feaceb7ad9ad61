import type { DocumentTree } from '@tiaoli/workspace';

/** What `/api/documents` answers. */
export type DocumentsAnswer = DocumentTree;
export type PlaceDocuments = DocumentsAnswer['places'][number];
export type ListedDocument = PlaceDocuments['documents'][number];
