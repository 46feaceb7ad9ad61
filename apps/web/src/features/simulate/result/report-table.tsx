import type { Table, TableColumn } from '@tiaoli/reports';
import { cellText, headText } from '@tiaoli/reports';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import styles from '../simulate.module.css';
import type { DrillOf } from './figure-view.tsx';

/** A table of a result; a row behind which there are cases has a button that leads to them. */
export function ReportTable({
  table,
  drillOf,
}: {
  readonly table: Table;
  readonly drillOf: DrillOf;
}) {
  const t = useTranslations('simulate');
  const { caption, columns, rows, notes } = table;
  return (
    <div className={styles.tableWithNotes}>
      <ScrollRegion label={t('tableLabel', { caption })}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={cellClass(column)}>
                  {headText(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows.entries()].map(([at, row]) => (
              <tr key={at}>
                {columns.map((column, place) => {
                  const cell = row[place];
                  const text = cell ? cellText(cell) : '';
                  if (place > 0)
                    return (
                      <td key={column.key} className={cellClass(column)}>
                        {text}
                      </td>
                    );
                  return <RowHead key={column.key} text={text} drill={drillOf(text)} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
    </div>
  );
}

function RowHead({
  text,
  drill,
}: {
  readonly text: string;
  readonly drill: (() => void) | undefined;
}): ReactNode {
  const t = useTranslations('simulate');
  return (
    <th scope="row">
      {text}{' '}
      {drill && (
        <button
          type="button"
          className={styles.drill}
          aria-label={t('casesBehindLabel', { name: text })}
          onClick={drill}
        >
          {t('casesBehind')}
        </button>
      )}
    </th>
  );
}

export function cellClass({ kind }: TableColumn): string {
  return (kind === 'text' ? styles.word : styles.number) ?? '';
}
