'use client';

import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DraftSummary } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useNames } from '../workflow/use-names.ts';
import { usePlaces, useStoredDocuments } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import { draftHref } from './drafts-address.ts';
import { NewDraft } from './new-draft.tsx';

/** Open drafts of one's office, those saved last first. */
export function DraftsPage() {
  const t = useTranslations('drafts');
  const { data, error, refetch } = useRead<{ readonly drafts: readonly DraftSummary[] }>(
    '/drafts',
    { every: 15_000 },
  );
  const { byId: places } = usePlaces();
  const { byId: documents } = useStoredDocuments();
  const nameOf = useNames((data?.drafts ?? []).map(({ authorId }) => authorId));
  return (
    <PageFrame title={t('title')} intro={t('intro')} actions={<NewDraft />}>
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.drafts.length === 0 && <Empty description={t('nothing')} />}
      {data && data.drafts.length > 0 && (
        <ul className={styles.list}>
          {data.drafts.map((draft) => (
            <li key={draft.id} className={styles.row}>
              <span className={styles.what}>
                <Link href={draftHref(draft.id)} prefetch={false} className={styles.title}>
                  {draft.title}
                </Link>
                <span className={styles.facts}>
                  <span>{documents.get(draft.documentId)?.title}</span>
                  <span>{places.get(draft.jurisdictionId)?.name}</span>
                  <span>{nameOf(draft.authorId)}</span>
                </span>
              </span>
              <span className={styles.facts}>
                <span>{t('revision', { revision: draft.revision })}</span>
                <Moment at={draft.savedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </PageFrame>
  );
}
