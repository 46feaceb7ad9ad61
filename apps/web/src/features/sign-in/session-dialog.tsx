import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useDemo } from '../shell/demo-context.ts';
import { onSignedOut } from '../shell/signed-out.ts';
import { DemoPeople } from './demo-people.tsx';
import { OutsideLink } from './outside-link.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Asks to sign in again over the page when the session has ended: what was typed below stays as it is. */
export function SessionDialog() {
  const t = useTranslations('signIn');
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const isDemo = useDemo();
  const goOn = () => {
    setOpen(false);
    void client.invalidateQueries();
  };
  // In a window beside it: this page keeps what was typed, and asks anew when its reader is back.
  const goElsewhere = (address: string) => {
    window.addEventListener('focus', goOn, { once: true });
    window.open(address, '_blank', 'noopener');
  };
  useEffect(() => onSignedOut(() => setOpen(true)), []);
  return (
    <Modal
      open={isOpen}
      title={t('expiredTitle')}
      footer={null}
      destroyOnHidden
      onCancel={() => setOpen(false)}
    >
      <div className={styles.form}>
        <p>{t('expiredText')}</p>
        {isDemo ? <DemoPeople onSignedIn={goOn} /> : <SignInForm onSignedIn={goOn} />}
        {!isDemo && <OutsideLink next={() => '/account'} onGo={goElsewhere} />}
      </div>
    </Modal>
  );
}
