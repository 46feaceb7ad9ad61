import { parseDate } from '@tiaoli/base';
import type {
  CancellationToken,
  Connection,
  DidChangeWatchedFilesParams,
  InitializeParams,
  TextDocumentContentChangeEvent,
  TextDocumentItem,
} from 'vscode-languageserver';
import { ErrorCodes, FileChangeType, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { createDocumentPaths } from './document-paths.ts';
import { createRefresh } from './editor-refresh.ts';
import type { ExampleRuns } from './example-runs.ts';
import { createExampleRuns } from './example-runs.ts';
import { createFindingsPublisher } from './findings-publisher.ts';
import { createLiveSession } from './live-session.ts';
import type { ServerOptions, SourcesUpdate } from './protocol.ts';
import type { RequestRow } from './request-table.ts';
import type { Session } from './session.ts';
import type { SourceHost } from './source-host.ts';
import { createTextStore } from './text-store.ts';
import { inPieces } from './turns.ts';

/** Milliseconds of running examples after which messages are let in. */
const PIECE = 25;

export interface ServerParts {
  readonly connection: Connection;
  readonly params: InitializeParams;
  readonly options: ServerOptions;
  readonly host: SourceHost | undefined;
  readonly logDefect: (where: string, error: unknown) => void;
}

/** The server between `initialize` and `shutdown`. */
export interface LanguageServer {
  readonly runs: ExampleRuns;
  open(document: TextDocumentItem): void;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  save(uri: string): void;
  close(uri: string): Promise<void>;
  updateSources(update: SourcesUpdate): void;
  updateFiles(params: DidChangeWatchedFilesParams): Promise<void>;
  setOptions(options: ServerOptions): void;
  /** The session with the newest texts linked. */
  current(): Promise<Session>;
  answer(row: RequestRow, params: unknown, token: CancellationToken): Promise<unknown>;
  stop(): void;
}

export function createLanguageServer(parts: ServerParts): LanguageServer {
  const { connection, params, host, logDefect } = parts;
  const folders = foldersOf(params);
  const paths = createDocumentPaths(folders[0]);
  const texts = createTextStore();
  const session = createLiveSession({ paths, texts, logDefect });
  const runs = createExampleRuns();
  const refresh = createRefresh(connection, params.capabilities);
  let isStale = false;

  const runOpenExamples = async (): Promise<void> => {
    const { revision } = session;
    const pieces = inPieces(PIECE);
    for (const path of texts.openPaths()) {
      await pieces.next();
      if (session.revision !== revision) return;
      const before = runs.last(path);
      if (runs.run(session.workspace, path) !== before) isStale = true;
    }
    if (isStale) refresh();
    isStale = false;
  };
  const publisher = createFindingsPublisher({
    ...{ session, texts, logDefect },
    publish: (diagnostics) => connection.sendDiagnostics(diagnostics),
    onQuiet: runOpenExamples,
  });
  const touch = (others: boolean): void => {
    isStale ||= others;
    publisher.schedule();
  };
  const storeAll = (sources: SourcesUpdate['changed']): void => {
    for (const { uri, text } of sources) texts.store(paths.remember(uri), text);
  };
  const setOptions = ({ language, on, sources = [] }: ServerOptions): void => {
    if (language !== undefined) session.setLanguage(language);
    if (on !== undefined) session.setDay(on === null ? undefined : parseDate(on));
    storeAll(sources);
    touch(true);
  };

  setOptions(parts.options);
  const load = async (): Promise<void> => {
    for (const folder of host ? folders : []) {
      storeAll((await host?.readFolder(folder)) ?? []);
    }
    touch(true);
  };
  const loading = load().catch((error: unknown) => logDefect('reading the workspace', error));
  const current = async (): Promise<Session> => {
    await loading;
    await session.settle();
    return session;
  };
  const reread = async (uri: string): Promise<void> => {
    texts.store(paths.pathOf(uri), await host?.readFile(uri));
    touch(true);
  };
  return {
    runs,
    setOptions,
    current,
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
      // What was saved by other means than this editor is read again.
      if (host && texts.textOf(path) !== undefined) await reread(uri);
    },
    updateSources: ({ changed, removed }) => {
      storeAll(changed);
      for (const uri of removed) texts.store(paths.pathOf(uri), undefined);
      touch(true);
    },
    updateFiles: async ({ changes }) => {
      for (const { uri, type } of changes) {
        if (!uri.endsWith('.tiaoli')) continue;
        if (type === FileChangeType.Deleted) {
          texts.store(paths.pathOf(uri), undefined);
          touch(true);
        } else await reread(uri);
      }
    },
    answer: async (row, asked, token) => {
      if (token.isCancellationRequested) return cancelled();
      const now = await current();
      if (token.isCancellationRequested) return cancelled();
      const uri = uriIn(asked);
      if (uri === undefined) return invalid(row.method);
      if (now.textOf(now.pathOf(uri)) === undefined) return row.otherwise;
      return row.answer(now, asked as never, runs);
    },
    stop: publisher.stop,
  };
}

/** Folders of the workspace; in a browser there are none. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  if (folders.length > 0) return folders;
  return rootUri ? [rootUri] : [];
}

/** The document that a request is about. */
function uriIn(params: unknown): string | undefined {
  const { textDocument, uri } = (params ?? {}) as {
    readonly textDocument?: { readonly uri?: unknown };
    readonly uri?: unknown;
  };
  const found = textDocument?.uri ?? uri;
  return typeof found === 'string' ? found : undefined;
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function invalid(method: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${method} names no document`);
}
