import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PasswordLink } from '../account/answers.ts';
import { ShownOnce } from '../account/shown-once.tsx';
import type { Person, Place } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';
import type { TypedUser } from './new-user-form.tsx';
import { NewUserForm } from './new-user-form.tsx';

const nothing: TypedUser = { login: '', name: '', jurisdictionId: undefined, roles: [] };

/** Adds an account with its roles, and then shows the link with which its person sets a password. */
export function NewUser({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations('users');
  const workflow = useTranslations('workflow');
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(nothing);
  const add = useChange<Person>();
  const link = useChange<PasswordLink>();
  const { login, name, jurisdictionId, roles } = typed;
  const isWhole = login.trim() !== '' && name.trim() !== '' && jurisdictionId && roles.length > 0;
  const close = () => {
    setOpen(false);
    setTyped(nothing);
    add.reset();
    link.reset();
  };
  const issueFor = (id: string) =>
    link.mutate({ method: 'POST', path: `/users/${id}/password-link` });
  const create = () =>
    add.mutate(
      {
        ...{ method: 'POST', path: '/users' },
        body: { login: login.trim(), name: name.trim(), jurisdictionId, roles },
      },
      { onSuccess: ({ id }) => issueFor(id) },
    );
  const undone = add.data ? 'issue' : 'create';
  const step = link.data ? 'done' : undone;
  const next = () => {
    if (link.data) return close();
    // The account is there; only its link is missing.
    return add.data ? issueFor(add.data.id) : create();
  };
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('new')}
      </Button>
      <Modal
        open={isOpen}
        title={link.data ? t('linkTitle', { name }) : t('new')}
        okText={t(step)}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: add.isPending || link.isPending, disabled: !isWhole }}
        {...(link.data && { cancelButtonProps: { style: { display: 'none' } } })}
        mask={{ closable: !link.data }}
        onOk={next}
        onCancel={close}
      >
        <div className={styles.form}>
          {link.data ? (
            <ShownOnce
              note={t('linkOnce', { name })}
              text={`${window.location.origin}${link.data.path}`}
            />
          ) : (
            <NewUserForm typed={typed} places={places} onChange={setTyped} />
          )}
          <ChangeFailed error={add.error ?? link.error} />
        </div>
      </Modal>
    </>
  );
}
