import type { Monaco, TextModel } from '../monaco/monaco-types.ts';
import type { SourceWatch } from '../sources/stored-sources.ts';
import type { Store } from '../state/store.ts';
import type { Decisions } from './decisions.ts';
import { createDecisions } from './decisions.ts';
import type { DocumentState, SaveFailure } from './document-state.ts';
import { createDocumentTable } from './document-table.ts';
import type { DraftOffers } from './draft-offers.ts';
import { createDraftOffers } from './draft-offers.ts';
import type { DraftStorage } from './draft-storage.ts';
import { keepDrafts } from './keep-drafts.ts';
import { compareAll, compareOne } from './outside-changes.ts';
import { openPageChannel } from './page-channel.ts';
import type { SaveOutcome } from './save-document.ts';
import { saveDocument } from './save-document.ts';

/** The documents of the editor: their texts, what of them is saved, and what to do when something is in the way. */
export interface Documents extends Decisions, Pick<DraftOffers, 'discard' | 'restore'> {
  readonly states: Store<ReadonlyMap<string, DocumentState>>;
  /** The model of a document that is stored; it is made when it is needed. */
  ensure(path: string): TextModel | undefined;
  /** Opens a document for editing and closes others in which nothing was typed; undefined when it is not stored. */
  open(path: string): TextModel | undefined;
  save(path: string): Promise<SaveOutcome>;
  /** Looks again at every document after the stored ones have changed. */
  compareWithStored(): void;
}

export interface DocumentsParts {
  readonly monaco: Monaco;
  readonly watch: SourceWatch;
  readonly storage: DraftStorage;
  /** A model is to be known to the language server. */
  readonly attach: (model: TextModel) => void;
  readonly onSaved: (path: string, text: string) => void;
  readonly serverAway: () => SaveFailure;
}

export function createDocuments(parts: DocumentsParts): Documents {
  const { monaco, watch, storage, attach } = parts;
  const storedOf = (path: string) => watch.sources.get().byPath.get(path);
  const table = createDocumentTable({
    ...{ monaco, storedOf },
    onTextChange: (path, model) => {
      attach(model);
      drafts.touch(path);
    },
  });
  const channel = openPageChannel({
    onElsewhere: (path, isElsewhere) => table.patch(path, { isElsewhere }),
    onSaved: () => void watch.look(),
  });
  const drafts = keepDrafts(table, storage, channel.page);
  const onGone = (path: string): void => {
    channel.close(path);
    table.drop(path);
  };
  const outside = { table, storedOf, onGone };
  const offers = createDraftOffers({
    ...{ table, storage, storedOf, page: channel.page },
    compareWithStored: (path) => compareOne(outside, path),
  });
  const saving = {
    table,
    serverAway: parts.serverAway,
    onSaved: (path: string, text: string, revision: string) => {
      watch.saved(path, text, revision);
      channel.saved(path);
      drafts.touch(path);
      parts.onSaved(path, text);
    },
  };
  const save = (path: string) => saveDocument(saving, path);
  return {
    ...{ states: table.states, ensure: table.ensure, save },
    ...{ discard: offers.discard, restore: offers.restore },
    open: (path) => {
      const model = table.ensure(path);
      if (!model) return undefined;
      for (const { path: other, isDirty } of table.states.get().values()) {
        if (other !== path && !isDirty) onGone(other);
      }
      attach(model);
      channel.open(path).then((pages) => offers.look(path, pages));
      return model;
    },
    compareWithStored: () => compareAll(outside),
    ...createDecisions({ table, save, onGone, setAside: offers.setAside, touch: drafts.touch }),
  };
}
