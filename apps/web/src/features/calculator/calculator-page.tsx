'use client';

import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '../shell/notice.tsx';
import type { CalculatorTarget } from './calculator-address.ts';
import { apiAddress } from './calculator-address.ts';
import styles from './calculator.module.css';
import { CaseDesk } from './case-desk.tsx';
import { fetchJson, RequestRefused, SERVER_AWAY } from './fetch-json.ts';
import type { CalculatorPageJson } from './model/pages-json.ts';

/** The calculator of one document: its form once it is there, else why it is not. */
export function CalculatorPage(target: CalculatorTarget) {
  const t = useTranslations('calculator');
  const { document, on, place } = target;
  const { data, error, refetch } = useQuery({
    queryKey: ['calculator', document, on, place],
    queryFn: ({ signal }) => fetchJson<CalculatorPageJson>(apiAddress(target), { signal }),
    placeholderData: (previous) => (previous?.id === document ? previous : undefined),
    refetchOnWindowFocus: true,
  });
  if (data) return <CaseDesk key={data.id} page={data} target={target} />;
  if (error) {
    const away = !(error instanceof RequestRefused) || error.code === SERVER_AWAY;
    return (
      <Notice
        title={away ? t('serverAwayTitle') : error.message}
        text={away ? t('serverAway') : (error.detail ?? '')}
      >
        <p className={styles.ways}>
          <Button type="primary" onClick={() => refetch()}>
            {t('tryAgain')}
          </Button>
          <Link href="/calculator">{t('chooseAnother')}</Link>
        </p>
      </Notice>
    );
  }
  return (
    <div className={styles.desk} role="status" aria-label={t('opening')}>
      <Skeleton active title paragraph={{ rows: 2 }} />
      <div className={styles.panes}>
        <Skeleton active paragraph={{ rows: 8 }} />
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    </div>
  );
}
