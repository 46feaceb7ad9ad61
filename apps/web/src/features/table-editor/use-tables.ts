import type { TableView } from '@tiaoli/language-server';
import { useEffect, useState } from 'react';
import { uriOf } from '../editor/bridge/document-uri.ts';
import { serverMethods } from '../editor/bridge/server-methods.ts';
import { useStore } from '../editor/state/use-store.ts';
import type { TableHost } from './table-host.ts';

/** Keys come faster than a table can be drawn. */
const QUIET_MS = 60;

interface KnownTables {
  readonly path: string;
  readonly tables: readonly TableView[];
}

/** The tables of the text as it stands; those of a moment ago while they are asked for. `version` grows with each change. */
export function useTables(
  { client, path }: Pick<TableHost, 'client' | 'path'>,
  version: number,
): readonly TableView[] {
  const [known, setKnown] = useState<KnownTables>();
  const isReady = useStore(client.health).kind === 'ready';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text
  useEffect(() => {
    if (!isReady) return;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const params = { uri: uriOf(path) };
      const answer = await client.request<readonly TableView[] | null>(
        serverMethods.tables,
        params,
      );
      if (isWanted && answer.kind === 'answer') setKnown({ path, tables: answer.value ?? [] });
    };
    const timer = setTimeout(() => void ask(), QUIET_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, path, version, isReady]);
  return known?.path === path ? known.tables : [];
}
