import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { capabilities } from './capabilities.ts';
import type { LanguageServer } from './language-server.ts';
import { createLanguageServer } from './language-server.ts';
import { methods } from './protocol.ts';
import type { RequestRow } from './request-table.ts';
import { requestTable } from './request-table.ts';
import { runExampleCommand } from './run-example-command.ts';
import { readOptions, readSourcesUpdate } from './server-options.ts';
import type { SourceHost } from './source-host.ts';

/**
 * Serves one editor over the connection, and begins to listen to it. A defect of ours is answered as an error, logged
 * through the connection, and the server goes on.
 *
 * @param host where stored documents are read from; without it the editor sends them (`ServerOptions.sources`)
 */
export function startLanguageServer(connection: Connection, host?: SourceHost): void {
  let server: LanguageServer | undefined;
  let canWatch = false;
  const logDefect = (where: string, error: unknown): void => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${where}: ${reason}`);
  };
  connection.onInitialize((params) => {
    const options = readOptions(params.initializationOptions);
    server = createLanguageServer({ connection, params, options, host, logDefect });
    const files = params.capabilities.workspace?.didChangeWatchedFiles;
    canWatch = host !== undefined && files?.dynamicRegistration === true;
    return { capabilities, serverInfo: { name: 'tiaoli' } };
  });
  connection.onInitialized(async () => {
    if (!canWatch) return;
    const watchers = [{ globPattern: '**/*.tiaoli' }];
    await connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => logDefect('watching files', error));
  });
  connection.onShutdown(() => server?.stop());

  const guard: Guard = async (where, work) => {
    try {
      if (server === undefined) return notInitialized();
      return await work(server);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      logDefect(where, error);
      return new ResponseError(ErrorCodes.InternalError, `${where}: ${String(error)}`);
    }
  };
  listenToNotifications(connection, guard);
  answerRequests(connection, guard);
  connection.listen();
}

/** Runs something on the server; what it throws becomes an error answer and a line in the log. */
type Guard = (where: string, work: (server: LanguageServer) => unknown) => Promise<unknown>;

function notInitialized(): ResponseError<void> {
  return new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
}

function listenToNotifications(connection: Connection, guard: Guard): void {
  const on = (method: string, take: (server: LanguageServer, params: unknown) => unknown): void => {
    connection.onNotification(method, async (params: unknown) => {
      await guard(method, (server) => take(server, params));
    });
  };
  connection.onDidOpenTextDocument(async ({ textDocument }) => {
    await guard('didOpen', (server) => server.open(textDocument));
  });
  connection.onDidChangeTextDocument(async ({ textDocument: { uri, version }, contentChanges }) => {
    await guard('didChange', (server) => server.change(uri, version, contentChanges));
  });
  connection.onDidSaveTextDocument(async ({ textDocument }) => {
    await guard('didSave', (server) => server.save(textDocument.uri));
  });
  connection.onDidCloseTextDocument(async ({ textDocument }) => {
    await guard('didClose', (server) => server.close(textDocument.uri));
  });
  connection.onDidChangeWatchedFiles(async (params) => {
    await guard('didChangeWatchedFiles', (server) => server.updateFiles(params));
  });
  on(methods.updateSources, (server, params) => server.updateSources(readSourcesUpdate(params)));
  on(methods.setOptions, (server, params) => server.setOptions(readOptions(params)));
}

function answerRequests(connection: Connection, guard: Guard): void {
  const serve = (row: RequestRow): void => {
    connection.onRequest(row.method, (params: unknown, token: CancellationToken) =>
      guard(row.method, (server) => server.answer(row, params, token)),
    );
  };
  for (const row of requestTable) serve(row);
  connection.onExecuteCommand((params) =>
    guard('executeCommand', async (server) => {
      const session = await server.current();
      const { passed, message } = runExampleCommand(session, server.tools.runs, params);
      const show = passed ? 'showInformationMessage' : 'showWarningMessage';
      void connection.window[show](message);
      return message;
    }),
  );
}
