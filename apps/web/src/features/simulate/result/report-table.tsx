import type { Table, TableColumn } from '@tiaoli/reports';
import { cellText, headText } from '@tiaoli/reports';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useState } from 'react';
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
  const { caption, rows, notes } = table;
  const [withDetails, setDetails] = useState(false);
  const hasDetails = table.columns.some(({ isDetail }) => isDetail);
  // With their place among the cells of a row.
  const shown = [...table.columns.entries()].filter(
    ([, { isDetail }]) => withDetails || isDetail !== true,
  );
  return (
    <div className={styles.tableWithNotes}>
      {hasDetails && (
        <Button size="small" aria-pressed={withDetails} onClick={() => setDetails(!withDetails)}>
          {t('details')}
        </Button>
      )}
      <ScrollRegion label={t('tableLabel', { caption })}>
        <table className={`${styles.table} ${styles.cards}`}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {shown.map(([, column]) => (
                <th key={column.key} scope="col" className={cellClass(column)}>
                  {headText(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows.entries()].map(([at, row]) => (
              <tr key={at}>
                {shown.map(([place, column]) => {
                  const cell = row[place];
                  const text = cell ? cellText(cell) : '';
                  if (place > 0)
                    return (
                      <td
                        key={column.key}
                        className={cellClass(column)}
                        data-head={headText(column)}
                      >
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
