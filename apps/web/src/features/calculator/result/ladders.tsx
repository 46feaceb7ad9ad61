'use client';

import { useTranslations } from 'next-intl';
import type { SettledJson } from '../model/settled-json.ts';
import { ClaimLadder } from './claim-ladder.tsx';
import { ClaimTabs } from './claim-tabs.tsx';
import styles from './result.module.css';

/** The ladder of each claim; claims of a year as tabs. */
export function Ladders({ settled }: { readonly settled: SettledJson }) {
  const t = useTranslations('calculator');
  const { ladders, result } = settled;
  const [only] = ladders;
  if (!only) return null;
  const claimOf = (id: string) => result.claims.find((each) => each.id === id);
  return (
    <section className={styles.card} aria-labelledby="ladder">
      <h2 id="ladder">{t('ladder')}</h2>
      <p className={styles.quiet}>{t('ladderText')}</p>
      {ladders.length === 1 ? (
        <ClaimLadder ladder={only} claim={claimOf(only.id)} />
      ) : (
        <ClaimTabs
          label={t('ladder')}
          tabs={ladders.map((ladder, at) => ({
            key: ladder.id,
            label: t('claimOn', { number: at + 1, on: ladder.on }),
            content: <ClaimLadder ladder={ladder} claim={claimOf(ladder.id)} />,
          }))}
        />
      )}
    </section>
  );
}
