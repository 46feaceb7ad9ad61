import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { DayField } from '../workflow/day-field.tsx';
import type { ApiChange } from '../workflow/use-api.ts';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';

/** A button whose deed wants a day, and a reason where it says so. A refusal leaves what was typed. */
export function DatedButton({
  label,
  ariaLabel = label,
  dayLabel,
  note,
  wantsReason = false,
  isDanger = false,
  changeOf,
}: {
  readonly label: string;
  readonly ariaLabel?: string;
  readonly dayLabel: string;
  readonly note: string;
  readonly wantsReason?: boolean;
  readonly isDanger?: boolean;
  readonly changeOf: (day: string, reason: string) => ApiChange;
}) {
  const workflow = useTranslations('workflow');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [day, setDay] = useState<string>();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useChange();
  const isMissing = day === undefined || (wantsReason && reason.trim() === '');
  const act = (): void => {
    if (day === undefined) return;
    mutate(changeOf(day, reason.trim()), { onSuccess: () => setIsOpen(false) });
  };
  return (
    <>
      <Button danger={isDanger} aria-label={ariaLabel} onClick={() => setIsOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={ariaLabel}
        okText={label}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: isPending, danger: isDanger, disabled: isMissing }}
        onOk={act}
        onCancel={() => setIsOpen(false)}
      >
        <div className={styles.form}>
          <p>{note}</p>
          <DayField isRequired label={dayLabel} day={day} onDay={setDay} />
          {wantsReason && (
            <>
              <label htmlFor={id}>{workflow('reason')}</label>
              <Input.TextArea
                id={id}
                rows={4}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </>
          )}
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
