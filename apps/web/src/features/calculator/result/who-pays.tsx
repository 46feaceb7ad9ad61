'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useTheme } from '../../shell/theme-context.tsx';
import type { PayerTable } from '../model/payer-shares.ts';
import { payerTable } from '../model/payer-shares.ts';
import { personPart } from '../model/person-part.ts';
import type { SettledJson } from '../model/settled-json.ts';
import { PayersChart } from './payers-chart.tsx';
import { chartDescription, payersChartOption } from './payers-chart-option.ts';
import { PayersTable } from './payers-table.tsx';
import styles from './result.module.css';
import { useClaimNames } from './use-claim-names.ts';

/** What the person bears in large, then who pays what as a chart and as its table. */
export function WhoPays({ settled }: { readonly settled: SettledJson }) {
  const t = useTranslations('calculator');
  const table = useMemo(() => payerTable(settled.ladders), [settled]);
  if (!table) return null;
  const part = personPart(settled.result.outputs);
  const cash = table.rows.at(-1)?.total;
  const isPartial =
    settled.result.claims.length > settled.ladders.filter(({ payers }) => payers.length > 0).length;
  return (
    <section className={styles.card} aria-labelledby="who-pays">
      <div className={styles.headline}>
        <h2 id="who-pays">{t('whoPays')}</h2>
        {isPartial && <p className={styles.partial}>{t('partial')}</p>}
        {part !== undefined && cash !== undefined && (
          <p className={styles.person}>
            <span>{settled.result.claims.length > 1 ? t('personPaysAll') : t('personPays')}</span>
            <strong>{part}</strong>
            <span>{t('yuan')}</span>
          </p>
        )}
      </div>
      <Shares settled={settled} table={table} />
    </section>
  );
}

function Shares({ settled, table }: { readonly settled: SettledJson; readonly table: PayerTable }) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { scheme } = useTheme();
  const names = useClaimNames(settled);
  const option = useMemo(() => {
    const description = chartDescription(table, names, language);
    return payersChartOption(table, { description, language, claimNames: names }, scheme);
  }, [table, names, language, scheme]);
  return (
    <>
      <PayersChart option={option} height={40 + 40 * names.length} />
      <PayersTable table={table} claimNames={names} scheme={scheme} />
    </>
  );
}
