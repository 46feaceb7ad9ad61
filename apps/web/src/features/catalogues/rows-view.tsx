import { Input, Pagination, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import { ROWS_OF_PAGE } from './catalogue-answers.ts';
import { CatalogueNotes } from './catalogue-notes.tsx';
import styles from './catalogues.module.css';
import { EditionChoice } from './edition-choice.tsx';
import { RowDrawer } from './row-drawer.tsx';
import { RowsTable } from './rows-table.tsx';
import { useRested, useRows } from './use-catalogues.ts';

/** Milliseconds without a keystroke before the words are looked up. */
const REST = 150;

/** The rows of a day that have the words; the answer to the newest words is shown, the one before until it is there. */
export function RowsView({
  asked,
  first,
  onDay,
}: {
  readonly asked: Readonly<Record<string, string>>;
  /** The words that are looked up first. */
  readonly first: string;
  readonly onDay: (day: string) => void;
}) {
  const t = useTranslations('catalogues');
  const [words, setWords] = useState(first);
  const [page, setPage] = useState(1);
  const [keys, setKeys] = useState<readonly string[]>();
  const rested = useRested(words, REST);
  const { data, error, isFetching, isPlaceholderData, refetch } = useRows({
    ...asked,
    words: rested,
    page: String(page),
  });
  const isOld = isPlaceholderData || rested !== words;
  return (
    <>
      {data && <CatalogueNotes facts={data.catalogue} />}
      <search className={styles.filters}>
        <div className={styles.search}>
          <Input
            type="search"
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setPage(1);
            }}
            placeholder={t('search')}
            aria-label={t('search')}
          />
        </div>
        {data && (
          <EditionChoice editions={data.catalogue.editions} value={data.on} onChange={onDay} />
        )}
        <span className={styles.quiet} role="status">
          {data && !isOld && t('found', { on: data.on, inForce: data.inForce, count: data.count })}
          {isOld && t('searching')}
        </span>
      </search>
      {error && <DocumentsFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {data && !error && (
        <div aria-busy={isFetching || isOld} className={isOld ? styles.old : ''}>
          <RowsTable answer={data} onChoose={setKeys} />
          <Pagination
            align="end"
            className={styles.pages ?? ''}
            current={page}
            pageSize={ROWS_OF_PAGE}
            total={data.count}
            showSizeChanger={false}
            hideOnSinglePage
            onChange={setPage}
          />
        </div>
      )}
      <RowDrawer asked={asked} keys={keys} onClose={() => setKeys(undefined)} />
    </>
  );
}
