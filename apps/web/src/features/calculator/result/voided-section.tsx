'use client';

import { useTranslations } from 'next-intl';
import type { SettledJson } from '../model/settled-json.ts';
import { ScrollRegion } from '../scroll-region.tsx';
import styles from './result.module.css';

/** Which claims do not count any more, and what became of the results of the others. */
export function VoidedSection({ settled }: { readonly settled: SettledJson }) {
  const t = useTranslations('calculator');
  const { voided } = settled.result;
  if (!voided) return null;
  return (
    <section className={styles.card} aria-labelledby="voided-heading">
      <h2 id="voided-heading">{t('voidedHeading', { claims: voided.claims.join('、') })}</h2>
      {voided.changes.length === 0 ? (
        <p>{t('voidedNothing')}</p>
      ) : (
        <ScrollRegion label={t('voidedChanges')}>
          <table className={styles.payers}>
            <thead>
              <tr>
                {['claim', 'item', 'voidedBefore', 'voidedAfter'].map((word) => (
                  <th key={word} scope="col">
                    {t(word)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {voided.changes.map(({ claim, name, before, after }) => (
                <tr key={`${claim} ${name}`}>
                  <td>{claim}</td>
                  <th scope="row">{name}</th>
                  <td className={styles.amount}>{valueText(before)}</td>
                  <td className={styles.amount}>{valueText(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

type Changed = NonNullable<SettledJson['result']['voided']>['changes'][number]['before'];

function valueText({ status, value }: Changed): string {
  return status === 'value' ? String(value) : '—';
}
