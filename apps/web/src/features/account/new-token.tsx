import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';
import type { IssuedToken } from './answers.ts';
import { ShownOnce } from './shown-once.tsx';

const choices = [7, 30, 90, 180, 366];

/** Issues a token and shows it, this once. */
export function NewToken() {
  const t = useTranslations('account');
  const workflow = useTranslations('workflow');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const { mutate, data, error, isPending, reset } = useChange<IssuedToken>();
  const close = () => {
    setOpen(false);
    setName('');
    reset();
  };
  const issue = () =>
    mutate({ method: 'POST', path: '/me/tokens', body: { name: name.trim(), days } });
  return (
    <>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('newToken')}
      </Button>
      <Modal
        open={isOpen}
        title={t('newToken')}
        okText={data ? t('kept') : t('issue')}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: isPending, disabled: !data && name.trim() === '' }}
        {...(data && { cancelButtonProps: { style: { display: 'none' } } })}
        mask={{ closable: !data }}
        onOk={data ? close : issue}
        onCancel={close}
      >
        {data ? (
          <ShownOnce note={t('tokenOnce', { name: data.name })} text={data.token} />
        ) : (
          <div className={styles.form}>
            <label htmlFor={`${id}-name`}>{t('tokenName')}</label>
            <Input
              id={`${id}-name`}
              maxLength={100}
              placeholder={t('tokenHint')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <label htmlFor={`${id}-days`}>{t('tokenDays')}</label>
            <Select
              id={`${id}-days`}
              value={days}
              options={choices.map((value) => ({ value, label: t('days', { days: value }) }))}
              onChange={setDays}
            />
            <ChangeFailed error={error} />
          </div>
        )}
      </Modal>
    </>
  );
}
