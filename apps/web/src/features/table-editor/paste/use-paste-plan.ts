import type { PasteUnit } from '@tiaoli/language';
import type { PastePlanAnswer, TableView } from '@tiaoli/language-server';
import { useEffect, useMemo, useState } from 'react';
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

/** What a paste would do; `isCurrent` is false while that is worked out anew, for another unit or another text. */
export interface PlannedPaste {
  readonly answer?: PastePlanAnswer | { readonly kind: 'unanswered' };
  readonly isCurrent: boolean;
}

/** What a paste would do to the table as it stands: no answer before the first. */
export function usePastePlan(
  { client, path }: Pick<TableHost, 'client' | 'path'>,
  table: TableView,
  pasted: Pasted,
  units: PasteUnits,
): PlannedPaste {
  const asked = useMemo(
    () => ({ client, uri: uriOf(path), table, block: { ...pasted, units } }),
    [client, path, table, pasted, units],
  );
  const [planned, setPlanned] = useState<Pick<PlannedPaste, 'answer'> & { asked: object }>();
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const params = { uri: asked.uri, from: asked.table.from, block: asked.block };
      const given = await asked.client.request<PastePlanAnswer | null>(
        serverMethods.planPaste,
        params,
      );
      const plan = given.kind === 'answer' ? given.value : null;
      if (isWanted) setPlanned({ asked, answer: plan ?? { kind: 'unanswered' } });
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return { ...(planned && { answer: planned.answer }), isCurrent: planned?.asked === asked };
}
