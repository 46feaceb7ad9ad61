import { Button, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PasswordLink } from '../account/answers.ts';
import { ShownOnce } from '../account/shown-once.tsx';
import type { Person } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';

/** Issues a link with which a person sets a password, and shows it, this once. */
export function NewLink({ person: { id, name } }: { readonly person: Person }) {
  const t = useTranslations('users');
  const workflow = useTranslations('workflow');
  const [isOpen, setOpen] = useState(false);
  const { mutate, data, error, isPending, reset } = useChange<PasswordLink>();
  const close = () => {
    setOpen(false);
    reset();
  };
  return (
    <>
      <Button aria-label={`${t('newLink')} ${name}`} onClick={() => setOpen(true)}>
        {t('newLink')}
      </Button>
      <Modal
        open={isOpen}
        title={t('linkTitle', { name })}
        okText={data ? t('done') : t('issue')}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: isPending }}
        {...(data && { cancelButtonProps: { style: { display: 'none' } } })}
        mask={{ closable: !data }}
        onOk={() =>
          data ? close() : mutate({ method: 'POST', path: `/users/${id}/password-link` })
        }
        onCancel={close}
      >
        <div className={styles.form}>
          {data ? (
            <ShownOnce
              note={t('linkOnce', { name })}
              text={`${window.location.origin}${data.path}`}
            />
          ) : (
            <p>{t('newLinkSure', { name })}</p>
          )}
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
