import { Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '../../shell/badge.tsx';
import type { ReviewThread } from '../../workflow/answers.ts';
import { ChangeFailed } from '../../workflow/change-failed.tsx';
import { Moment } from '../../workflow/moment.tsx';
import { useChange } from '../../workflow/use-change.ts';
import { useNames } from '../../workflow/use-names.ts';
import type { ShownProposal } from '../proposal-page.tsx';
import type { ProposalRights } from '../rights-in.ts';
import styles from './review.module.css';
import { SuggestText } from './suggest-text.tsx';
import { SuggestionView } from './suggestion-view.tsx';

/** What is said about a clause, with other texts that were suggested for it. */
export function ThreadView({
  thread,
  clauseText,
  shown: { proposal },
  rights,
}: {
  readonly thread: ReviewThread;
  /** Of the newest round; empty for what is about all of it. */
  readonly clauseText: string;
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('review');
  const [answer, setAnswer] = useState('');
  const { mutate, isPending, error } = useChange();
  const nameOf = useNames([
    ...thread.comments.map(({ authorId }) => authorId),
    ...thread.suggestions.map(({ authorId }) => authorId),
  ]);
  const isOpen = proposal.state !== 'published' && proposal.state !== 'withdrawn';
  const path = `/threads/${thread.id}`;
  const send = (): void =>
    mutate(
      { method: 'POST', path: `${path}/comments`, body: { text: answer } },
      { onSuccess: () => setAnswer('') },
    );
  return (
    <article className={styles.thread} aria-label={t('thread')}>
      <Badge tone={thread.resolvedAt ? 'good' : 'warn'}>
        {t(thread.resolvedAt ? 'resolved' : 'unresolved')}
      </Badge>
      {thread.comments.map(({ number, authorId, text, writtenAt }) => (
        <p key={number} className={styles.comment}>
          <strong>{nameOf(authorId)}</strong> <Moment at={writtenAt} />
          <br />
          {text}
        </p>
      ))}
      {thread.suggestions.map((suggestion) => (
        <SuggestionView
          key={suggestion.id}
          suggestion={suggestion}
          threadId={thread.id}
          author={nameOf(suggestion.authorId)}
          settles={isOpen && rights.isProposer}
        />
      ))}
      {isOpen && (
        <div className={styles.write}>
          <Input.TextArea
            aria-label={t('answer')}
            placeholder={t('answer')}
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={5000}
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          <Button loading={isPending} disabled={answer.trim() === ''} onClick={send}>
            {t('send')}
          </Button>
          {thread.resolvedAt === undefined && (
            <Button
              loading={isPending}
              onClick={() => mutate({ method: 'POST', path: `${path}/resolve` })}
            >
              {t('resolve')}
            </Button>
          )}
          {clauseText !== '' && <SuggestText threadId={thread.id} clauseText={clauseText} />}
        </div>
      )}
      <ChangeFailed error={error} />
    </article>
  );
}
