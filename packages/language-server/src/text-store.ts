import type { Source } from '@tiaoli/language';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What changed since it was asked last: newest texts only, however often they changed. */
export interface TextChanges {
  readonly changed: readonly Source[];
  readonly removed: readonly string[];
}

export interface OpenedText {
  readonly text: string;
  readonly version: number;
}

/** The newest texts: of open documents what the editor holds, of the others what is stored. */
export interface TextStore {
  open(path: string, opened: OpenedText): void;
  /** Does nothing for a document that is not open. */
  change(path: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(path: string): void;
  /** What is stored under the path; `undefined` when it is gone. */
  store(path: string, text: string | undefined): void;
  textOf(path: string): string | undefined;
  /** The editor's version; undefined for a document that is not open. */
  versionOf(path: string): number | undefined;
  /** True when an open document differs from what is stored. */
  isEdited(): boolean;
  openPaths(): readonly string[];
  /** Every path, ascending. */
  paths(): readonly string[];
  /** True when there is something to take. */
  hasChanges(): boolean;
  takeChanges(): TextChanges;
}

export function createTextStore(): TextStore {
  const stored = new Map<string, string>();
  const opened = new Map<string, TextDocument>();
  const touched = new Set<string>();
  const textOf = (path: string): string | undefined =>
    opened.get(path)?.getText() ?? stored.get(path);
  return {
    open: (path, { text, version }) => {
      opened.set(path, TextDocument.create(path, 'tiaoli', version, text));
      touched.add(path);
    },
    change: (path, version, changes) => {
      const document = opened.get(path);
      if (document === undefined) return;
      opened.set(path, TextDocument.update(document, [...changes], version));
      touched.add(path);
    },
    close: (path) => {
      if (opened.delete(path)) touched.add(path);
    },
    store: (path, text) => {
      if (text === undefined) stored.delete(path);
      else stored.set(path, text);
      touched.add(path);
    },
    textOf,
    versionOf: (path) => opened.get(path)?.version,
    isEdited: () => [...opened].some(([path, text]) => text.getText() !== stored.get(path)),
    openPaths: () => [...opened.keys()],
    paths: () => [...new Set([...stored.keys(), ...opened.keys()])].sort(),
    hasChanges: () => touched.size > 0,
    takeChanges: () => {
      const paths = [...touched].sort();
      touched.clear();
      return {
        changed: paths.flatMap((path) => {
          const text = textOf(path);
          return text === undefined ? [] : [{ path, text }];
        }),
        removed: paths.filter((path) => textOf(path) === undefined),
      };
    },
  };
}
