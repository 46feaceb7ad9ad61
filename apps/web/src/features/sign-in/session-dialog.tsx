import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { onSignedOut } from '../shell/signed-out.ts';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** Asks to sign in again over the page when the session has ended: what was typed below stays as it is. */
export function SessionDialog() {
  const t = useTranslations('signIn');
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
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
        <SignInForm
          onSignedIn={() => {
            setOpen(false);
            void client.invalidateQueries();
          }}
        />
      </div>
    </Modal>
  );
}
