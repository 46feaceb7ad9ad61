import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '../sign-in/text-field.tsx';
import { useAsking } from '../sign-in/use-asking.ts';
import styles from './account.module.css';

/** A deed that wants the password once more, since somebody else may sit at the keyboard. */
export function PasswordShown({
  login,
  label,
  onShown,
}: {
  readonly login: string;
  readonly label: string;
  readonly onShown: (password: string) => Promise<void>;
}) {
  const t = useTranslations('account');
  const { ask, isAsking, refusal } = useAsking();
  const [password, setPassword] = useState('');
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(() => onShown(password));
      }}
    >
      <input type="hidden" autoComplete="username" value={login} readOnly />
      <TextField
        {...{ label: t('yourPassword'), kind: 'password', autoComplete: 'current-password' }}
        value={password}
        onChange={setPassword}
      />
      {refusal && <Alert type="error" showIcon title={refusal} />}
      <div>
        <Button htmlType="submit" loading={isAsking} disabled={password === ''}>
          {label}
        </Button>
      </div>
    </form>
  );
}
