import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import type { TableEdit } from '@tiaoli/language';
import type { FixView, TableView } from '@tiaoli/language-server';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { ClipboardEvent } from 'react';
import { Fragment, useId, useRef } from 'react';
import type { FindingRow } from '../editor/session/findings.ts';
import { clipboardCells } from './paste/clipboard-cells.ts';
import type { Pasted } from './paste/use-paste-plan.ts';
import { RowFindings } from './row-findings.tsx';
import { TableCell } from './table-cell.tsx';
import styles from './table-editor.module.css';
import { cellKey, findingsOfTable } from './table-findings.ts';

/** One table as rows of fields, with what is wrong in each row below it. */
export function TableGrid({
  table,
  findings,
  isReadOnly,
  onEdit,
  onFix,
  onPaste,
}: {
  readonly table: TableView;
  readonly findings: readonly FindingRow[];
  readonly isReadOnly: boolean;
  readonly onEdit: (edit: TableEdit, isTyping?: boolean) => void;
  readonly onFix: (fix: FixView) => void;
  /** More than one cell was pasted into a cell. */
  readonly onPaste: (pasted: Pasted) => void;
}) {
  const t = useTranslations('tableEditor');
  const id = useId();
  const body = useRef<HTMLTableElement>(null);
  const found = findingsOfTable(table, findings);
  const headings = table.headings.map((text) => text || t('stretch'));
  const move = (row: number, column: number, step: 1 | -1): void => {
    const next = row + step === table.heading ? row + 2 * step : row + step;
    const cell = `[data-cell="${cellKey(next, column)}"] input`;
    body.current?.querySelector<HTMLInputElement>(cell)?.focus();
  };
  const paste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const place = (event.target as Element).closest('[data-cell]')?.getAttribute('data-cell');
    const cells = place && !isReadOnly ? clipboardCells(event.clipboardData) : undefined;
    if (!place || cells === undefined) return;
    event.preventDefault();
    const [row = 0, column = 0] = place.split(' ').map(Number);
    onPaste({ row, column, cells });
  };
  const fields = { onFix, isReadOnly };
  return (
    <>
      {found.whole.length > 0 && (
        <RowFindings id={`${id}-table`} findings={found.whole} {...fields} />
      )}
      <div className={styles.frame}>
        <table ref={body} className={styles.grid} onPaste={paste}>
          <caption className={styles.hidden}>{table.name || t('bands')}</caption>
          <thead>
            <tr>
              {headings.map((text, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column} scope="col">
                  {text}
                  {!isReadOnly && table.heading !== undefined && column >= table.keyCount && (
                    <Button
                      type="text"
                      size="small"
                      icon={<MinusOutlined aria-hidden />}
                      aria-label={t('removeColumn', { name: text })}
                      title={t('removeColumn', { name: text })}
                      onClick={() => onEdit({ kind: 'remove-column', column })}
                    />
                  )}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => {
              if (at === table.heading) return null;
              const own = found.byRow.get(at) ?? [];
              const about = own.length > 0 ? `${id}-${at}` : undefined;
              const name = row.cells[0]?.text ?? '';
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                <Fragment key={at}>
                  <tr data-row={at} data-wrong={own.length > 0}>
                    {row.cells.map((cell, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                      <td key={column} data-cell={cellKey(at, column)}>
                        <TableCell
                          label={`${name} ${headings[column] ?? ''}`}
                          text={cell.text}
                          isWrong={found.cells.has(cellKey(at, column))}
                          describedBy={about}
                          isReadOnly={isReadOnly}
                          onText={(text, isTyping) =>
                            onEdit({ kind: 'set-cell', row: at, column, text }, isTyping)
                          }
                          onMove={(step) => move(at, column, step)}
                        />
                        {cell.notes !== undefined && (
                          <p className={styles.notes} title={cell.notes}>
                            {cell.notes}
                          </p>
                        )}
                      </td>
                    ))}
                    <td className={styles.tools}>
                      {!isReadOnly && <RowTools name={name} row={at} onEdit={onEdit} />}
                    </td>
                  </tr>
                  {about !== undefined && (
                    <tr>
                      <td colSpan={headings.length + 1}>
                        <RowFindings id={about} findings={own} {...fields} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RowTools({
  name,
  row,
  onEdit,
}: {
  readonly name: string;
  readonly row: number;
  readonly onEdit: (edit: TableEdit) => void;
}) {
  const t = useTranslations('tableEditor');
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('addRow', { name })}
        title={t('addRow', { name })}
        onClick={() => onEdit({ kind: 'add-row', after: row })}
      />
      <Button
        type="text"
        size="small"
        icon={<MinusOutlined aria-hidden />}
        aria-label={t('removeRow', { name })}
        title={t('removeRow', { name })}
        onClick={() => onEdit({ kind: 'remove-row', row })}
      />
    </>
  );
}
