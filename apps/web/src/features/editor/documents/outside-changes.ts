import { mergeSources } from '@tiaoli/language';
import type { ListedSource } from '../../../http/source-list.ts';
import { textOf } from '../bridge/document-sync.ts';
import type { OutsideChange } from './document-state.ts';
import { decideOutside } from './document-state.ts';
import type { DocumentTable } from './document-table.ts';
import { plain } from './document-table.ts';

export interface OutsideParts {
  readonly table: DocumentTable;
  readonly storedOf: (path: string) => ListedSource | undefined;
  /** Called when a document was deleted and nothing was typed in it. */
  readonly onGone: (path: string) => void;
}

/** Compares every open document with what is stored, and acts where nobody needs to be asked. */
export function compareAll(parts: OutsideParts): void {
  for (const path of parts.table.states.get().keys()) compareOne(parts, path);
}

export function compareOne({ table, storedOf, onGone }: OutsideParts, path: string): void {
  const state = table.stateOf(path);
  const model = table.modelOf(path);
  if (!state || !model || state.isSaving) return;
  const stored = storedOf(path);
  const comparable = stored && { text: plain(stored.text), revision: stored.revision };
  switch (decideOutside(state.base, state.isDirty, plain(textOf(model)), comparable)) {
    case 'same':
      if (state.outside) table.patch(path, { outside: undefined });
      return;
    case 'take':
      if (stored) takeStored(table, path, stored);
      return;
    case 'rebase':
      if (stored) settle(table, path, stored);
      return;
    case 'ask':
      if (stored) setOutside(table, path, { kind: 'changed', ...textAndRevision(stored) });
      return;
    case 'ask-gone':
      setOutside(table, path, { kind: 'gone' });
      return;
    case 'close':
      onGone(path);
      return;
  }
}

/** Shows what is stored; what was in the editor before can be had back by undoing. */
export function takeStored(
  table: DocumentTable,
  path: string,
  stored: { readonly text: string; readonly revision: string },
): void {
  table.setText(path, stored.text);
  settle(table, path, stored);
}

/** From now on the text counts as made from what is stored. */
export function settle(
  table: DocumentTable,
  path: string,
  stored: { readonly text: string; readonly revision: string },
): void {
  table.setBase(path, textAndRevision(stored));
  table.patch(path, { outside: undefined, failure: undefined });
}

/** Puts both changes into the editor; false when they overlap, and a person has to do it. */
export function mergeOutside(table: DocumentTable, path: string): boolean {
  const state = table.stateOf(path);
  const model = table.modelOf(path);
  if (state?.outside?.kind !== 'changed' || !model) return false;
  const { outside, base } = state;
  const merged = mergeSources(plain(base.text), plain(textOf(model)), plain(outside.text));
  if (merged === undefined) return false;
  const lineEnd = outside.text.includes('\r\n') ? '\r\n' : '\n';
  table.setText(path, merged.replaceAll('\n', lineEnd));
  settle(table, path, outside);
  return true;
}

function setOutside(table: DocumentTable, path: string, outside: OutsideChange): void {
  const known = table.stateOf(path)?.outside;
  const isKnown =
    known?.kind === outside.kind &&
    (known.kind === 'gone' || outside.kind === 'gone' || known.revision === outside.revision);
  if (!isKnown) table.patch(path, { outside });
}

function textAndRevision({ text, revision }: { readonly text: string; readonly revision: string }) {
  return { text, revision };
}
