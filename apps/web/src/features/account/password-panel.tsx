import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PasswordFields } from '../sign-in/password-fields.tsx';
import { TextField } from '../sign-in/text-field.tsx';
import { useAsking } from '../sign-in/use-asking.ts';
import { useSend } from '../workflow/use-api.ts';
import panel from '../workflow/workflow.module.css';
import styles from './account.module.css';

const nothing = { password: '', again: '' };

/** Changes one's password; whoever is signed in elsewhere has to sign in again. */
export function PasswordPanel({ login }: { readonly login: string }) {
  const t = useTranslations('account');
  const words = useTranslations('signIn');
  const send = useSend();
  const { ask, isAsking, refusal, setRefusal } = useAsking();
  const [present, setPresent] = useState('');
  const [typed, setTyped] = useState(nothing);
  const [isDone, setDone] = useState(false);
  const save = () =>
    ask(async () => {
      setDone(false);
      const { password, again } = typed;
      if (password !== again) return setRefusal(words('different'));
      await send({ method: 'PUT', path: '/me/password', body: { present, password } });
      setPresent('');
      setTyped(nothing);
      setDone(true);
    });
  return (
    <section className={panel.panel} aria-labelledby="password">
      <h2 id="password">{t('password')}</h2>
      <form
        className={styles.form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <input type="hidden" autoComplete="username" value={login} readOnly />
        <TextField
          {...{ label: t('present'), kind: 'password', autoComplete: 'current-password' }}
          value={present}
          onChange={setPresent}
        />
        <PasswordFields typed={typed} onChange={setTyped} />
        {refusal && <Alert type="error" showIcon title={refusal} />}
        <div role="status">{isDone && t('passwordChanged')}</div>
        <div>
          <Button
            type="primary"
            htmlType="submit"
            loading={isAsking}
            disabled={present === '' || typed.password === ''}
          >
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}
