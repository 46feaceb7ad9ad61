'use client';

import { ImportOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { chooseDocuments, countDocuments, rootPlaces, spanOfVersions } from './choose-documents.ts';
import { DateChoice } from './date-choice.tsx';
import { DocumentGroup } from './document-group.tsx';
import { DocumentSearch } from './document-search.tsx';
import styles from './documents.module.css';
import { DocumentsFailed } from './documents-failed.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { useDocuments } from './use-documents.ts';

/** Every document by place, in the version in force on a chosen day. */
export function DocumentsPage({
  on,
  place: asked,
}: {
  readonly on: string | undefined;
  /** The names of the places down to the one that is shown first, joined by `/`. */
  readonly place: string | undefined;
}) {
  const t = useTranslations('documents');
  const importing = useTranslations('import');
  const { data, error, isFetching, refetch } = useDocuments(on);
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(asked && `国家/${asked}`);
  const [inForce, setInForce] = useState(false);
  const clear = (): void => {
    setWords('');
    setPlace(undefined);
    setInForce(false);
  };
  const places = data ? rootPlaces(data, t('samples')) : [];
  const groups = chooseDocuments(places, { words, place, inForce });
  const list = {
    on: data?.on ?? '',
    years: spanOfVersions(places, data?.on ?? '2000-01-01'),
    calculable: new Set(data?.calculable),
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.quiet}>{t('intro')}</p>
        </div>
        <div className={styles.headTools}>
          <Link href="/import" prefetch={false} className={styles.open}>
            <ImportOutlined aria-hidden /> {importing('open')}
          </Link>
          <DateChoice on={data?.on ?? on} />
        </div>
      </header>
      <DocumentSearch words={words} onWords={setWords} count={data && countDocuments(groups)}>
        <Checkbox checked={inForce} onChange={(event) => setInForce(event.target.checked)}>
          {t('onlyInForce')}
        </Checkbox>
      </DocumentSearch>
      {error && <DocumentsFailed error={error} retry={() => void refetch()} />}
      {data && data.unreadable.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('unreadable', {
            count: data.unreadable.length,
            paths: data.unreadable.join('、'),
          })}
        />
      )}
      <div className={styles.columns}>
        <PlaceChoice places={places} chosen={place} onChoose={setPlace} />
        <div className={styles.groups} aria-busy={isFetching}>
          {!data && !error && <Skeleton active paragraph={{ rows: 12 }} />}
          {groups.map((group) => (
            <DocumentGroup key={group.key} group={group} list={list} />
          ))}
          {data && groups.length === 0 && <NothingToShow all={places.length} clear={clear} />}
        </div>
      </div>
    </div>
  );
}

function NothingToShow({ all, clear }: { readonly all: number; readonly clear: () => void }) {
  const t = useTranslations('documents');
  if (all > 0) {
    return (
      <Empty description={t('nothingFound')}>
        <Button onClick={clear}>{t('clearFilters')}</Button>
      </Empty>
    );
  }
  return (
    <Empty description={t('emptyTitle')}>
      <p className={styles.quiet}>{t('emptyText')}</p>
    </Empty>
  );
}
