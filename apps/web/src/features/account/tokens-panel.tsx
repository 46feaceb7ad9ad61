import { Button, Empty, Popconfirm, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { Badge } from '../shell/badge.tsx';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { Moment } from '../workflow/moment.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';
import type { ApiToken } from './answers.ts';
import { NewToken } from './new-token.tsx';

/** What programs show in one's place. */
export function TokensPanel() {
  const t = useTranslations('account');
  const { data, error, refetch } = useRead<{ readonly tokens: readonly ApiToken[] }>('/me/tokens');
  return (
    <section className={styles.panel} aria-labelledby="tokens">
      <header className={styles.head}>
        <div className={styles.heading}>
          <h2 id="tokens">{t('tokens')}</h2>
          <p className={styles.quiet}>
            {t.rich('tokensText', { docs: (text) => <a href="/api-docs">{text}</a> })}
          </p>
        </div>
        <NewToken />
      </header>
      {error && <ReadFailed error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {data?.tokens.length === 0 && <Empty description={t('noTokens')} />}
      {data && data.tokens.length > 0 && (
        <ul className={styles.list}>
          {data.tokens.toReversed().map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TokenRow({ token }: { readonly token: ApiToken }) {
  const t = useTranslations('account');
  const workflow = useTranslations('workflow');
  const { mutate, isPending, error } = useChange();
  const { id, name, createdAt, expiresAt, revokedAt } = token;
  const isOver = new Date(expiresAt).getTime() <= Date.now();
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.title}>{name}</span>
        <span className={styles.facts}>
          <span>
            {t('issued')} <Moment at={createdAt} />
          </span>
          <span>
            {t('endsAt')} <Moment at={expiresAt} />
          </span>
        </span>
        <ChangeFailed error={error} />
      </span>
      {revokedAt !== undefined && <Badge>{t('revoked')}</Badge>}
      {revokedAt === undefined && isOver && <Badge>{t('ended')}</Badge>}
      {revokedAt === undefined && !isOver && (
        <Popconfirm
          title={t('revokeSure', { name })}
          okText={t('revoke')}
          cancelText={workflow('cancel')}
          onConfirm={() => mutate({ method: 'DELETE', path: `/me/tokens/${id}` })}
        >
          <Button danger loading={isPending} aria-label={`${t('revoke')} ${name}`}>
            {t('revoke')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
