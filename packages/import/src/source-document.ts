import type { ImportNote } from './report/import-note.ts';

/** What a reader found in a file: its blocks in their order, and what is to be told of it. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** Notes at the foot of a page or at the end, in the order in which the text names them. */
  readonly footnotes: readonly Footnote[];
  readonly notes: readonly ImportNote[];
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceParagraph {
  readonly kind: 'paragraph';
  /** One line of text, trimmed, without its automatic number; not empty unless it has one. */
  readonly text: string;
  /** The number that Word or a browser puts before it: 第三条, （一）. */
  readonly label?: string;
  /** From 1 for a heading, as the file marks it. */
  readonly heading?: number;
  /** The file marks it as the title of the whole. */
  readonly isTitle?: boolean;
  /** Never the beginning of a clause, whatever it begins with: a line of a table of contents. */
  readonly isPlain?: boolean;
  readonly startsPage?: boolean;
}

/** Rows of equal length; a merged cell stands at its top left, and the others say so. */
export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
}

export type SourceCell =
  | { readonly kind: 'cell'; readonly lines: readonly string[] }
  | { readonly kind: 'merged'; readonly into: 'left' | 'above' };

export interface Footnote {
  /** As the text refers to it: 注1. */
  readonly label: string;
  readonly lines: readonly string[];
}

/** White space at the ends and between as single spaces: layout, not words. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u3000]+/gu, ' ').trim();
}

/** How a place in the text is named: its first words. */
export function beginning(text: string): string {
  const line = oneLine(text);
  return line.length > 24 ? `${line.slice(0, 24)}…` : line;
}
