import type { TableEdit } from '@tiaoli/language';
import type { FixView, TableView } from '@tiaoli/language-server';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FindingRow } from '../editor/session/findings.ts';
import { AddColumn } from './add-column.tsx';
import { copyText, tableText } from './paste/copy-table.ts';
import { PasteDialog } from './paste/paste-dialog.tsx';
import type { Pasted } from './paste/use-paste-plan.ts';
import styles from './table-editor.module.css';
import { tableAtLine } from './table-findings.ts';
import { TableGrid } from './table-grid.tsx';
import type { TableHost } from './table-host.ts';
import { runTableEdit } from './table-host.ts';

/** The table of the cursor as a grid whose edits are edits of the text; elsewhere the tables that one can go to. */
export function TablePanel({
  host,
  tables,
  lineNumber,
  findings,
  isReadOnly,
  onFix,
  onGoTo,
}: {
  readonly host: TableHost;
  readonly tables: readonly TableView[];
  /** The line of the cursor, counted from 1. */
  readonly lineNumber: number;
  readonly findings: readonly FindingRow[];
  readonly isReadOnly: boolean;
  readonly onFix: (fix: FixView) => void;
  readonly onGoTo: (line: number) => void;
}) {
  const t = useTranslations('tableEditor');
  const table = tableAtLine(tables, lineNumber);
  const [refused, setRefused] = useState<{ readonly table: string; readonly reason: string }>();
  const [pasted, setPasted] = useState<Pasted>();
  const [copied, setCopied] = useState<boolean>();
  if (!table) return <TableList tables={tables} onGoTo={onGoTo} />;
  const edit = async (change: TableEdit, isTyping = false): Promise<void> => {
    const outcome = await runTableEdit(host, table.from, change, { isTyping });
    const reasons = { done: '', overtaken: t('overtaken') };
    const reason = outcome.kind === 'refused' ? outcome.reason : reasons[outcome.kind];
    setRefused(reason === '' ? undefined : { table: table.name, reason });
  };
  return (
    <div className={styles.panel} data-testid="table-editor">
      <h2 className={styles.title}>{table.name || t('bands')}</h2>
      <p className={styles.refused} role="status">
        {refused?.table === table.name ? refused.reason : ''}
      </p>
      <TableGrid
        key={`${host.path} ${table.from}`}
        {...{ table, findings, isReadOnly, onFix }}
        onEdit={edit}
        onPaste={setPasted}
      />
      <div className={styles.actions}>
        {!isReadOnly && table.heading !== undefined && <AddColumn table={table} onEdit={edit} />}
        <Button size="small" onClick={() => setCopied(copyText(tableText(table)))}>
          {t('copyTable')}
        </Button>
        <span role="status" className={styles.notes}>
          {copied === undefined ? '' : t(copied ? 'copied' : 'notCopied')}
        </span>
      </div>
      {pasted && !isReadOnly && (
        <PasteDialog
          {...{ host, table, pasted }}
          onTake={(taken) => {
            setPasted(undefined);
            void edit(taken);
          }}
          onClose={() => setPasted(undefined)}
        />
      )}
      <p className={styles.hint}>{t('hint')}</p>
    </div>
  );
}

function TableList({
  tables,
  onGoTo,
}: {
  readonly tables: readonly TableView[];
  readonly onGoTo: (line: number) => void;
}) {
  const t = useTranslations('tableEditor');
  if (tables.length === 0) return <p className={styles.empty}>{t('none')}</p>;
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>{t('choose')}</p>
      <ul className={styles.list}>
        {tables.map(({ from, name, range }) => (
          <li key={from}>
            <Button type="link" onClick={() => onGoTo(range.start.line + 1)}>
              {name || t('bands')}
            </Button>
            <span className={styles.notes}>{t('line', { line: range.start.line + 1 })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
