'use client';

import { Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useDemo } from '../shell/demo-context.ts';
import { PageFrame } from '../workflow/page-frame.tsx';
import { ReadFailed } from '../workflow/read-failed.tsx';
import { useMe } from '../workflow/use-me.ts';
import { usePlaces } from '../workflow/use-places.ts';
import { useRoleName } from '../workflow/use-role-name.ts';
import styles from '../workflow/workflow.module.css';
import { FactorPanel } from './factor-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { TokensPanel } from './tokens-panel.tsx';

/** One's own account: who one is, and by what one is let in. */
export function AccountPage() {
  const t = useTranslations('account');
  const roleName = useRoleName();
  const { data: me, error, refetch } = useMe();
  const { byId: places } = usePlaces();
  const isDemo = useDemo();
  if (error && !me) return <ReadFailed error={error} retry={() => void refetch()} />;
  return (
    <PageFrame title={t('title')} intro={t('intro')}>
      {!me && <Skeleton active />}
      {me && (
        <section className={styles.panel}>
          <h2>{me.name}</h2>
          <p className={styles.facts}>
            <span>{t('login', { login: me.login })}</span>
            {me.grants.map(({ jurisdictionId, role }) => (
              <span key={`${jurisdictionId} ${role}`}>
                {places.get(jurisdictionId)?.name} {roleName(role)}
              </span>
            ))}
          </p>
        </section>
      )}
      {/* Nobody has a password in a demonstration. */}
      {me && !isDemo && <PasswordPanel login={me.login} />}
      {me && !isDemo && <FactorPanel me={me} />}
      <SessionsPanel />
      <TokensPanel />
    </PageFrame>
  );
}
