'use client';

import { Button, Empty, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PlaceGroup } from '../../documents/choose-documents.ts';
import { chooseDocuments, countDocuments, rootPlaces } from '../../documents/choose-documents.ts';
import { DateChoice } from '../../documents/date-choice.tsx';
import { DocumentSearch } from '../../documents/document-search.tsx';
import type { DocumentsAnswer } from '../../documents/documents-answer.ts';
import { DocumentsFailed } from '../../documents/documents-failed.tsx';
import { useDocuments } from '../../documents/use-documents.ts';
import styles from './chooser.module.css';
import { ChooserGroup } from './chooser-group.tsx';

/** Every document that can be calculated, by place; the day chosen here is the day whose rules will count. */
export function ChooserPage({ on }: { readonly on: string | undefined }) {
  const t = useTranslations('calculator');
  const documents = useTranslations('documents');
  const [words, setWords] = useState('');
  const { data, error, refetch } = useDocuments(on);
  const groups = data ? calculableGroups(data, documents('samples'), words) : [];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.quiet}>{t('intro')}</p>
        </div>
        <DateChoice on={on ?? data?.on} />
      </header>
      <DocumentSearch words={words} onWords={setWords} count={data && countDocuments(groups)} />
      {error && <DocumentsFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {groups.map((group) => (
        <ChooserGroup key={group.key} group={group} on={on} />
      ))}
      {data && groups.length === 0 && (
        <Empty description={words === '' ? t('nothingToCalculate') : documents('nothingFound')}>
          {words !== '' && (
            <Button onClick={() => setWords('')}>{documents('clearFilters')}</Button>
          )}
        </Empty>
      )}
    </div>
  );
}

/** The places with documents that settle something and fit the words. */
function calculableGroups(
  data: DocumentsAnswer,
  nameOfSamples: string,
  words: string,
): readonly PlaceGroup[] {
  const wanted = new Set(data.calculable);
  const all = { words, place: undefined, inForce: false };
  return chooseDocuments(rootPlaces(data, nameOfSamples), all)
    .map((group) => ({
      ...group,
      documents: group.documents.filter(({ id }) => wanted.has(id)),
    }))
    .filter(({ documents }) => documents.length > 0);
}
