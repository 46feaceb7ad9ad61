import { useMemo } from 'react';
import type { FindingRow } from '../session/findings.ts';
import { rowsOf } from '../session/findings.ts';
import { useStore } from '../state/use-store.ts';
import { useEditor } from './editor-context.tsx';

export interface ShownFindings {
  /** Of the document in the editor. */
  readonly here: readonly FindingRow[];
  /** Of others that an edit has broken, by path. */
  readonly elsewhere: readonly (readonly [path: string, rows: readonly FindingRow[]])[];
  readonly all: readonly FindingRow[];
  /** True when these are the findings of the text as it stands. */
  readonly isChecked: boolean;
}

export function useFindings(): ShownFindings {
  const { session, host, path } = useEditor();
  const findings = useStore(session.findings);
  const version = useStore(host.version);
  const isReady = useStore(session.client.health).kind === 'ready';
  const checked = findings.get(path)?.version;
  const isChecked = isReady && checked !== undefined && checked >= version;
  return useMemo(() => {
    const here = rowsOf(path, findings.get(path)?.diagnostics ?? []);
    const elsewhere = [...findings]
      .filter(([each, { diagnostics }]) => each !== path && diagnostics.length > 0)
      .map(([each, { diagnostics }]) => [each, rowsOf(each, diagnostics)] as const);
    return { here, elsewhere, all: [...here, ...elsewhere.flatMap(([, rows]) => rows)], isChecked };
  }, [findings, path, isChecked]);
}
