import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusedError } from '../shell/ask-server.ts';
import { useSend } from '../workflow/use-api.ts';
import styles from './sign-in.module.css';
import { TextField } from './text-field.tsx';
import { useAsking } from './use-asking.ts';

/** The second step of signing in: a code of the device, or one for the case that it is lost. */
export function CodeForm({
  onSignedIn,
  onOver,
}: {
  readonly onSignedIn: () => void;
  /** The first step is out of date: it begins with the password again. */
  readonly onOver: (reason: string) => void;
}) {
  const t = useTranslations('signIn');
  const send = useSend();
  const { ask, isAsking, refusal } = useAsking();
  const [code, setCode] = useState('');
  const signIn = () =>
    ask(async () => {
      try {
        await send({ method: 'POST', path: '/session/code', body: { code: code.trim() } });
        onSignedIn();
      } catch (error) {
        const isOver = error instanceof RefusedError && error.code === 'first-step-over';
        if (!isOver) throw error;
        onOver(error.message);
      }
    });
  return (
    <form
      className={styles.form}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <p>{t('codeText')}</p>
      <TextField
        {...{ label: t('code'), value: code, onChange: setCode, autoComplete: 'one-time-code' }}
        autoFocus
      />
      {refusal && <Alert type="error" showIcon title={refusal} />}
      <Button type="primary" htmlType="submit" loading={isAsking} disabled={code.trim() === ''}>
        {t('submit')}
      </Button>
      <p>{t('codeLost')}</p>
    </form>
  );
}
