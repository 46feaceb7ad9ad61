import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Person } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';

/** Writes down by which account of the other service a person signs in; left empty, by none. */
export function OutsideAccount({
  person: { id, name, outsideAccount = '' },
  service,
}: {
  readonly person: Person;
  readonly service: string;
}) {
  const t = useTranslations('users');
  const workflow = useTranslations('workflow');
  const field = useId();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string>();
  const { mutate, error, isPending, reset } = useChange();
  const close = () => {
    setOpen(false);
    setTyped(undefined);
    reset();
  };
  const account = (typed ?? outsideAccount).trim();
  const path = `/users/${id}/outside-account`;
  const save = () =>
    mutate(
      account === '' ? { method: 'DELETE', path } : { method: 'PUT', path, body: { account } },
      { onSuccess: close },
    );
  return (
    <>
      <Button aria-label={`${service} ${name}`} onClick={() => setOpen(true)}>
        {service}
      </Button>
      <Modal
        open={isOpen}
        title={t('outsideTitle', { name, service })}
        okText={t('save')}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: isPending }}
        onOk={save}
        onCancel={close}
      >
        <div className={styles.form}>
          <p className={styles.quiet}>{t('outsideText')}</p>
          <label htmlFor={field}>{t('outsideAccount')}</label>
          <Input
            id={field}
            maxLength={320}
            value={typed ?? outsideAccount}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
