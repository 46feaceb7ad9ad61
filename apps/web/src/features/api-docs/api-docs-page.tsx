'use client';

import { Empty, Input, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { apiRoot, useRead } from '../workflow/use-api.ts';
import styles from '../workflow/workflow.module.css';
import type { ApiDescription } from './description.ts';
import { groupsOf } from './description.ts';
import { OperationDetails } from './operation-details.tsx';

/** Every operation of the API, from the description that the server itself checks requests with. */
export function ApiDocsPage() {
  const t = useTranslations('apiDocs');
  const id = useId();
  const [words, setWords] = useState('');
  const { data, error, refetch } = useRead<ApiDescription>('/openapi.json');
  const groups = data ? groupsOf(data, words) : [];
  return (
    <PageFrame
      title={t('title')}
      intro={t.rich('intro', {
        tokens: (text) => <a href="/account">{text}</a>,
        file: (text) => <a href={`${apiRoot}/openapi.json`}>{text}</a>,
      })}
      actions={
        <div className={styles.field}>
          <label htmlFor={id}>{t('search')}</label>
          <Input
            id={id}
            allowClear
            style={{ minWidth: 240 }}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
      }
    >
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 12 }} />}
      {data && groups.length === 0 && <Empty description={t('nothing')} />}
      {data &&
        groups.map(({ noun, operations }) => (
          <section key={noun} aria-label={noun}>
            <h2>{noun}</h2>
            {operations.map((each) => (
              <OperationDetails key={each.operationId} operation={each} description={data} />
            ))}
          </section>
        ))}
    </PageFrame>
  );
}
