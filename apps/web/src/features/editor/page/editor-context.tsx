import { createContext, useContext } from 'react';
import type { EditorHost } from '../session/editor-host.ts';
import type { EditorSession } from '../session/editor-session.ts';

/** What the parts of the page share. */
export interface EditorView {
  readonly session: EditorSession;
  readonly host: EditorHost;
  /** The document that is shown. */
  readonly path: string;
  /** Opens a document, at a line when one is given. */
  goTo(path: string, line?: number, column?: number): void;
  /** Says something in the status line and to a screen reader. */
  announce(text: string): void;
  save(): void;
  saveAll(): void;
}

const EditorContext = createContext<EditorView | undefined>(undefined);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): EditorView {
  const view = useContext(EditorContext);
  if (!view) throw new Error('a part of the editor stands outside it');
  return view;
}
