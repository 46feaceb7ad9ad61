import { parseDate } from '@tiaoli/base';
import type { CancellationToken, Connection, InitializeParams } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { createDocumentPaths } from './document-paths.ts';
import type { DocumentSync } from './document-sync.ts';
import { createDocumentSync } from './document-sync.ts';
import { createRefresh } from './editor-refresh.ts';
import { createFindingsPublisher } from './findings-publisher.ts';
import { createLiveSession } from './live-session.ts';
import { runOpenExamples } from './open-examples.ts';
import type { ServerOptions } from './protocol.ts';
import type { RequestRow } from './request-table.ts';
import type { ServerTools } from './server-tools.ts';
import { createServerTools } from './server-tools.ts';
import type { Session } from './session.ts';
import type { SourceHost } from './source-host.ts';
import { createTextStore } from './text-store.ts';

export interface ServerParts {
  readonly connection: Connection;
  readonly params: InitializeParams;
  readonly options: ServerOptions;
  readonly host: SourceHost | undefined;
  readonly logDefect: (where: string, error: unknown) => void;
}

/** The server between `initialize` and `shutdown`. */
export interface LanguageServer extends Omit<DocumentSync, 'store'> {
  readonly tools: ServerTools;
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
  const tools = createServerTools();
  const refresh = createRefresh(connection, params.capabilities);
  let isStale = false;
  const publisher = createFindingsPublisher({
    ...{ session, texts, logDefect },
    loaded: () => loading,
    publish: (diagnostics) => connection.sendDiagnostics(diagnostics),
    onQuiet: async () => {
      const isNew = await runOpenExamples({ session, texts, runs: tools.runs });
      if (isNew || isStale) refresh();
      isStale = false;
    },
  });
  const touch = (others: boolean): void => {
    isStale ||= others;
    publisher.schedule();
  };
  const sync = createDocumentSync({ paths, texts, host, touch });
  const setOptions = ({ language, on, sources = [] }: ServerOptions): void => {
    if (language !== undefined) session.setLanguage(language);
    if (on !== undefined) session.setDay(on === null ? undefined : parseDate(on));
    sync.store(sources);
    touch(true);
  };
  setOptions(parts.options);
  const loading = loadFolders(folders, host, sync).then(
    () => touch(true),
    (error: unknown) => logDefect('reading the workspace', error),
  );
  const current = async (): Promise<Session> => {
    await loading;
    await session.settle();
    return session;
  };
  return {
    ...{ ...sync, tools, setOptions, current },
    answer: (row, asked, token) => answerRow(row, { asked, token, current, tools }),
    stop: publisher.stop,
  };
}

async function loadFolders(
  folders: readonly string[],
  host: SourceHost | undefined,
  { store }: DocumentSync,
): Promise<void> {
  if (host === undefined) return;
  for (const folder of folders) store(await host.readFolder(folder));
}

interface Asked {
  readonly asked: unknown;
  readonly token: CancellationToken;
  readonly current: () => Promise<Session>;
  readonly tools: ServerTools;
}

/** Waits for the newest text; what was cancelled meanwhile is not worked out. */
async function answerRow(
  row: RequestRow,
  { asked, token, current, tools }: Asked,
): Promise<unknown> {
  if (token.isCancellationRequested) return cancelled();
  const session = await current();
  if (token.isCancellationRequested) return cancelled();
  const uri = uriIn(asked);
  if (uri === undefined) return invalid(row.method);
  if (session.textOf(session.pathOf(uri)) === undefined) return row.otherwise;
  return row.answer(session, asked as never, tools);
}

/** Folders of the workspace; in a browser there are none. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  if (folders.length > 0) return folders;
  return rootUri ? [rootUri] : [];
}

/** The document that a request is about. */
function uriIn(params: unknown): string | undefined {
  const { textDocument, uri, item } = (params ?? {}) as {
    readonly textDocument?: { readonly uri?: unknown };
    readonly uri?: unknown;
    readonly item?: { readonly uri?: unknown };
  };
  const found = textDocument?.uri ?? uri ?? item?.uri;
  return typeof found === 'string' ? found : undefined;
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function invalid(method: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${method} names no document`);
}
