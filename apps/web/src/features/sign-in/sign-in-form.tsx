import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSend } from '../workflow/use-api.ts';
import type { SignInAnswer } from './answers.ts';
import { CodeForm } from './code-form.tsx';
import styles from './sign-in.module.css';
import { TextField } from './text-field.tsx';
import { useAsking } from './use-asking.ts';

/** Asks for login and password, and signs in with them; where the account wants it, for a code behind them. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useTranslations('signIn');
  const send = useSend();
  const { ask, isAsking, refusal, setRefusal } = useAsking();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const signIn = () =>
    ask(async () => {
      const body = { login: login.trim(), password };
      const { state } = await send<SignInAnswer>({ method: 'POST', path: '/session', body });
      if (state === 'signed-in') return onSignedIn();
      setPassword('');
      setCodeAsked(true);
    });
  const startAgain = (reason: string) => {
    setCodeAsked(false);
    setRefusal(reason);
  };
  if (isCodeAsked) return <CodeForm onSignedIn={onSignedIn} onOver={startAgain} />;
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <TextField
        {...{ label: t('login'), value: login, onChange: setLogin, autoComplete: 'username' }}
        autoFocus
      />
      <TextField
        {...{ label: t('password'), value: password, onChange: setPassword }}
        {...{ kind: 'password', autoComplete: 'current-password' }}
      />
      {refusal && <Alert type="error" showIcon title={refusal} />}
      <Button
        type="primary"
        htmlType="submit"
        loading={isAsking}
        disabled={login.trim() === '' || password === ''}
      >
        {t('submit')}
      </Button>
      <p>{t('forgot')}</p>
    </form>
  );
}
