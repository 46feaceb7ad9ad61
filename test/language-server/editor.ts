import type {
  Diagnostic,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/** An editor without a screen: what the tests of the server speak to it through. */
export interface Editor {
  readonly connection: ProtocolConnection;
  /** Lines that the server logged as errors: defects of ours. */
  readonly logged: readonly string[];
  /** What the server showed to the user. */
  readonly shown: readonly string[];
  /** Everything that was published, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  open(uri: string, text: string): Promise<void>;
  /** Replaces the whole text; the version grows by one. */
  edit(uri: string, text: string): Promise<void>;
  /** Findings of the newest text. */
  findings(uri: string): Promise<readonly Diagnostic[]>;
  /** What is published next about a document, open or not, that is as wanted. */
  nextFindings(
    uri: string,
    wanted?: (findings: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]>;
  request<Result = unknown>(method: string, params: unknown): Promise<Result>;
  notify(method: string, params: unknown): Promise<void>;
}

/** An editor on a connection that listens already; `initialize` is the caller's. */
export function createEditor(connection: ProtocolConnection): Editor {
  const versions = new Map<string, number>();
  // A document that is opened again counts its versions anew: what was told of it before is of another time.
  const toldBefore = new Map<string, number>();
  const published: PublishDiagnosticsParams[] = [];
  const logged: string[] = [];
  const shown: string[] = [];
  const waiting: Listeners = new Set();
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    published.push(params);
    for (const listen of waiting) listen(params);
  });
  connection.onNotification('window/logMessage', ({ type, message }) => {
    if (type === 1) logged.push(message);
  });
  connection.onNotification('window/showMessage', ({ message }) => {
    shown.push(message);
  });
  connection.onRequest('window/showMessageRequest', ({ message }) => {
    shown.push(message);
    return null;
  });
  connection.onRequest('client/registerCapability', () => null);

  const next = (wanted: Wanted) => nextPublished(waiting, wanted);
  return {
    ...{ connection, logged, shown, published },
    open: (uri, text) => {
      versions.set(uri, 1);
      toldBefore.set(uri, published.length);
      const textDocument = { uri, languageId: 'tiaoli', version: 1, text };
      return connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    edit: (uri, text) => {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    findings: async (uri) => {
      const version = versions.get(uri);
      const isNewest = (each: PublishDiagnosticsParams): boolean =>
        each.uri === uri && each.version === version;
      const told = published.slice(toldBefore.get(uri)).findLast(isNewest);
      return told?.diagnostics ?? (await next(isNewest));
    },
    nextFindings: (uri, wanted = () => true) =>
      next((each) => each.uri === uri && wanted(each.diagnostics)),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
  };
}

type Wanted = (params: PublishDiagnosticsParams) => boolean;
type Listeners = Set<(params: PublishDiagnosticsParams) => void>;

function nextPublished(waiting: Listeners, wanted: Wanted): Promise<readonly Diagnostic[]> {
  return new Promise((resolve) => {
    const listen = (params: PublishDiagnosticsParams): void => {
      if (!wanted(params)) return;
      waiting.delete(listen);
      resolve(params.diagnostics);
    };
    waiting.add(listen);
  });
}
