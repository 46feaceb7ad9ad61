import type { TableView } from '@tiaoli/language-server';
import { useMemo } from 'react';
import { TablePanel } from '../../table-editor/table-panel.tsx';
import { useEditor } from '../page/editor-context.tsx';
import { useFindings } from '../page/use-findings.ts';
import { applyFix } from '../session/apply-fix.ts';
import { useStore } from '../state/use-store.ts';

/** The table editor beside the text of the page. */
export function TablesPanel({ tables }: { readonly tables: readonly TableView[] }) {
  const { session, host, path, goTo } = useEditor();
  const { here } = useFindings();
  const { lineNumber } = useStore(host.cursor);
  const isEditable = useStore(host.isEditable);
  const at = useMemo(
    () => ({ editor: host.editor, client: session.client, path }),
    [host, session, path],
  );
  return (
    <TablePanel
      host={at}
      {...{ tables, lineNumber }}
      findings={here}
      isReadOnly={!isEditable}
      onFix={(fix) => applyFix(session, host, path, fix)}
      onGoTo={(line) => goTo(path, line)}
    />
  );
}
