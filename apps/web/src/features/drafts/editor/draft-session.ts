import type { TextLanguage } from '@tiaoli/base';
import { textOf } from '../../editor/bridge/document-sync.ts';
import { modelUriOf, uriOf } from '../../editor/bridge/document-uri.ts';
import type { RenameTexts } from '../../editor/bridge/rename.ts';
import { serverMethods } from '../../editor/bridge/server-methods.ts';
import { replaceText } from '../../editor/documents/replace-text.ts';
import type { Monaco, TextModel } from '../../editor/monaco/monaco-types.ts';
import type { EditorHost } from '../../editor/session/editor-host.ts';
import { createEditorHost } from '../../editor/session/editor-host.ts';
import type { LanguageSession } from '../../editor/session/language-session.ts';
import { createLanguageSession } from '../../editor/session/language-session.ts';

/** A text beside the draft that can be read and not changed. */
export interface BesideText {
  readonly path: string;
  readonly text: string;
}

/** The editor of one draft: its text, and the texts in force around it. */
export interface DraftSession extends LanguageSession {
  readonly host: EditorHost;
  readonly path: string;
  /** Replaces the text, as one change that can be undone; while something is composed it waits for the end of that. */
  put(text: string): void;
  /** Whether the draft may be changed; never told in the midst of something that is being composed. */
  setEditable(isEditable: boolean): void;
  setBeside(texts: readonly BesideText[]): void;
}

export interface DraftSessionParts {
  readonly monaco: Monaco;
  readonly language: TextLanguage;
  readonly path: string;
  readonly text: string;
  readonly beside: readonly BesideText[];
  readonly renameTexts: () => RenameTexts;
  /** Told of each change of the draft. */
  readonly onText: (text: string) => void;
}

export function createDraftSession(parts: DraftSessionParts): DraftSession {
  const { monaco, language, path } = parts;
  const beside = createBesideTexts(monaco, path, parts.beside);
  const draft = createModel(monaco, path, parts.text);
  const session = createLanguageSession({
    ...{ monaco, language, scheme: 'tiaoli-draft' },
    ensure: (each) => (each === path ? draft : beside.ensure(each)),
    isEditable: (each) => each === path,
    storedTexts: () => beside.all().map((each) => ({ uri: uriOf(each.path), text: each.text })),
    renameTexts: parts.renameTexts,
    onRenamed: () => undefined,
  });
  const host = createEditorHost({
    ...{ monaco, scheme: 'tiaoli-draft', insight: session.insight },
    open: (each) => {
      beside.closeOthers(each);
      const model = session.ensure(each);
      if (model) session.attach(model);
      return model;
    },
  });
  const compositions = watchCompositions(host);
  session.attach(draft);
  draft.onDidChangeContent(() => {
    session.insight.touch();
    parts.onText(textOf(draft));
  });
  return {
    ...session,
    ...{ host, path },
    put: (text) => compositions.whenOver('text', () => replaceText(monaco, draft, text)),
    setEditable: (isEditable) =>
      compositions.whenOver('editable', () => {
        if (host.editor.getModel() === draft) host.setEditable(isEditable);
      }),
    setBeside: (texts) => {
      const { changed, removed } = beside.replace(texts);
      if (changed.length + removed.length === 0) return;
      const sources = changed.map((each) => ({ uri: uriOf(each.path), text: each.text }));
      const update = { changed: sources, removed: removed.map(uriOf) };
      session.client.notify(serverMethods.updateSources, update);
      session.insight.touch();
    },
    end: () => {
      session.end();
      host.end();
      beside.end();
      draft.dispose();
    },
  };
}

function createModel(monaco: Monaco, path: string, text: string): TextModel {
  const uri = monaco.Uri.parse(modelUriOf('tiaoli-draft', path));
  return monaco.editor.createModel(text, 'tiaoli', uri);
}

/** The texts around the draft, with a model of each that was looked at. */
function createBesideTexts(monaco: Monaco, draftPath: string, first: readonly BesideText[]) {
  const byPath = new Map<string, string>();
  const models = new Map<string, TextModel>();
  const close = (path: string): void => {
    models.get(path)?.dispose();
    models.delete(path);
  };
  const replace = (texts: readonly BesideText[]) => {
    // What is in force under the path of the draft is what the draft is to replace.
    const next = new Map(
      texts.filter(({ path }) => path !== draftPath).map((each) => [each.path, each.text]),
    );
    const removed = [...byPath.keys()].filter((path) => !next.has(path));
    const changed = [...next].flatMap(([path, text]) =>
      byPath.get(path) === text ? [] : { path, text },
    );
    byPath.clear();
    for (const [path, text] of next) byPath.set(path, text);
    for (const path of removed) close(path);
    for (const { path, text } of changed) models.get(path)?.setValue(text);
    return { changed, removed };
  };
  replace(first);
  return {
    replace,
    all: (): readonly BesideText[] => [...byPath].map(([path, text]) => ({ path, text })),
    ensure: (path: string): TextModel | undefined => {
      const [known, text] = [models.get(path), byPath.get(path)];
      if (known || text === undefined) return known;
      const made = createModel(monaco, path, text);
      models.set(path, made);
      return made;
    },
    closeOthers: (path: string): void => {
      for (const each of [...models.keys()]) if (each !== path) close(each);
    },
    end: (): void => {
      for (const each of [...models.keys()]) close(each);
    },
  };
}

/** Keeps what would break off an input method until what is being composed is written. */
function watchCompositions({ editor }: EditorHost) {
  let isComposing = false;
  const waiting = new Map<string, () => void>();
  editor.onDidCompositionStart(() => {
    isComposing = true;
  });
  editor.onDidCompositionEnd(() => {
    isComposing = false;
    const all = [...waiting.values()];
    waiting.clear();
    // The last characters come with this very event.
    queueMicrotask(() => {
      for (const act of all) act();
    });
  });
  return {
    /** Does it now, or at the end of what is being composed; of one kind only what was asked for last. */
    whenOver: (kind: 'text' | 'editable', act: () => void): void => {
      if (isComposing) waiting.set(kind, act);
      else act();
    },
  };
}
