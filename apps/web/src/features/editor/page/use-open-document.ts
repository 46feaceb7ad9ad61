import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EditorHost } from '../session/editor-host.ts';
import { lineRange } from '../session/editor-host.ts';
import type { EditorSession } from '../session/editor-session.ts';
import { useStore } from '../state/use-store.ts';
import { addressOf, lineOfSearch, pathOfAddress } from './editor-address.ts';

export interface OpenDocument {
  readonly path: string;
  readonly isThere: boolean;
  goTo(path: string, line?: number, column?: number): void;
}

/** Shows the document that the address names; going to another one changes the address alone, so nothing is loaded anew. */
export function useOpenDocument(session: EditorSession, host: EditorHost): OpenDocument {
  const path = pathOfAddress(usePathname());
  const line = lineOfSearch(useSearchParams().get('line'));
  const { byPath } = useStore(session.watch.sources);
  const isOpen = useStore(session.documents.states).has(path);
  const isStored = byPath.has(path);
  const isEditable = byPath.get(path)?.isReadable !== false;
  const [shownPath, setShownPath] = useState<string>();
  useEffect(() => {
    if (!isStored && !isOpen) return;
    host.show(path, isEditable);
    setShownPath(path);
  }, [host, path, isStored, isOpen, isEditable]);
  // Once: coming back to the address, the reader finds the document as it was left.
  const revealed = useRef(new Set<string>());
  useEffect(() => {
    const place = `${path}:${line}`;
    if (line === undefined || shownPath !== path || revealed.current.has(place)) return;
    revealed.current.add(place);
    host.reveal(path, lineRange(line));
  }, [host, path, line, shownPath]);
  useEffect(() => {
    host.setOpener((next) => history.pushState(null, '', addressOf(next)));
  }, [host]);
  const goTo = useCallback(
    (next: string, at?: number, column = 1) => {
      if (at !== undefined) host.reveal(next, lineRange(at, column));
      else if (next !== path) history.pushState(null, '', addressOf(next));
    },
    [host, path],
  );
  return { path, isThere: isStored || isOpen, goTo };
}
