import type { DifferingLines } from '@tiaoli/language-server';
import { useEffect, useMemo, useState } from 'react';
import { allDocuments } from '../../documents/choose-documents.ts';
import { useDocuments } from '../../documents/use-documents.ts';
import { uriOf } from '../bridge/document-uri.ts';
import { serverMethods } from '../bridge/server-methods.ts';
import { useStore } from '../state/use-store.ts';
import { useEditor, useFolderEditor } from './editor-context.tsx';

/** What the text in the editor is held against. */
export interface InForce {
  /** What the version in force is called: `ID@YYYY-MM-DD`, or the day of its beginning. */
  readonly reference: string;
  readonly text: string;
}

/** The version of the document that is in force today, as it is stored; undefined where there is none. */
export function useInForce(): InForce | undefined {
  const { session, path } = useFolderEditor();
  const { byPath } = useStore(session.watch.sources);
  const { data } = useDocuments(undefined);
  const version = useMemo(() => {
    const documents = data ? [data.nation, data.samples].flatMap(allDocuments) : [];
    const own = documents.find(({ versions }) => versions.some((each) => each.path === path));
    return own?.version;
  }, [data, path]);
  const text = version && byPath.get(version.path)?.text;
  return useMemo(
    () => (version && text !== undefined ? { reference: version.ref, text } : undefined),
    [version, text],
  );
}

/** After the last keystroke. */
const QUIET_MILLIS = 300;

/** Lines of the text in the editor that are others than in the version in force. */
export function useDifferingLines(inForce: InForce | undefined): readonly DifferingLines[] {
  const { session, host, path } = useEditor();
  const version = useStore(host.version);
  const isReady = useStore(session.client.health).kind === 'ready';
  const [found, setFound] = useState<readonly DifferingLines[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version of the text is another text
  useEffect(() => {
    if (!inForce || !isReady) {
      setFound([]);
      return undefined;
    }
    let isWanted = true;
    const timer = setTimeout(async () => {
      const params = { uri: uriOf(path), before: inForce.text };
      const answer = await session.client.request<readonly DifferingLines[]>(
        serverMethods.differences,
        params,
      );
      if (isWanted && answer.kind === 'answer') setFound(answer.value);
    }, QUIET_MILLIS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [session, inForce, isReady, path, version]);
  return found;
}
