import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { Badge } from '../../shell/badge.tsx';
import type { ReviewThread } from '../../workflow/answers.ts';
import { ChangeFailed } from '../../workflow/change-failed.tsx';
import { useChange } from '../../workflow/use-change.ts';
import styles from './review.module.css';

const tones = { open: 'warn', applied: 'good', declined: 'quiet' } as const;

/** Another text for a clause: the office that proposes takes it with one click, or declines it. */
export function SuggestionView({
  suggestion: { id, original, replacement, state },
  threadId,
  author,
  settles,
}: {
  readonly suggestion: ReviewThread['suggestions'][number];
  readonly threadId: string;
  readonly author: string;
  readonly settles: boolean;
}) {
  const t = useTranslations('review');
  const { mutate, isPending, error } = useChange();
  const settle = (how: 'apply' | 'decline'): void =>
    mutate({ method: 'POST', path: `/threads/${threadId}/suggestions/${id}/${how}` });
  return (
    <div className={styles.suggestion}>
      <p>
        {t('suggested', { author })}{' '}
        <Badge tone={tones[state]}>{t(`suggestionState.${state}`)}</Badge>
      </p>
      <pre className={styles.text}>
        <del>{original.trim()}</del>
        {'\n'}
        <ins>{replacement.trim()}</ins>
      </pre>
      {settles && state === 'open' && (
        <div className={styles.buttons}>
          <Button type="primary" loading={isPending} onClick={() => settle('apply')}>
            {t('apply')}
          </Button>
          <Button loading={isPending} onClick={() => settle('decline')}>
            {t('decline')}
          </Button>
        </div>
      )}
      <ChangeFailed error={error} />
    </div>
  );
}
