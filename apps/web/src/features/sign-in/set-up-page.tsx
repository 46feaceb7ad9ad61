'use client';

import { Alert, Button, Radio, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Notice } from '../shell/notice.tsx';
import { useSend } from '../workflow/use-api.ts';
import { PasswordFields } from './password-fields.tsx';
import styles from './sign-in.module.css';
import { TextField } from './text-field.tsx';
import { useAsking } from './use-asking.ts';
import { useLink } from './use-link.ts';

const nothing = { login: '', name: '', level: 'province' as 'nation' | 'province', placeName: '' };

/** Takes the one-time link of the first start and makes the first administrator. */
export function SetUpPage() {
  const t = useTranslations('signIn');
  const id = useId();
  const send = useSend();
  const state = useLink('set-up');
  const { ask, isAsking, refusal, setRefusal } = useAsking();
  const [first, setFirst] = useState(nothing);
  const [typed, setTyped] = useState({ password: '', again: '' });
  if (state.kind === 'looking') return <Skeleton active />;
  if (state.kind === 'void') return <Notice title={t('linkTitle')} text={t('linkText')} />;
  const { login, name, level } = first;
  const placeName = level === 'nation' ? t('nation') : first.placeName;
  const { password } = typed;
  const isWhole = [login, name, placeName, password].every((text) => text.trim() !== '');
  const finish = () =>
    ask(async () => {
      if (password !== typed.again) return setRefusal(t('different'));
      const place = { level, name: placeName.trim() };
      const own = { login: login.trim(), name: name.trim(), password, place };
      await send({ method: 'POST', path: '/session/set-up', body: { ...own, token: state.token } });
      await send({ method: 'POST', path: '/session', body: { login: own.login, password } });
      window.location.assign('/');
    });
  return (
    <section className={styles.sheet}>
      <h1>{t('setUpTitle')}</h1>
      <p>{t('setUpIntro')}</p>
      <form
        className={styles.form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <div className={styles.field}>
          <span id={id}>{t('place')}</span>
          <Radio.Group
            aria-labelledby={id}
            value={level}
            onChange={(event) => setFirst({ ...first, level: event.target.value })}
            options={[
              { value: 'province', label: t('province') },
              { value: 'nation', label: t('nation') },
            ]}
          />
        </div>
        {level === 'province' && (
          <TextField
            {...{ label: t('placeName'), value: first.placeName, autoComplete: 'off' }}
            onChange={(next) => setFirst({ ...first, placeName: next })}
          />
        )}
        <TextField
          {...{ label: t('name'), value: name, autoComplete: 'name' }}
          onChange={(next) => setFirst({ ...first, name: next })}
        />
        <TextField
          {...{ label: t('login'), value: login, autoComplete: 'username' }}
          onChange={(next) => setFirst({ ...first, login: next })}
        />
        <PasswordFields typed={typed} onChange={setTyped} />
        {refusal && <Alert type="error" showIcon title={refusal} />}
        <Button type="primary" htmlType="submit" loading={isAsking} disabled={!isWhole}>
          {t('finishSetUp')}
        </Button>
      </form>
    </section>
  );
}
