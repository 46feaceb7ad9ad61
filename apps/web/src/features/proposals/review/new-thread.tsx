import { Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Proposal } from '../../workflow/answers.ts';
import { ChangeFailed } from '../../workflow/change-failed.tsx';
import { useChange } from '../../workflow/use-change.ts';
import styles from './review.module.css';

/** Says something about a clause, or about all of a proposal where the key of the clause is empty. */
export function NewThread({
  proposal,
  clause,
  label,
}: {
  readonly proposal: Proposal;
  readonly clause: string;
  readonly label: string;
}) {
  const t = useTranslations('review');
  const [text, setText] = useState('');
  const { mutate, isPending, error } = useChange();
  const send = (): void =>
    mutate(
      {
        ...{ method: 'POST', path: `/proposals/${proposal.id}/threads` },
        body: { round: proposal.round, clause, text },
      },
      { onSuccess: () => setText('') },
    );
  return (
    <div className={styles.write}>
      <Input.TextArea
        aria-label={label}
        placeholder={label}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button loading={isPending} disabled={text.trim() === ''} onClick={send}>
        {t('send')}
      </Button>
      <ChangeFailed error={error} />
    </div>
  );
}
