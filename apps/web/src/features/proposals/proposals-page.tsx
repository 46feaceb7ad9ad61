'use client';

import { Empty, Segmented, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Proposal } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useNames } from '../workflow/use-names.ts';
import { usePlaces, useStoredDocuments } from '../workflow/use-places.ts';
import { useSearch } from '../workflow/use-search.ts';
import styles from '../workflow/workflow.module.css';
import { ProposalState } from './proposal-state.tsx';
import { proposalHref } from './proposals-address.ts';

/** Proposals of one's office, and those laid before it. */
export function ProposalsPage() {
  const t = useTranslations('proposals');
  const { asked, ask } = useSearch();
  const shows = asked('show') === 'all' ? 'all' : 'pending';
  const { data, error, refetch } = useRead<{ readonly proposals: readonly Proposal[] }>(
    '/proposals',
    { every: 15_000 },
  );
  const proposals = (data?.proposals ?? []).filter(
    ({ state }) => shows === 'all' || (state !== 'published' && state !== 'withdrawn'),
  );
  return (
    <PageFrame
      title={t('title')}
      intro={t('intro')}
      actions={
        <Segmented
          aria-label={t('show')}
          value={shows}
          options={[
            { value: 'pending', label: t('pending') },
            { value: 'all', label: t('all') },
          ]}
          onChange={(value) => ask({ show: value === 'all' ? 'all' : undefined })}
        />
      }
    >
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && proposals.length === 0 && (
        <Empty description={t('nothing')}>
          <Link href="/drafts">{t('toDrafts')}</Link>
        </Empty>
      )}
      {proposals.length > 0 && <ProposalList proposals={proposals} />}
    </PageFrame>
  );
}

function ProposalList({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const t = useTranslations('proposals');
  const { byId: places } = usePlaces();
  const { byId: documents } = useStoredDocuments();
  const nameOf = useNames(proposals.map(({ authorId }) => authorId));
  return (
    <ul className={styles.list}>
      {proposals.map((each) => (
        <li key={each.id} className={styles.row}>
          <span className={styles.what}>
            <Link href={proposalHref(each.id)} prefetch={false} className={styles.title}>
              {each.title}
            </Link>
            <span className={styles.facts}>
              <span>{documents.get(each.documentId)?.title}</span>
              <span>
                {t('way', {
                  from: places.get(each.jurisdictionId)?.name ?? '',
                  to: places.get(each.reviewPlaceId)?.name ?? '',
                })}
              </span>
              <span>{nameOf(each.authorId)}</span>
            </span>
          </span>
          <span className={styles.facts}>
            <span>{t('round', { round: each.round })}</span>
            <ProposalState state={each.state} />
            <Moment at={each.stateSince} />
          </span>
        </li>
      ))}
    </ul>
  );
}
