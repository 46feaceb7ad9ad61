import type { ChangeKind } from '@tiaoli/workspace';
import { Button, DatePicker, Empty, Pagination, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { DocumentsFailed } from '../documents/documents-failed.tsx';
import type { ChangesAnswer } from './catalogue-answers.ts';
import { ROWS_OF_PAGE } from './catalogue-answers.ts';
import { CatalogueNotes } from './catalogue-notes.tsx';
import styles from './catalogues.module.css';
import { ChangesTable } from './changes-table.tsx';
import { EditionChoice } from './edition-choice.tsx';
import { useChanges } from './use-catalogues.ts';

/** What is another than on an earlier day, counted by kind and row by row. */
export function ChangesView({
  asked,
  since,
  onSince,
}: {
  readonly asked: Readonly<Record<string, string>>;
  readonly since: string | undefined;
  readonly onSince: (day: string) => void;
}) {
  const [kind, setKind] = useState<ChangeKind>();
  const [page, setPage] = useState(1);
  const { data, error, isFetching, isPlaceholderData, refetch } = useChanges({
    ...asked,
    ...(since !== undefined && { since }),
    ...(kind && { kind }),
    page: String(page),
  });
  const showDay = (day: string): void => {
    setPage(1);
    onSince(day);
  };
  if (error) return <DocumentsFailed error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <>
      <CatalogueNotes facts={data.catalogue} />
      <div className={styles.filters}>
        <SinceChoice value={data.since} onChange={showDay} />
        <EditionChoice editions={data.catalogue.editions} value={data.since} onChange={showDay} />
      </div>
      <div aria-busy={isFetching} className={isPlaceholderData ? styles.old : ''}>
        <Counts
          answer={data}
          kind={kind}
          onKind={(next) => {
            setPage(1);
            setKind(next);
          }}
        />
        <ChangesTable answer={data} />
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
    </>
  );
}

function SinceChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  const t = useTranslations('catalogues');
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('since')}</label>
      <DatePicker
        id={id}
        allowClear={false}
        value={dayjs(value)}
        onChange={(day) => day && onChange(day.format('YYYY-MM-DD'))}
      />
    </div>
  );
}

const shownKinds: readonly ChangeKind[] = [
  'added',
  'removed',
  'reclassed',
  'repriced',
  'rate',
  'other',
];

function Counts({
  answer,
  kind,
  onKind,
}: {
  readonly answer: ChangesAnswer;
  readonly kind: ChangeKind | undefined;
  readonly onKind: (kind: ChangeKind | undefined) => void;
}) {
  const t = useTranslations('catalogues');
  const { since, on, before, after, changed, counts } = answer;
  if (since === on) return <Empty description={t('sameDay')} />;
  const choice = (value: ChangeKind | undefined, count: number) => (
    <Button
      key={value ?? 'all'}
      size="small"
      type={value === kind ? 'primary' : 'default'}
      aria-pressed={value === kind}
      onClick={() => onKind(value)}
    >
      {t('countOf', { what: t(value ? `kind.${value}` : 'all'), count })}
    </Button>
  );
  return (
    <>
      <p role="status">{t('compared', { since, on, before, after, changed })}</p>
      <fieldset className={styles.kinds} aria-label={t('kinds')}>
        {choice(undefined, changed)}
        {shownKinds.map((each) => choice(each, counts[each]))}
      </fieldset>
    </>
  );
}
