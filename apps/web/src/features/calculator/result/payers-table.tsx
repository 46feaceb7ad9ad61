'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Scheme } from '../../shell/theme.ts';
import type { PayerTable } from '../model/payer-shares.ts';
import { groupedYuan } from '../model/payer-shares.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import type { PayerLook } from './payer-colours.ts';
import { looksOf } from './payers-chart-option.ts';
import styles from './result.module.css';

interface TableProps {
  readonly table: PayerTable;
  readonly claimNames: readonly string[];
  readonly scheme: Scheme;
}

/** Who pays what: a payer a row; over a year a claim a row and a payer a column, as the bars stand. */
export function PayersTable(props: TableProps) {
  const t = useTranslations('calculator');
  return (
    <ScrollRegion label={t('whoPaysTable')}>
      {props.claimNames.length > 1 ? <YearTable {...props} /> : <ClaimTable {...props} />}
    </ScrollRegion>
  );
}

function ClaimTable({ table, scheme }: TableProps) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <table className={styles.payers}>
      <thead>
        <tr>
          <th scope="col">{t('payer')}</th>
          <th scope="col" className={styles.amount}>
            {t('amount')}
          </th>
          <th scope="col" className={styles.amount}>
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={row.key}>
            <th scope="row" className={styles.payerName}>
              <Swatch look={looksOf(table.rows, at, scheme)} />
              {row.name[language]}
            </th>
            <td className={styles.amount}>{groupedYuan(row.total)}</td>
            <td className={styles.amount}>{row.share}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          <td className={styles.amount}>{groupedYuan(table.total)}</td>
          <td className={styles.amount}>100%</td>
        </tr>
      </tfoot>
    </table>
  );
}

function YearTable({ table, claimNames, scheme }: TableProps) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <table className={styles.payers}>
      <thead>
        <tr>
          <th scope="col">{t('claim')}</th>
          {table.rows.map((row, at) => (
            <th key={row.key} scope="col" className={styles.payerHead}>
              <Swatch look={looksOf(table.rows, at, scheme)} />
              {row.name[language]}
            </th>
          ))}
          <th scope="col" className={styles.amount}>
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {claimNames.map((name, claim) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {table.rows.map(({ key, amounts }) => (
              <td key={key} className={styles.amount}>
                {amounts[claim] === undefined ? '—' : groupedYuan(amounts[claim])}
              </td>
            ))}
            <td className={styles.amount}>{groupedYuan(table.totals[claim] ?? '')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total')}</th>
          {table.rows.map(({ key, total }) => (
            <td key={key} className={styles.amount}>
              {groupedYuan(total)}
            </td>
          ))}
          <td className={styles.amount}>{groupedYuan(table.total)}</td>
        </tr>
        <tr className={styles.shares}>
          <th scope="row">{t('share')}</th>
          {table.rows.map(({ key, share }) => (
            <td key={key} className={styles.amount}>
              {share}
            </td>
          ))}
          <td className={styles.amount}>100%</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Swatch({ look }: { readonly look: PayerLook }) {
  return (
    <span
      className={styles.swatch}
      data-pattern={look.pattern}
      style={{ backgroundColor: look.colour }}
      aria-hidden
    />
  );
}
