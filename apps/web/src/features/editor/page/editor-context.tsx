import { createContext, useContext } from 'react';
import type { EditorHost } from '../session/editor-host.ts';
import type { EditorSession } from '../session/editor-session.ts';
import type { LanguageSession } from '../session/language-session.ts';

/** What the parts share that stand around any text: of the folder, and of a draft. */
export interface EditorView {
  readonly session: LanguageSession;
  readonly host: EditorHost;
  /** The document that is shown. */
  readonly path: string;
  /** What a reader calls a document by. */
  titleOf(path: string): string;
  /** Opens a document, at a line when one is given. */
  goTo(path: string, line?: number, column?: number): void;
  /** Says something in the status line and to a screen reader. */
  announce(text: string): void;
}

/** The same on the page of the folder, whose documents are saved by hand. */
export interface FolderView extends EditorView {
  readonly session: EditorSession;
  save(): void;
  saveAll(): void;
}

const EditorContext = createContext<EditorView | undefined>(undefined);
const FolderContext = createContext<FolderView | undefined>(undefined);

export const EditorProvider = EditorContext.Provider;
export const FolderProvider = FolderContext.Provider;

export function useEditor(): EditorView {
  const view = useContext(EditorContext);
  if (!view) throw new Error('a part of the editor stands outside it');
  return view;
}

export function useFolderEditor(): FolderView {
  const view = useContext(FolderContext);
  if (!view) throw new Error('a part of the editor of the folder stands outside it');
  return view;
}
