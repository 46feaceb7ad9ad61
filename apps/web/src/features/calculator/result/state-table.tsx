'use client';

import { useTranslations } from 'next-intl';
import { showAmount } from '../../shell/show-amount.ts';
import type { StateLineJson } from '../model/settled-json.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import styles from './result.module.css';

/** What is carried to the next claim. */
export function StateTable({ lines }: { readonly lines: readonly StateLineJson[] }) {
  const t = useTranslations('calculator');
  if (lines.length === 0) return null;
  return (
    <details className={styles.card}>
      <summary className={styles.summary}>
        <h2>{t('stateAfter')}</h2>
      </summary>
      <ScrollRegion label={t('stateAfter')}>
        <table className={styles.payers}>
          <thead>
            <tr>
              <th scope="col">{t('accumulator')}</th>
              <th scope="col">{t('period')}</th>
              <th scope="col" className={styles.amount}>
                {t('value')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, amount, instance }) => (
              <tr key={`${name} ${instance}`}>
                <th scope="row">{name}</th>
                <td>{instance}</td>
                <td className={styles.amount}>{showAmount(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
