import { Button, Input, Modal } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChangeFailed } from '../../workflow/change-failed.tsx';
import { useChange } from '../../workflow/use-change.ts';
import styles from '../../workflow/workflow.module.css';

/** Suggests another text for the clause of a thread. */
export function SuggestText({
  threadId,
  clauseText,
}: {
  readonly threadId: string;
  readonly clauseText: string;
}) {
  const t = useTranslations('review');
  const workflow = useTranslations('workflow');
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(clauseText);
  const { mutate, isPending, error } = useChange();
  const send = (): void =>
    mutate(
      {
        ...{ method: 'POST', path: `/threads/${threadId}/suggestions` },
        body: { original: clauseText, replacement: text },
      },
      { onSuccess: () => setIsOpen(false) },
    );
  return (
    <>
      <Button
        onClick={() => {
          setText(clauseText);
          setIsOpen(true);
        }}
      >
        {t('suggest')}
      </Button>
      <Modal
        open={isOpen}
        width={760}
        title={t('suggestTitle')}
        okText={t('suggest')}
        cancelText={workflow('cancel')}
        okButtonProps={{ loading: isPending, disabled: text === clauseText }}
        onOk={send}
        onCancel={() => setIsOpen(false)}
      >
        <div className={styles.form}>
          <Input.TextArea
            aria-label={t('suggestTitle')}
            autoSize={{ minRows: 8, maxRows: 24 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <ChangeFailed error={error} />
        </div>
      </Modal>
    </>
  );
}
