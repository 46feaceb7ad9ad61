'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Scheme } from '../../shell/theme.ts';
import type { PayerTable } from '../model/payer-shares.ts';
import { groupedYuan } from '../model/payer-shares.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import { looksOf } from './payers-chart-option.ts';
import styles from './result.module.css';

/** Who pays what: a payer a row; a claim a column where there are several. */
export function PayersTable({
  table,
  claimNames,
  scheme,
}: {
  readonly table: PayerTable;
  readonly claimNames: readonly string[];
  readonly scheme: Scheme;
}) {
  const t = useTranslations('calculator');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const isYear = claimNames.length > 1;
  return (
    <ScrollRegion label={t('whoPays')}>
      <table className={styles.payers}>
        <thead>
          <tr>
            <th scope="col">{t('payer')}</th>
            {isYear &&
              claimNames.map((name) => (
                <th key={name} scope="col" className={styles.amount}>
                  {name}
                </th>
              ))}
            <th scope="col" className={styles.amount}>
              {isYear ? t('total') : t('amount')}
            </th>
            <th scope="col" className={styles.amount}>
              {t('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row.key}>
              <th scope="row">
                <Swatch colour={looksOf(table.rows, at, scheme)} />
                {row.name[language]}
              </th>
              {isYear &&
                row.amounts.map((amount, claim) => (
                  <td key={claimNames[claim]} className={styles.amount}>
                    {amount === undefined ? '—' : groupedYuan(amount)}
                  </td>
                ))}
              <td className={styles.amount}>{groupedYuan(row.total)}</td>
              <td className={styles.amount}>{row.share}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {isYear &&
              table.totals.map((amount, claim) => (
                <td key={claimNames[claim]} className={styles.amount}>
                  {groupedYuan(amount)}
                </td>
              ))}
            <td className={styles.amount}>{groupedYuan(table.total)}</td>
            <td className={styles.amount}>100%</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function Swatch({ colour }: { readonly colour: ReturnType<typeof looksOf> }) {
  return (
    <span
      className={styles.swatch}
      data-pattern={colour.pattern}
      style={{ backgroundColor: colour.colour }}
      aria-hidden
    />
  );
}
