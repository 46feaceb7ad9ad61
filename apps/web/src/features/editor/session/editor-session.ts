import type { TextLanguage } from '@tiaoli/base';
import type { SourceText } from '@tiaoli/language-server';
import type { ListedSource } from '../../../http/source-list.ts';
import { uriOf } from '../bridge/document-uri.ts';
import type { RenameTexts } from '../bridge/rename.ts';
import { serverMethods } from '../bridge/server-methods.ts';
import type { SaveFailure } from '../documents/document-state.ts';
import type { Documents } from '../documents/documents.ts';
import { createDocuments } from '../documents/documents.ts';
import { openDraftStorage } from '../documents/draft-storage.ts';
import type { Monaco } from '../monaco/monaco-types.ts';
import type { SourcesChange, SourceWatch } from '../sources/stored-sources.ts';
import { watchSources } from '../sources/stored-sources.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { LanguageSession } from './language-session.ts';
import { createLanguageSession } from './language-session.ts';

/** Everything behind the editor of the folder. It lives as long as the page is loaded, also while another page is shown. */
export interface EditorSession extends LanguageSession {
  readonly watch: SourceWatch;
  readonly documents: Documents;
  /** Documents that the last renaming touched, until they are saved or it is dismissed. */
  readonly renamed: Store<readonly string[]>;
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
  const { monaco, language, texts } = parts;
  const renamed = createStore<readonly string[]>([]);
  const watch = watchSources(parts.sources, parts.tag, (change) => {
    session.client.notify(serverMethods.updateSources, updateOf(change));
    documents.compareWithStored();
    session.insight.touch();
  });
  const session = createLanguageSession({
    ...{ monaco, language, scheme: 'tiaoli' },
    ensure: (path) => documents.ensure(path),
    isEditable: () => true,
    storedTexts: () => {
      const { byPath } = watch.sources.get();
      return [...byPath.values()].filter(({ isReadable }) => isReadable).map(sourceText);
    },
    renameTexts: () => texts().rename,
    onRenamed: (paths) => {
      if (paths.length > 1) renamed.set(paths);
    },
  });
  const documents = createDocuments({
    ...{ monaco, watch, storage: openDraftStorage(), serverAway: () => texts().serverAway },
    attach: (model) => {
      session.attach(model);
      session.insight.touch();
    },
    onSaved: (path, text) => {
      const update = { changed: [{ uri: uriOf(path), text }], removed: [] };
      session.client.notify(serverMethods.updateSources, update);
      renamed.update((paths) => paths.filter((each) => each !== path));
    },
  });
  return { ...session, watch, documents, renamed };
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
