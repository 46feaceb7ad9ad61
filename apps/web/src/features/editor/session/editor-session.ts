import type { TextLanguage } from '@tiaoli/base';
import type { ServerOptions, SourceText } from '@tiaoli/language-server';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ListedSource } from '../../../http/source-list.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { clientCapabilities } from '../bridge/client-capabilities.ts';
import { createDocumentSync } from '../bridge/document-sync.ts';
import { pathOf, uriOf } from '../bridge/document-uri.ts';
import type { LanguageClient } from '../bridge/language-client.ts';
import { createLanguageClient } from '../bridge/language-client.ts';
import { markersOf } from '../bridge/markers.ts';
import type { Features } from '../bridge/register-features.ts';
import { registerFeatures } from '../bridge/register-features.ts';
import type { RenameTexts } from '../bridge/rename.ts';
import { serverMethods } from '../bridge/server-methods.ts';
import type { SaveFailure } from '../documents/document-state.ts';
import type { Documents } from '../documents/documents.ts';
import { createDocuments } from '../documents/documents.ts';
import { openDraftStorage } from '../documents/draft-storage.ts';
import type { Monaco, TextModel } from '../monaco/monaco-types.ts';
import type { SourcesChange, SourceWatch } from '../sources/stored-sources.ts';
import { watchSources } from '../sources/stored-sources.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { Findings } from './findings.ts';
import { withFindings } from './findings.ts';
import type { InsightKeeper } from './insight.ts';
import { keepInsight } from './insight.ts';

/** Everything behind the page of the editor. It lives as long as the page is loaded, also while another page is shown. */
export interface EditorSession {
  readonly monaco: Monaco;
  readonly client: LanguageClient;
  readonly watch: SourceWatch;
  readonly documents: Documents;
  readonly findings: Store<Findings>;
  readonly insight: InsightKeeper;
  /** Documents that the last renaming touched, until they are saved or it is dismissed. */
  readonly renamed: Store<readonly string[]>;
  /** The example whose lens was pressed last. */
  readonly askedExample: Store<AskedExample | undefined>;
  /** The language of findings and explanations. */
  setLanguage(language: TextLanguage): void;
}

export interface AskedExample {
  readonly path: string;
  readonly name: string;
  /** Another number each time. */
  readonly times: number;
}

export interface SessionTexts {
  readonly rename: RenameTexts;
  readonly serverAway: SaveFailure;
}

export interface SessionParts {
  readonly monaco: Monaco;
  readonly language: TextLanguage;
  readonly sources: readonly ListedSource[];
  readonly tag: string;
  /** In the language of the page as it is now. */
  readonly texts: () => SessionTexts;
}

export function createEditorSession(parts: SessionParts): EditorSession {
  const { monaco, texts } = parts;
  let { language } = parts;
  const findings = createStore<Findings>(new Map());
  const renamed = createStore<readonly string[]>([]);
  const askedExample = createStore<AskedExample | undefined>(undefined);
  const sync = createDocumentSync((method, params) => client.notify(method, params));
  const watch = watchSources(parts.sources, parts.tag, (change) => {
    client.notify(serverMethods.updateSources, updateOf(change));
    documents.compareWithStored();
    insight.touch();
  });
  let features: Features | undefined;
  const client = createLanguageClient({
    startWorker: () => new Worker('/workers/language.js', { name: 'tiaoli-language' }),
    initializeParams: () => initializeParams(language, watch),
    onStart: (capabilities, notify) => {
      sync.openAll(notify);
      features?.serverStarted(capabilities);
      queueMicrotask(() => {
        features?.refresh();
        insight.lookAgain();
      });
    },
    onNotification: (method, params) => {
      if (method !== 'textDocument/publishDiagnostics') return;
      takeFindings(monaco, findings, params as PublishDiagnosticsParams);
    },
  });
  const insight = keepInsight(client, findings, () => features?.refreshLenses());
  const documents = createDocuments({
    ...{ monaco, watch, storage: openDraftStorage(), serverAway: () => texts().serverAway },
    attach: (model) => {
      sync.attach(model);
      insight.touch();
    },
    onSaved: (path, text) => {
      const update = { changed: [{ uri: uriOf(path), text }], removed: [] };
      client.notify(serverMethods.updateSources, update);
      renamed.update((paths) => paths.filter((each) => each !== path));
    },
  });
  const session: EditorSession = {
    ...{ monaco, client, watch, documents, findings, insight, renamed, askedExample },
    setLanguage: (chosen) => {
      if (chosen === language) return;
      language = chosen;
      const options: ServerOptions = { language };
      client.notify(serverMethods.setOptions, options);
      features?.refresh();
      insight.touch();
    },
  };
  features = featuresOf(session, texts);
  return session;
}

function featuresOf(session: EditorSession, texts: () => SessionTexts): Features {
  const { monaco, client, documents, findings, renamed, askedExample, insight } = session;
  const bridge: Bridge = {
    ...{ monaco, client },
    modelOf: (uri) => {
      const path = pathOf(uri);
      return path === undefined ? undefined : documents.ensure(path);
    },
  };
  const pathOfModel = (model: TextModel): string => pathOf(model.uri.toString()) ?? '';
  return registerFeatures({
    bridge,
    renameTexts: () => texts().rename,
    diagnosticsOf: (model) => findings.get().get(pathOfModel(model))?.diagnostics ?? [],
    onRenamed: (paths) => {
      if (paths.length > 1) renamed.set(paths);
    },
    onCommand: (_command, [uri, name]) => {
      const path = typeof uri === 'string' ? pathOf(uri) : undefined;
      if (path === undefined || typeof name !== 'string') return;
      const times = (askedExample.get()?.times ?? 0) + 1;
      askedExample.set({ path, name, times });
      insight.runNow();
    },
  });
}

function initializeParams(language: TextLanguage, watch: SourceWatch) {
  const { byPath } = watch.sources.get();
  const initializationOptions: ServerOptions = {
    language,
    on: null,
    sources: [...byPath.values()].filter(({ isReadable }) => isReadable).map(sourceText),
  };
  return {
    processId: null,
    rootUri: null,
    locale: language === 'zh' ? 'zh-CN' : 'en',
    capabilities: clientCapabilities,
    initializationOptions,
  };
}

function takeFindings(
  monaco: Monaco,
  findings: Store<Findings>,
  published: PublishDiagnosticsParams,
): void {
  const path = pathOf(published.uri);
  const model = path === undefined ? null : monaco.editor.getModel(monaco.Uri.parse(uriOf(path)));
  if (model)
    monaco.editor.setModelMarkers(model, 'tiaoli', markersOf(monaco, published.diagnostics));
  findings.update((known) => withFindings(known, published));
}

function updateOf({ changed, removed }: SourcesChange) {
  return {
    changed: changed.filter(({ isReadable }) => isReadable).map(sourceText),
    removed: removed.map(uriOf),
  };
}

function sourceText({ path, text }: ListedSource): SourceText {
  return { uri: uriOf(path), text };
}
