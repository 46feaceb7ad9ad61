import type { IDisposable, TextModel } from '../monaco/monaco-types.ts';
import { policyLanguage, uriOfModel } from './bridge.ts';

type Notify = (method: string, params: unknown) => void;

/** Keeps the server's texts the same as the models that are attached. */
export interface DocumentSync {
  /** Tells the server of a document, and of each change; ends with the model. */
  attach(model: TextModel): void;
  /** Tells a server that has just started of every document. */
  openAll(notify: Notify): void;
}

export function createDocumentSync(notify: Notify): DocumentSync {
  const attached = new Map<TextModel, IDisposable>();
  return {
    attach: (model) => {
      if (attached.has(model) || model.getLanguageId() !== policyLanguage) return;
      open(notify, model);
      const changes = model.onDidChangeContent(() => {
        // The whole text: documents are small, and what is whole cannot drift apart.
        notify('textDocument/didChange', {
          textDocument: { uri: uriOfModel(model), version: model.getVersionId() },
          contentChanges: [{ text: textOf(model) }],
        });
      });
      attached.set(model, changes);
      model.onWillDispose(() => {
        changes.dispose();
        attached.delete(model);
        notify('textDocument/didClose', { textDocument: { uri: uriOfModel(model) } });
      });
    },
    openAll: (notifyNew) => {
      for (const model of attached.keys()) open(notifyNew, model);
    },
  };
}

function open(notify: Notify, model: TextModel): void {
  notify('textDocument/didOpen', {
    textDocument: {
      uri: uriOfModel(model),
      languageId: policyLanguage,
      version: model.getVersionId(),
      text: textOf(model),
    },
  });
}

/** What would be saved: with the line ends of the file, and the mark at its beginning if it has one. */
export function textOf(model: TextModel): string {
  return model.getValue(undefined, true);
}
