'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { askServer, RefusedError } from '../shell/ask-server.ts';
import styles from './calculator.module.css';
import type { CalculatorTarget } from './calculator-address.ts';
import { apiAddress } from './calculator-address.ts';
import { CalculatorRefused } from './calculator-refused.tsx';
import { CaseDesk } from './case-desk.tsx';
import type { CalculatorPageJson } from './model/pages-json.ts';

/** The calculator of one document: its form once it is there, else why it is not. */
export function CalculatorPage(target: CalculatorTarget) {
  const t = useTranslations('calculator');
  const { document, on, place } = target;
  const { data, error, refetch } = useQuery({
    queryKey: ['calculator', document, on, place],
    queryFn: ({ signal }) => askServer<CalculatorPageJson>(apiAddress(target), { signal }),
    retry: (count, failure) => !(failure instanceof RefusedError) && count < 1,
    placeholderData: (previous, query) => (query?.queryKey[1] === document ? previous : undefined),
  });
  if (error) return <CalculatorRefused error={error} retry={() => void refetch()} />;
  if (data) return <CaseDesk key={data.form.document} page={data} target={target} />;
  return (
    <div className={styles.desk} role="status">
      <h1 className={styles.quiet}>{t('opening')}</h1>
      <Skeleton active title={false} paragraph={{ rows: 2 }} />
      <div className={styles.panes}>
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      </div>
    </div>
  );
}
