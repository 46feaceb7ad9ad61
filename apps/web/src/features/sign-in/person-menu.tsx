import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSend } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { SessionDialog } from './session-dialog.tsx';
import styles from './sign-in.module.css';
import { useAsking } from './use-asking.ts';

/** Who one is, and the way out. */
export function PersonMenu() {
  const t = useTranslations('signIn');
  const send = useSend();
  const { data: me } = useMe();
  const { ask, isAsking } = useAsking();
  const leave = () =>
    ask(async () => {
      await send({ method: 'DELETE', path: '/session' });
      window.location.assign('/sign-in');
    });
  return (
    <div className={styles.person}>
      {me && (
        <Link
          href="/account"
          prefetch={false}
          className={styles.account}
          title={t('signedInAs', { name: me.name })}
        >
          <UserOutlined aria-hidden /> <span className={styles.name}>{me.name}</span>
        </Link>
      )}
      <Button
        type="text"
        icon={<LogoutOutlined aria-hidden />}
        loading={isAsking}
        title={t('signOut')}
        onClick={() => void leave()}
      >
        <span className={styles.name}>{t('signOut')}</span>
      </Button>
      <SessionDialog />
    </div>
  );
}
