'use client';

import { Alert, Button, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Notice } from '../shell/notice.tsx';
import { useSend } from '../workflow/use-api.ts';
import { PasswordFields } from './password-fields.tsx';
import styles from './sign-in.module.css';
import { useAsking } from './use-asking.ts';
import { useLink } from './use-link.ts';

/** Takes a one-time link and sets the password of whom it was issued for. */
export function SetPasswordPage() {
  const t = useTranslations('signIn');
  const send = useSend();
  const state = useLink('password');
  const { ask, isAsking, refusal, setRefusal } = useAsking();
  const [typed, setTyped] = useState({ password: '', again: '' });
  if (state.kind === 'looking') return <Skeleton active />;
  if (state.kind === 'void') return <Notice title={t('linkTitle')} text={t('linkText')} />;
  const { login = '', name = '' } = state.link.person ?? {};
  const { password } = typed;
  const save = () =>
    ask(async () => {
      if (password !== typed.again) return setRefusal(t('different'));
      const body = { token: state.token, password };
      await send({ method: 'PUT', path: '/session/password', body });
      await send({ method: 'POST', path: '/session', body: { login, password } });
      window.location.assign('/');
    });
  return (
    <section className={styles.sheet}>
      <h1>{t('setPasswordTitle')}</h1>
      <p>{t('setPasswordIntro', { login, name })}</p>
      <form
        className={styles.form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <input type="hidden" autoComplete="username" value={login} readOnly />
        <PasswordFields typed={typed} onChange={setTyped} />
        {refusal && <Alert type="error" showIcon title={refusal} />}
        <Button type="primary" htmlType="submit" loading={isAsking} disabled={password === ''}>
          {t('finishPassword')}
        </Button>
      </form>
    </section>
  );
}
