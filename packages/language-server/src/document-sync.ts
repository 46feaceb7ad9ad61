import type {
  DidChangeWatchedFilesParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { DocumentPaths } from './document-paths.ts';
import type { SourcesUpdate, SourceText } from './protocol.ts';
import type { SourceHost } from './source-host.ts';
import type { TextStore } from './text-store.ts';

/** What the editor tells of documents, open and stored. */
export interface DocumentSync {
  open(document: TextDocumentItem): void;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  save(uri: string): void;
  close(uri: string): Promise<void>;
  store(sources: readonly SourceText[]): void;
  updateSources(update: SourcesUpdate): void;
  updateFiles(params: DidChangeWatchedFilesParams): Promise<void>;
}

export interface SyncParts {
  readonly paths: DocumentPaths;
  readonly texts: TextStore;
  readonly host: SourceHost | undefined;
  /** Something changed; `others` is true when other open documents may look different for it. */
  readonly touch: (others: boolean) => void;
}

export function createDocumentSync({ paths, texts, host, touch }: SyncParts): DocumentSync {
  const store = (sources: readonly SourceText[]): void => {
    for (const { uri, text } of sources) texts.store(paths.note(uri), text);
  };
  const reread = async (uri: string): Promise<void> => {
    texts.store(paths.pathOf(uri), await host?.readFile(uri));
    touch(true);
  };
  return {
    store,
    open: ({ uri, version, text }) => {
      texts.open(paths.remember(uri), { text, version });
      touch(false);
    },
    change: (uri, version, changes) => {
      texts.change(paths.pathOf(uri), version, changes);
      touch(texts.openPaths().length > 1);
    },
    save: (uri) => {
      const path = paths.pathOf(uri);
      if (host) texts.store(path, texts.textOf(path));
    },
    close: async (uri) => {
      const path = paths.pathOf(uri);
      texts.close(path);
      touch(true);
      // A stored document may have been saved by other means than this editor.
      if (host && texts.textOf(path) !== undefined) await reread(uri);
    },
    updateSources: ({ changed, removed }) => {
      store(changed);
      for (const uri of removed) texts.store(paths.pathOf(uri), undefined);
      touch(true);
    },
    updateFiles: async ({ changes }) => {
      for (const { uri, type } of changes) {
        if (!uri.endsWith('.tiaoli')) continue;
        if (type === FileChangeType.Deleted) texts.store(paths.pathOf(uri), undefined);
        else await reread(uri);
      }
      touch(true);
    },
  };
}
