'use client';

import { Alert, Skeleton } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { comparisonHref } from '../comparisons/comparisons-address.ts';
import { documentHref } from '../versions/versions-address.ts';
import type { Proposal, ProposalGate, ProposalRound, ReviewThread } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { useNames } from '../workflow/use-names.ts';
import { usePlaces, useStoredDocuments } from '../workflow/use-places.ts';
import styles from '../workflow/workflow.module.css';
import { ApprovalList } from './approval-list.tsx';
import { GatePanel } from './gate/gate-panel.tsx';
import { ProposalActions } from './proposal-actions.tsx';
import { ProposalState } from './proposal-state.tsx';
import { ReviewPanel } from './review/review-panel.tsx';
import { rightsIn } from './rights-in.ts';

/** A proposal: what it is, what the gate found, what is said about its clauses, and what one may decide. */
export function ProposalPage({ id }: { readonly id: string }) {
  const path = `/proposals/${encodeURIComponent(id)}`;
  const proposal = useRead<Proposal>(path, { every: 10_000 });
  const round = useRead<ProposalRound>(`${path}/rounds/${proposal.data?.round ?? 1}`, {
    enabled: proposal.data !== undefined,
  });
  const gate = useRead<ProposalGate>(`${path}/gate`, { every: 10_000 });
  const threads = useRead<{ readonly threads: readonly ReviewThread[] }>(`${path}/threads`, {
    every: 10_000,
  });
  const answers = [proposal, round, gate, threads];
  const failed = answers.find(({ error, data }) => error && !data);
  if (failed?.error) return <ReadFailed error={failed.error} retry={() => void failed.refetch()} />;
  if (!proposal.data || !round.data || !gate.data || !threads.data) {
    return (
      <div className={styles.page}>
        <Skeleton active paragraph={{ rows: 14 }} />
      </div>
    );
  }
  return (
    <ProposalView
      proposal={proposal.data}
      round={round.data}
      gate={gate.data}
      threads={threads.data.threads}
    />
  );
}

/** All that is shown of a proposal. */
export interface ShownProposal {
  readonly proposal: Proposal;
  readonly round: ProposalRound;
  readonly gate: ProposalGate;
  readonly threads: readonly ReviewThread[];
}

function ProposalView(shown: ShownProposal) {
  const { proposal, round, gate } = shown;
  const t = useTranslations('proposals');
  const comparisons = useTranslations('comparisons');
  const { byId: places } = usePlaces();
  const { byId: documents } = useStoredDocuments();
  const { data: me } = useMe();
  const nameOf = useNames([proposal.authorId, proposal.assigneeId]);
  const document = documents.get(proposal.documentId);
  const rights = rightsIn(me, proposal, document);
  return (
    <PageFrame
      title={proposal.title}
      intro={
        <>
          <Link href="/proposals">{t('title')}</Link> ·{' '}
          {t('way', {
            from: places.get(proposal.jurisdictionId)?.name ?? '',
            to: places.get(proposal.reviewPlaceId)?.name ?? '',
          })}
        </>
      }
      actions={<ProposalActions shown={shown} rights={rights} />}
    >
      <section className={styles.panel} aria-label={t('facts')}>
        <div className={styles.facts}>
          <ProposalState state={proposal.state} />
          <Moment at={proposal.stateSince} />
          <span>{t('round', { round: proposal.round })}</span>
          <span>{t(`kind.${proposal.kind}`)}</span>
          {document && <Link href={documentHref(document.id)}>{document.title}</Link>}
          <span>{t('effective', { from: round.effectiveFrom })}</span>
          <span>{t('author', { name: nameOf(proposal.authorId) })}</span>
          {proposal.assigneeId && (
            <span>{t('assignee', { name: nameOf(proposal.assigneeId) })}</span>
          )}
        </div>
        <p>{t('reason', { reason: round.reason })}</p>
        <p>
          <Link
            prefetch={false}
            href={comparisonHref({
              ...{ document: proposal.documentId, reform: `proposal ${proposal.id}` },
              on: round.effectiveFrom,
            })}
          >
            {comparisons('withInForce')}
          </Link>
        </p>
        {proposal.versionId && (
          <p>
            <Link href={documentHref(proposal.documentId, proposal.versionId)}>
              {t('asVersion')}
            </Link>
          </p>
        )}
      </section>
      {rights.isAuthor && rights.isReviewer && (
        <Alert type="info" showIcon title={t('ownProposal')} />
      )}
      <ApprovalList proposal={proposal} gate={gate} />
      <GatePanel shown={shown} rights={rights} />
      <ReviewPanel shown={shown} rights={rights} />
    </PageFrame>
  );
}
