import { Button, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { Moment } from '../workflow/moment.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';
import type { OpenSession } from './answers.ts';

/** Where one is signed in; each of them can be ended from here. */
export function SessionsPanel() {
  const t = useTranslations('account');
  const { data, error, refetch } = useRead<{ readonly sessions: readonly OpenSession[] }>(
    '/sessions',
  );
  const change = useChange();
  return (
    <section className={styles.panel} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <p className={styles.quiet}>{t('sessionsText')}</p>
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      <ul className={styles.list}>
        {data?.sessions.map(({ id, startedAt, seenAt, address, browser, isThis }) => (
          <li key={id} className={styles.row}>
            <span className={styles.what}>
              <span className={styles.title}>{isThis ? t('thisSession') : (browser ?? '—')}</span>
              <span className={styles.facts}>
                {isThis && <span>{browser}</span>}
                <span>{t('from', { address: address ?? '—' })}</span>
                <span>
                  {t('since')} <Moment at={startedAt} />
                </span>
                <span>
                  {t('seen')} <Moment at={seenAt} />
                </span>
              </span>
            </span>
            {!isThis && (
              <Button
                loading={change.isPending}
                onClick={() => change.mutate({ method: 'DELETE', path: `/sessions/${id}` })}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ChangeFailed error={change.error} />
    </section>
  );
}
