import type { TableView } from '@tiaoli/language-server';
import { tableAtLine } from '../../table-editor/table-findings.ts';
import { useTables } from '../../table-editor/use-tables.ts';
import { useEditor } from '../page/editor-context.tsx';
import { useStore } from '../state/use-store.ts';

/** The tables of the document in the editor, and whether the cursor is in one. */
export function usePageTables(): {
  readonly tables: readonly TableView[];
  readonly isInTable: boolean;
} {
  const { session, host, path } = useEditor();
  const version = useStore(host.version);
  const { lineNumber } = useStore(host.cursor);
  const tables = useTables({ client: session.client, path }, version);
  return { tables, isInTable: tableAtLine(tables, lineNumber) !== undefined };
}
