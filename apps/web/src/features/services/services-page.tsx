'use client';

import { Alert, Empty, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import styles from './services.module.css';
import type { AskedServices, ServicesAnswer } from './services-answer.ts';
import { ServicesChoices } from './services-choices.tsx';
import { ServicesList } from './services-list.tsx';
import { useServices } from './use-services.ts';

/** The handling services of a place before and after. */
export function ServicesPage({ asked }: { readonly asked: AskedServices }) {
  const t = useTranslations('services');
  const { data, error, isFetching, refetch } = useServices(asked);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.quiet}>{t('intro')}</p>
        </div>
        <ServicesChoices asked={asked} answer={data} />
      </header>
      {error && <DocumentsFailed error={error} retry={() => void refetch()} />}
      <div aria-busy={isFetching}>
        {!data && !error && <Skeleton active paragraph={{ rows: 12 }} />}
        {data && !error && <Services answer={data} />}
      </div>
    </div>
  );
}

function Services({ answer }: { readonly answer: ServicesAnswer }) {
  const t = useTranslations('services');
  const { documents, leftOut } = answer.list;
  return (
    <>
      {leftOut.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('missingTitle')}
          description={leftOut.map((file) => <div key={file}>{t('leftOut', { file })}</div>)}
        />
      )}
      {documents.length === 0 ? (
        <Empty description={t('noServices')} />
      ) : (
        <ServicesList key={answer.place} documents={documents} today={answer.today} />
      )}
    </>
  );
}
