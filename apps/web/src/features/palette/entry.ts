import type { ReactNode } from 'react';

/** One line of the palette. */
export interface Entry {
  readonly key: string;
  /** What it is, in a word. */
  readonly kind: string;
  readonly name: string;
  /** Where it stands, what it says. */
  readonly detail: string;
  readonly icon?: ReactNode;
  /** An address of the workbench, or something that is done. */
  readonly goal: string | (() => void);
}

/** Entries of one kind of search. */
export interface EntryGroup {
  readonly key: 'pages' | 'stored' | 'named' | 'codes';
  readonly entries: readonly Entry[];
}
