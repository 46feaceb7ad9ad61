'use client';

import { Empty, Select, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Notice } from '../shell/notice.tsx';
import type { AuditLink } from '../workflow/answers.ts';
import { PageFrame } from '../workflow/page-frame.tsx';
import { placesBelow } from '../workflow/place-tree.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import { useSearch } from '../workflow/use-search.ts';
import styles from '../workflow/workflow.module.css';
import { AuditTrail } from './audit-trail.tsx';

/** What was done in a place, as a chain of hashes that anybody who may read it can have verified. */
export function AuditPage() {
  const t = useTranslations('audit');
  const id = useId();
  const { asked, ask } = useSearch();
  const { data: me } = useMe();
  const { places, isPending } = usePlaces();
  const readable = new Set(
    (me?.grants ?? [])
      .filter(({ role }) => role === 'auditor')
      .flatMap(({ jurisdictionId }) => placesBelow(places, jurisdictionId)),
  );
  const choices = places.filter((place) => readable.has(place.id));
  const place = choices.find((each) => each.id === asked('place')) ?? choices[0];
  const { data, error, refetch } = useRead<{ readonly links: readonly AuditLink[] }>(
    `/jurisdictions/${place?.id ?? ''}/audit`,
    { enabled: place !== undefined },
  );
  if (me && !isPending && !place) {
    return <Notice title={t('forbiddenTitle')} text={t('forbiddenText')} />;
  }
  return (
    <PageFrame
      title={t('title')}
      intro={t('intro')}
      actions={
        <div className={styles.field}>
          <label htmlFor={id}>{t('place')}</label>
          <Select
            id={id}
            style={{ minWidth: 180 }}
            value={place?.id ?? null}
            options={choices.map((each) => ({ value: each.id, label: each.name }))}
            onChange={(next) => ask({ place: next ?? undefined })}
          />
        </div>
      }
    >
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 10 }} />}
      {data && place && data.links.length === 0 && <Empty description={t('nothing')} />}
      {data && place && data.links.length > 0 && (
        <AuditTrail key={place.id} place={place} links={data.links} />
      )}
    </PageFrame>
  );
}
