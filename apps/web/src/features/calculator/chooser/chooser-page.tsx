'use client';

import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Input, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { chooseDocuments, countDocuments, rootPlaces } from '../../documents/choose-documents.ts';
import { DateChoice } from '../../documents/date-choice.tsx';
import { useDocuments } from '../../documents/use-documents.ts';
import { AwayError, askServer } from '../../shell/ask-server.ts';
import type { CalculableAnswer } from '../model/pages-json.ts';
import styles from './chooser.module.css';
import { ChooserGroup } from './chooser-group.tsx';

/** Every document that can be calculated, by place; the day chosen here is the day whose rules will count. */
export function ChooserPage({ on }: { readonly on: string | undefined }) {
  const t = useTranslations('calculator');
  const documents = useTranslations('documents');
  const shell = useTranslations('shell');
  const [words, setWords] = useState('');
  const listed = useDocuments(on);
  const calculable = useQuery({
    queryKey: ['calculable'],
    queryFn: ({ signal }) => askServer<CalculableAnswer>('/api/calculator', { signal }),
  });
  const error = listed.error ?? calculable.error;
  const known = listed.data && calculable.data;
  const wanted = new Set(calculable.data?.documents);
  const groups = known
    ? chooseDocuments(rootPlaces(listed.data, documents('samples')), {
        words,
        place: undefined,
        inForce: false,
      })
        .map((group) => ({
          ...group,
          documents: group.documents.filter(({ id }) => wanted.has(id)),
        }))
        .filter((group) => group.documents.length > 0)
    : [];
  const retry = (): void => {
    void listed.refetch();
    void calculable.refetch();
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.quiet}>{t('intro')}</p>
        </div>
        <DateChoice on={on ?? listed.data?.on} />
      </header>
      <search className={styles.filters}>
        <div className={styles.search}>
          <Input.Search
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            placeholder={documents('search')}
            aria-label={documents('search')}
          />
        </div>
        <span className={styles.quiet} role="status">
          {known && documents('count', { count: countDocuments(groups) })}
        </span>
      </search>
      {error && (
        <Alert
          type="error"
          showIcon
          title={documents('failedTitle')}
          description={error instanceof AwayError ? shell('serverAway') : error.message}
          action={<Button onClick={retry}>{shell('tryAgain')}</Button>}
        />
      )}
      {!known && !error && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {groups.map((group) => (
        <ChooserGroup key={group.key} group={group} on={on} />
      ))}
      {known && groups.length === 0 && (
        <Empty description={words === '' ? t('nothingToCalculate') : documents('nothingFound')}>
          {words !== '' && (
            <Button onClick={() => setWords('')}>{documents('clearFilters')}</Button>
          )}
        </Empty>
      )}
    </div>
  );
}
