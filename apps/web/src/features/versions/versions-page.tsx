'use client';

import { Alert, Empty, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import type { DocumentOnDay } from '../workflow/answers.ts';
import { DayField, endOfDay, todayInChina } from '../workflow/day-field.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { PlaceTree, placesBelow } from '../workflow/place-tree.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { usePlaces } from '../workflow/use-places.ts';
import { useSearch } from '../workflow/use-search.ts';
import styles from '../workflow/workflow.module.css';
import { PlaceDocuments } from './place-documents.tsx';

/** What was published, by place: in force on any day, as it was known on any day. */
export function VersionsPage() {
  const t = useTranslations('versions');
  const { asked, ask } = useSearch();
  const on = asked('on') ?? todayInChina();
  const known = asked('known');
  const place = asked('place');
  const search = new URLSearchParams({ on, ...(known && { known: endOfDay(known) }) });
  const { data, error, isFetching, refetch } = useRead<{
    readonly documents: readonly DocumentOnDay[];
  }>(`/documents-on-day?${search}`);
  const { places, byId } = usePlaces();
  const shownPlaces = place === undefined ? undefined : new Set(placesBelow(places, place));
  const documents = data?.documents ?? [];
  const groups = places.filter(
    ({ id }) =>
      (shownPlaces?.has(id) ?? true) &&
      documents.some(({ document }) => document.jurisdictionId === id),
  );
  return (
    <PageFrame
      title={t('title')}
      intro={t('intro')}
      actions={
        <>
          <DayField isRequired label={t('on')} day={on} onDay={(day) => ask({ on: day })} />
          <DayField
            label={t('known')}
            day={known}
            placeholder={t('knownNow')}
            onDay={(day) => ask({ known: day })}
          />
        </>
      }
    >
      {known && <Alert type="info" showIcon title={t('knownNote', { known })} />}
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      <div className={styles.columns}>
        <PlaceTree
          places={places}
          counts={countsOf(documents)}
          chosen={place}
          onChoose={(id) => ask({ place: id })}
        />
        <div aria-busy={isFetching}>
          {!data && !error && <Skeleton active paragraph={{ rows: 12 }} />}
          {groups.map(({ id }) => (
            <PlaceDocuments
              key={id}
              place={byId.get(id)?.name ?? ''}
              documents={documents.filter(({ document }) => document.jurisdictionId === id)}
            />
          ))}
          {data && groups.length === 0 && <Empty description={t('nothing')} />}
        </div>
      </div>
    </PageFrame>
  );
}

function countsOf(documents: readonly DocumentOnDay[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { document } of documents) {
    counts.set(document.jurisdictionId, (counts.get(document.jurisdictionId) ?? 0) + 1);
  }
  return counts;
}
