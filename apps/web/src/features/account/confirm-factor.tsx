import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '../sign-in/text-field.tsx';
import { useAsking } from '../sign-in/use-asking.ts';
import { useSend } from '../workflow/use-api.ts';
import styles from './account.module.css';
import type { BegunFactor } from './answers.ts';
import { ShownOnce } from './shown-once.tsx';

/** Shows the secret and the recovery codes, and asks for a first code: whoever cannot make one is not shut out. */
export function ConfirmFactor({
  begun,
  onDone,
}: {
  readonly begun: BegunFactor;
  readonly onDone: () => void;
}) {
  const t = useTranslations('account');
  const send = useSend();
  const queries = useQueryClient();
  const { ask, isAsking, refusal } = useAsking();
  const [code, setCode] = useState('');
  const { secret, picture, recoveryCodes } = begun;
  const confirm = () =>
    ask(async () => {
      const body = { code: code.replace(/\s/g, '') };
      await send({ method: 'POST', path: '/me/second-factor/confirmation', body });
      await queries.invalidateQueries({ queryKey: ['api'] });
      onDone();
    });
  return (
    <>
      <h3>{t('scan')}</h3>
      <p>{t('scanText')}</p>
      {/* biome-ignore lint/performance/noImgElement: a picture that was made for this page alone */}
      <img
        className={styles.code}
        src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
        alt={t('scanPicture')}
      />
      <p>{t('byHand')}</p>
      <code className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      <h3>{t('recovery')}</h3>
      <ShownOnce note={t('recoveryOnce')} text={recoveryCodes.join('\n')} />
      <h3>{t('firstCode')}</h3>
      <form
        className={styles.form}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <TextField
          {...{ label: t('code'), value: code, onChange: setCode, autoComplete: 'one-time-code' }}
        />
        {refusal && <Alert type="error" showIcon title={refusal} />}
        <div>
          <Button type="primary" htmlType="submit" loading={isAsking} disabled={code === ''}>
            {t('confirmFactor')}
          </Button>{' '}
          <Button onClick={onDone}>{t('notNow')}</Button>
        </div>
      </form>
    </>
  );
}
