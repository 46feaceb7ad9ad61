import type { TextLanguage } from '@tiaoli/base';
import type { ServerOptions, SourceText } from '@tiaoli/language-server';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Bridge } from '../bridge/bridge.ts';
import { policyLanguage } from '../bridge/bridge.ts';
import { clientCapabilities } from '../bridge/client-capabilities.ts';
import type { DocumentSync } from '../bridge/document-sync.ts';
import { createDocumentSync } from '../bridge/document-sync.ts';
import type { ModelScheme } from '../bridge/document-uri.ts';
import { modelUriOf, pathOf } from '../bridge/document-uri.ts';
import type { LanguageClient } from '../bridge/language-client.ts';
import { createLanguageClient } from '../bridge/language-client.ts';
import { markersOf } from '../bridge/markers.ts';
import type { Features } from '../bridge/register-features.ts';
import { registerFeatures } from '../bridge/register-features.ts';
import type { RenameTexts } from '../bridge/rename.ts';
import { serverMethods } from '../bridge/server-methods.ts';
import type { Monaco, TextModel } from '../monaco/monaco-types.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { Findings } from './findings.ts';
import { withFindings } from './findings.ts';
import type { InsightKeeper } from './insight.ts';
import { keepInsight } from './insight.ts';

/** Texts in Monaco with the language server behind them: what the editor of the folder and that of a draft share. */
export interface LanguageSession {
  readonly monaco: Monaco;
  readonly client: LanguageClient;
  readonly findings: Store<Findings>;
  readonly insight: InsightKeeper;
  /** The example whose lens was pressed last. */
  readonly askedExample: Store<AskedExample | undefined>;
  /** The model of a document, made when it is needed; undefined for one that is not there. */
  ensure(path: string): TextModel | undefined;
  /** Whether a document may be changed here. */
  isEditable(path: string): boolean;
  /** Makes a model known to the server for as long as it lives. */
  attach(model: TextModel): void;
  /** The language of findings and explanations. */
  setLanguage(language: TextLanguage): void;
  /** Ends the worker and all that Monaco asks; the models stay with whoever made them. */
  end(): void;
}

export interface AskedExample {
  readonly path: string;
  readonly name: string;
  /** Another number each time. */
  readonly times: number;
}

export interface LanguageSessionParts
  extends Pick<LanguageSession, 'monaco' | 'ensure' | 'isEditable'> {
  readonly language: TextLanguage;
  readonly scheme: ModelScheme;
  /** All stored texts as they are now, for a server that starts. */
  readonly storedTexts: () => readonly SourceText[];
  /** In the language of the page as it is now. */
  readonly renameTexts: () => RenameTexts;
  readonly onRenamed: (paths: readonly string[]) => void;
}

export function createLanguageSession(parts: LanguageSessionParts): LanguageSession {
  const { monaco, ensure, isEditable } = parts;
  let { language } = parts;
  const findings = createStore<Findings>(new Map());
  const askedExample = createStore<AskedExample | undefined>(undefined);
  const sync: DocumentSync = createDocumentSync((method, params) => client.notify(method, params));
  let features: Features | undefined;
  const client = createLanguageClient({
    startWorker: () => new Worker('/workers/language.js', { name: 'tiaoli-language' }),
    initializeParams: () => initializeParams(language, parts.storedTexts()),
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
      takeFindings(parts, findings, params as PublishDiagnosticsParams);
    },
  });
  const insight = keepInsight(client, findings, () => features?.refreshLenses());
  const session: LanguageSession = {
    ...{ monaco, client, findings, insight, askedExample, ensure, isEditable },
    attach: sync.attach,
    setLanguage: (chosen) => {
      if (chosen === language) return;
      language = chosen;
      const options: ServerOptions = { language };
      client.notify(serverMethods.setOptions, options);
      features?.refresh();
      insight.touch();
    },
    end: () => {
      features?.end();
      client.end();
    },
  };
  features = featuresOf(session, parts);
  return session;
}

function featuresOf(session: LanguageSession, parts: LanguageSessionParts): Features {
  const { monaco, client, findings, askedExample, insight, ensure, isEditable } = session;
  const bridge: Bridge = {
    ...{ monaco, client, isEditable },
    selector: { language: policyLanguage, scheme: parts.scheme },
    modelOf: (uri) => {
      const path = pathOf(uri);
      return path === undefined ? undefined : ensure(path);
    },
  };
  const pathOfModel = (model: TextModel): string => pathOf(model.uri.toString()) ?? '';
  return registerFeatures({
    bridge,
    renameTexts: parts.renameTexts,
    diagnosticsOf: (model) => findings.get().get(pathOfModel(model))?.diagnostics ?? [],
    onRenamed: parts.onRenamed,
    onCommand: (_command, [uri, name]) => {
      const path = typeof uri === 'string' ? pathOf(uri) : undefined;
      if (path === undefined || typeof name !== 'string') return;
      const times = (askedExample.get()?.times ?? 0) + 1;
      askedExample.set({ path, name, times });
      insight.runNow();
    },
  });
}

function initializeParams(language: TextLanguage, sources: readonly SourceText[]) {
  const initializationOptions: ServerOptions = { language, on: null, sources };
  return {
    processId: null,
    rootUri: null,
    locale: language === 'zh' ? 'zh-CN' : 'en',
    capabilities: clientCapabilities,
    initializationOptions,
  };
}

function takeFindings(
  { monaco, scheme }: Pick<LanguageSessionParts, 'monaco' | 'scheme'>,
  findings: Store<Findings>,
  published: PublishDiagnosticsParams,
): void {
  const path = pathOf(published.uri);
  const uri = path === undefined ? undefined : monaco.Uri.parse(modelUriOf(scheme, path));
  const model = uri && monaco.editor.getModel(uri);
  if (model)
    monaco.editor.setModelMarkers(model, 'tiaoli', markersOf(monaco, published.diagnostics));
  findings.update((known) => withFindings(known, published));
}
