import { Alert, Button, Input } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { editorHref } from '../documents/editor-href.ts';
import { AwayError, fetchServer, RefusedError } from '../shell/ask-server.ts';
import styles from './import.module.css';
import type { ImportAnswer } from './import-answer.ts';

/** Keeps a skeleton as a new file of the folder, and opens it; a file that is there already is never overwritten. */
export function KeepInFolder({ answer }: { readonly answer: ImportAnswer }) {
  const t = useTranslations('import');
  const shell = useTranslations('shell');
  const id = useId();
  const router = useRouter();
  const [path, setPath] = useState(answer.path);
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error>();
  const keep = async (): Promise<void> => {
    setIsPending(true);
    setError(undefined);
    try {
      await fetchServer(`/api/sources/${path.split('/').map(encodeURIComponent).join('/')}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-none-match': '*' },
        body: JSON.stringify({ text: answer.text }),
      });
      router.push(editorHref(path));
    } catch (caught) {
      setIsPending(false);
      setError(caught instanceof Error ? caught : new Error(String(caught)));
    }
  };
  const isThere = error instanceof RefusedError && error.code === 'source-changed';
  return (
    <div className={styles.keep}>
      <label htmlFor={id}>{t('path')}</label>
      <Input id={id} value={path} onChange={(event) => setPath(event.target.value)} />
      <Button
        type="primary"
        loading={isPending}
        disabled={path.trim() === ''}
        onClick={() => void keep()}
      >
        {t('keepInFolder')}
      </Button>
      {error && (
        <div className={styles.wide}>
          <Alert
            type="error"
            showIcon
            title={t('notKept')}
            description={
              isThere
                ? t('alreadyThere', { path })
                : error instanceof AwayError
                  ? shell('serverAway')
                  : error.message
            }
          />
        </div>
      )}
    </div>
  );
}
