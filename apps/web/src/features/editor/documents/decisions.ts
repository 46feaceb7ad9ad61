import { textOf } from '../bridge/document-sync.ts';
import type { OutsideChange } from './document-state.ts';
import type { DocumentTable } from './document-table.ts';
import { mergeOutside, settle, takeStored } from './outside-changes.ts';
import type { SaveOutcome } from './save-document.ts';

/** What a reader may decide when the stored document was changed or deleted while something was typed. */
export interface Decisions {
  /** Drops what was typed in favour of what is stored, and keeps it as a draft. */
  takeTheirs(path: string): Promise<void>;
  /** Saves what was typed over what is stored. */
  keepMine(path: string): Promise<SaveOutcome>;
  /** True when the two could be merged. */
  merge(path: string): boolean;
  /** What stands in the editor now is the merged text. */
  mergedByHand(path: string): void;
  /** Forgets a document that was deleted; what was typed in it is kept as a draft. */
  forget(path: string): Promise<void>;
}

export interface DecisionParts {
  readonly table: DocumentTable;
  readonly save: (path: string) => Promise<SaveOutcome>;
  readonly onGone: (path: string) => void;
  readonly setAside: (path: string, text: string) => Promise<void>;
  /** The draft is to be kept anew. */
  readonly touch: (path: string) => void;
}

export function createDecisions(parts: DecisionParts): Decisions {
  const { table, save, onGone, setAside, touch } = parts;
  const changeOf = (path: string): OutsideChange | undefined => table.stateOf(path)?.outside;
  const keepAside = async (path: string): Promise<void> => {
    const model = table.modelOf(path);
    if (model) await setAside(path, textOf(model));
  };
  return {
    takeTheirs: async (path) => {
      const change = changeOf(path);
      if (change?.kind !== 'changed') return;
      await keepAside(path);
      takeStored(table, path, change);
      touch(path);
    },
    keepMine: async (path) => {
      const change = changeOf(path);
      if (change?.kind === 'changed') settle(table, path, change);
      if (change?.kind === 'gone') {
        table.setBase(path, { text: '', revision: null });
        table.patch(path, { outside: undefined });
      }
      return save(path);
    },
    merge: (path) => {
      const isMerged = mergeOutside(table, path);
      if (isMerged) touch(path);
      return isMerged;
    },
    mergedByHand: (path) => {
      const change = changeOf(path);
      if (change?.kind === 'changed') settle(table, path, change);
      touch(path);
    },
    forget: async (path) => {
      await keepAside(path);
      onGone(path);
    },
  };
}
