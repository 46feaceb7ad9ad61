import type { ListedSource } from '../../../http/source-list.ts';
import { uriOf } from '../bridge/document-uri.ts';
import type { Monaco, TextModel } from '../monaco/monaco-types.ts';
import type { Store } from '../state/store.ts';
import { createStore } from '../state/store.ts';
import type { Base, DocumentState } from './document-state.ts';
import { replaceText } from './replace-text.ts';

/** The documents that have a model, and what there is to say of each. */
export interface DocumentTable {
  readonly states: Store<ReadonlyMap<string, DocumentState>>;
  stateOf(path: string): DocumentState | undefined;
  modelOf(path: string): TextModel | undefined;
  /** The model of a document, made of what is stored where there is none; undefined for one that is not stored. */
  ensure(path: string): TextModel | undefined;
  patch(path: string, part: Partial<Omit<DocumentState, 'path'>>): void;
  setBase(path: string, base: Base): void;
  setText(path: string, text: string): void;
  /** Forgets a document and its model. */
  drop(path: string): void;
}

export interface TableParts {
  readonly monaco: Monaco;
  readonly storedOf: (path: string) => ListedSource | undefined;
  /** Called after the text of a document has changed, and its state with it. */
  readonly onTextChange: (path: string, model: TextModel) => void;
}

export function createDocumentTable({ monaco, storedOf, onTextChange }: TableParts): DocumentTable {
  const { states, stateOf, patch, put, remove } = createStateTable();
  const models = new Map<string, TextModel>();
  const plainBases = new Map<string, string>();

  const isDirty = (path: string): boolean => {
    const model = models.get(path);
    if (stateOf(path)?.base.revision === null) return true;
    return model !== undefined && plainTextOf(monaco, model) !== plainBases.get(path);
  };
  const refresh = (path: string): void => {
    const dirty = isDirty(path);
    if (dirty !== stateOf(path)?.isDirty) patch(path, { isDirty: dirty });
  };
  const add = (path: string, text: string, base: Base, isEditable: boolean): TextModel => {
    const model = monaco.editor.createModel(text, 'tiaoli', monaco.Uri.parse(uriOf(path)));
    models.set(path, model);
    plainBases.set(path, plain(base.text));
    const state: DocumentState = {
      ...{ path, base, isEditable, isDirty: false },
      ...{ isSaving: false, isElsewhere: false, draft: { kind: 'none' } },
    };
    put(state);
    model.onDidChangeContent(() => {
      refresh(path);
      onTextChange(path, model);
    });
    return model;
  };
  return {
    states,
    stateOf,
    patch,
    modelOf: (path) => models.get(path),
    ensure: (path) => {
      const known = models.get(path);
      const stored = storedOf(path);
      if (known || !stored) return known;
      const { text, revision, isReadable } = stored;
      return add(path, text, { text, revision }, isReadable);
    },
    setBase: (path, base) => {
      plainBases.set(path, plain(base.text));
      patch(path, { base });
      refresh(path);
    },
    setText: (path, text) => {
      const model = models.get(path);
      if (model) replaceText(monaco, model, text);
    },
    drop: (path) => {
      remove(path);
      const model = models.get(path);
      models.delete(path);
      plainBases.delete(path);
      model?.dispose();
    },
  };
}

function createStateTable() {
  const states = createStore<ReadonlyMap<string, DocumentState>>(new Map());
  const stateOf = (path: string): DocumentState | undefined => states.get().get(path);
  const put = (state: DocumentState): void =>
    states.set(new Map([...states.get(), [state.path, state]]));
  return {
    ...{ states, stateOf, put },
    patch: (path: string, part: Partial<Omit<DocumentState, 'path'>>): void => {
      const before = stateOf(path);
      if (before) put({ ...before, ...part });
    },
    remove: (path: string): void =>
      states.set(new Map([...states.get()].filter(([each]) => each !== path))),
  };
}

/** Without what an editor may write otherwise: the mark at the beginning, and line ends. */
export function plain(text: string): string {
  return text.replace(/\uFEFF/y, '').replace(/\r\n?/g, '\n');
}

function plainTextOf({ editor }: Monaco, model: TextModel): string {
  return model.getValue(editor.EndOfLinePreference.LF);
}
