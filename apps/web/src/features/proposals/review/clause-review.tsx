import { useTranslations } from 'next-intl';
import { Badge } from '../../shell/badge.tsx';
import type { ProposalRound, ReviewThread } from '../../workflow/answers.ts';
import type { ShownProposal } from '../proposal-page.tsx';
import type { ProposalRights } from '../rights-in.ts';
import { NewThread } from './new-thread.tsx';
import styles from './review.module.css';
import { ThreadView } from './thread-view.tsx';

/** One clause: its text, whether it changed, its threads, and a place to begin another. */
export function ClauseReview({
  clause: { key, clause, text },
  isChanged,
  threads,
  shown,
  rights,
}: {
  readonly clause: ProposalRound['clauses'][number];
  /** Undefined while it is not known. */
  readonly isChanged: boolean | undefined;
  readonly threads: readonly ReviewThread[];
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('review');
  const { proposal } = shown;
  const isOpen = proposal.state !== 'published' && proposal.state !== 'withdrawn';
  const waiting = threads.filter(({ resolvedAt }) => resolvedAt === undefined).length;
  return (
    <details className={styles.clause} open={isChanged === true || waiting > 0}>
      <summary>
        <span className={styles.name}>{clause}</span>{' '}
        {isChanged !== undefined && (
          <Badge tone={isChanged ? 'warn' : 'quiet'}>{t(isChanged ? 'changed' : 'same')}</Badge>
        )}{' '}
        {waiting > 0 && <Badge tone="bad">{t('waiting', { count: waiting })}</Badge>}
      </summary>
      <pre className={styles.text}>{text.trim()}</pre>
      {threads.map((thread) => (
        <ThreadView
          key={thread.id}
          thread={thread}
          clauseText={text}
          shown={shown}
          rights={rights}
        />
      ))}
      {isOpen && <NewThread proposal={proposal} clause={key} label={t('commentOn', { clause })} />}
    </details>
  );
}
