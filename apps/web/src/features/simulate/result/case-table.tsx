import type { Table } from '@tiaoli/reports';
import { cellText, headText } from '@tiaoli/reports';
import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { ScrollRegion } from '../../calculator/scroll-region.tsx';
import styles from '../simulate.module.css';
import { PersonPanel } from './person-panel.tsx';
import { cellClass } from './report-table.tsx';

/** A row and the case that it tells of. */
export interface ShownCase {
  readonly row: number;
  readonly place: number;
}

/** People of one kind, one of them opened at a time. */
export function CaseTable({
  run,
  table: { caption, columns, rows },
  shown,
}: {
  readonly run: string;
  readonly table: Table;
  readonly shown: readonly ShownCase[];
}) {
  const t = useTranslations('simulate');
  const [open, setOpen] = useState<number>();
  return (
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
            <th scope="col">{t('openCase')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, place }) => {
            const [head, ...cells] = (rows[row] ?? []).map(cellText);
            const isOpen = open === place;
            return (
              <Fragment key={place}>
                <tr>
                  <th scope="row">{head}</th>
                  {cells.map((text, at) => (
                    <td key={columns[at + 1]?.key} className={styles.number}>
                      {text}
                    </td>
                  ))}
                  <td>
                    <Button
                      size="small"
                      aria-expanded={isOpen}
                      autoInsertSpace={false}
                      aria-label={t(isOpen ? 'closeCaseLabel' : 'openCaseLabel', {
                        name: head ?? '',
                      })}
                      onClick={() => setOpen(isOpen ? undefined : place)}
                    >
                      {t(isOpen ? 'closeCase' : 'openCase')}
                    </Button>
                  </td>
                </tr>
                {isOpen && (
                  <tr>
                    <td colSpan={columns.length + 1}>
                      <PersonPanel run={run} place={place} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
