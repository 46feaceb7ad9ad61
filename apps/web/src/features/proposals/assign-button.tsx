import { Button, Modal, Select } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Proposal } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { useRead } from '../workflow/use-api.ts';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';

interface ReviewersAnswer {
  readonly reviewers: readonly { readonly id: string; readonly name: string }[];
}

/** Gives the proposal to another reviewer of the office; it waits for them from then on. */
export function AssignButton({
  proposal: { id, assigneeId },
}: {
  readonly proposal: Pick<Proposal, 'id' | 'assigneeId'>;
}) {
  const t = useTranslations('proposals');
  const words = useTranslations('workflow');
  const field = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const { data, isFetching } = useRead<ReviewersAnswer>(`/proposals/${id}/reviewers`, {
    enabled: isOpen,
  });
  const { mutate, isPending, error, reset } = useChange();
  // Who may review can have changed since the dialog was last open.
  const others = isFetching ? undefined : data?.reviewers.filter((each) => each.id !== assigneeId);
  const close = (): void => {
    setIsOpen(false);
    setChosen(undefined);
    reset();
  };
  const assign = (): void =>
    mutate(
      { method: 'POST', path: `/proposals/${id}/assign`, body: { userId: chosen } },
      { onSuccess: close },
    );
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('assign')}</Button>
      <Modal
        open={isOpen}
        title={t('assignTitle')}
        okText={t('assign')}
        cancelText={words('cancel')}
        okButtonProps={{ loading: isPending, disabled: chosen === undefined }}
        onOk={assign}
        onCancel={close}
      >
        <div className={styles.form}>
          <label htmlFor={field}>{t('assignTo')}</label>
          <Select
            id={field}
            showSearch={{ optionFilterProp: 'label' }}
            loading={others === undefined}
            value={chosen ?? null}
            options={(others ?? []).map((each) => ({ value: each.id, label: each.name }))}
            onChange={(next) => setChosen(next ?? undefined)}
          />
          {others?.length === 0 && <p className={styles.quiet}>{t('nobodyElse')}</p>}
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
