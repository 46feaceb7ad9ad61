import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { ChangeFailed } from './change-failed.tsx';
import type { ApiChange } from './use-api.ts';
import { useChange } from './use-change.ts';
import styles from './workflow.module.css';

/** A button whose deed wants a reason; a refusal leaves the dialog and what was typed as they are. */
export function ReasonButton({
  label,
  title = label,
  note,
  isMain = false,
  isDanger = false,
  changeOf,
}: {
  readonly label: string;
  readonly title?: string;
  readonly note?: ReactNode;
  readonly isMain?: boolean;
  readonly isDanger?: boolean;
  readonly changeOf: (reason: string) => ApiChange;
}) {
  const t = useTranslations('workflow');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { mutate, isPending, error, reset } = useChange();
  const close = (): void => {
    setIsOpen(false);
    reset();
  };
  const act = (): void => {
    const text = reason.trim();
    setIsMissing(text === '');
    if (text === '') return;
    mutate(changeOf(text), {
      onSuccess: () => {
        setReason('');
        close();
      },
    });
  };
  return (
    <>
      <Button
        danger={isDanger}
        type={isMain ? 'primary' : 'default'}
        onClick={() => setIsOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={label}
        cancelText={t('cancel')}
        okButtonProps={{ loading: isPending, danger: isDanger }}
        onOk={act}
        onCancel={close}
      >
        <div className={styles.form}>
          {note}
          <label htmlFor={id}>{t('reason')}</label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={2000}
            value={reason}
            status={isMissing ? 'error' : ''}
            aria-invalid={isMissing}
            aria-describedby={`${id}-missing`}
            onChange={(event) => setReason(event.target.value)}
          />
          <p id={`${id}-missing`} className={styles.quiet}>
            {t('reasonMissing')}
          </p>
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
