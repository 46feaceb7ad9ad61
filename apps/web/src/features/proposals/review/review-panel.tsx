import { useTranslations } from 'next-intl';
import type { ReviewThread } from '../../workflow/answers.ts';
import styles from '../../workflow/workflow.module.css';
import type { ShownProposal } from '../proposal-page.tsx';
import type { ProposalRights } from '../rights-in.ts';
import { ClauseReview } from './clause-review.tsx';
import { NewThread } from './new-thread.tsx';
import { ThreadView } from './thread-view.tsx';
import { useBaseText } from './use-base-text.ts';

/** The clauses of a proposal with what is said about each; those that changed stand open. */
export function ReviewPanel({
  shown,
  rights,
}: {
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('review');
  const { proposal, round, threads } = shown;
  const base = useBaseText(round.baseVersionId);
  const isOpen = proposal.state !== 'published' && proposal.state !== 'withdrawn';
  const of = (key: string): readonly ReviewThread[] =>
    threads.filter(({ clause }) => clause === key);
  const keys = new Set(round.clauses.map(({ key }) => key));
  const general = threads.filter(({ clause }) => clause === '' || !keys.has(clause));
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className={styles.quiet}>
        {t('open', { count: threads.filter(({ resolvedAt }) => resolvedAt === undefined).length })}
      </p>
      {round.clauses
        .filter(({ clause, text }) => clause !== '' && text.trim() !== '')
        .map((clause) => (
          <ClauseReview
            key={clause.key}
            clause={clause}
            isChanged={base === undefined ? undefined : !base.includes(clause.text.trim())}
            threads={of(clause.key)}
            shown={shown}
            rights={rights}
          />
        ))}
      <h2>{t('general')}</h2>
      {general.map((thread) => (
        <ThreadView key={thread.id} thread={thread} clauseText="" shown={shown} rights={rights} />
      ))}
      {isOpen && <NewThread proposal={proposal} clause="" label={t('generalComment')} />}
    </section>
  );
}
