'use client';

import { Empty, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ProposalState } from '../proposals/proposal-state.tsx';
import { proposalHref } from '../proposals/proposals-address.ts';
import type { InboxEntry } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { usePlaces } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import { daysWaiting } from './days-waiting.ts';

/** What waits for the reader, what waits longest first. */
export function InboxPage() {
  const t = useTranslations('inbox');
  const { data, error, refetch } = useRead<{ readonly entries: readonly InboxEntry[] }>('/inbox', {
    every: 15_000,
  });
  return (
    <PageFrame title={t('title')} intro={t('intro')}>
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active paragraph={{ rows: 8 }} />}
      {data?.entries.length === 0 && (
        <Empty description={t('nothing')}>
          <Link href="/proposals">{t('allProposals')}</Link>
        </Empty>
      )}
      {data && data.entries.length > 0 && (
        <ul className={styles.list}>
          {data.entries.map((entry) => (
            <InboxRow key={`${entry.proposal.id} ${entry.task}`} entry={entry} />
          ))}
        </ul>
      )}
    </PageFrame>
  );
}

function InboxRow({ entry: { proposal, task, since } }: { readonly entry: InboxEntry }) {
  const t = useTranslations('inbox');
  const { byId } = usePlaces();
  const days = daysWaiting(since, Date.now());
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <Link href={proposalHref(proposal.id)} prefetch={false} className={styles.title}>
          {t(`task.${task}`, { title: proposal.title })}
        </Link>
        <span className={styles.facts}>
          <span>{byId.get(proposal.jurisdictionId)?.name}</span>
          <span>{t('round', { round: proposal.round })}</span>
        </span>
      </span>
      <span className={styles.facts}>
        <ProposalState state={proposal.state} />
        <span>
          {t('since')} <Moment at={since} />
        </span>
        <span>{t('days', { days })}</span>
      </span>
    </li>
  );
}
