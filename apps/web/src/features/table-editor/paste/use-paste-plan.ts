import type { PasteUnit } from '@tiaoli/language';
import type { PastePlanAnswer, TableView } from '@tiaoli/language-server';
import { useEffect, useState } from 'react';
import { uriOf } from '../../editor/bridge/document-uri.ts';
import { serverMethods } from '../../editor/bridge/server-methods.ts';
import type { TableHost } from '../table-host.ts';
import type { Cells } from './clipboard-cells.ts';

/** Cells of the clipboard, and the cell of the table that the first of them is for. */
export interface Pasted {
  readonly row: number;
  readonly column: number;
  readonly cells: Cells;
}

export type PasteUnits = Readonly<Record<number, PasteUnit>>;

/** What a paste would do to the table as it stands; undefined while it is worked out. */
export function usePastePlan(
  { client, path }: Pick<TableHost, 'client' | 'path'>,
  table: TableView,
  pasted: Pasted,
  units: PasteUnits,
): PastePlanAnswer | undefined {
  const [answer, setAnswer] = useState<PastePlanAnswer>();
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const params = { uri: uriOf(path), from: table.from, block: { ...pasted, units } };
      const given = await client.request<PastePlanAnswer | null>(serverMethods.planPaste, params);
      if (isWanted && given.kind === 'answer' && given.value !== null) setAnswer(given.value);
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [client, path, table, pasted, units]);
  return answer;
}
