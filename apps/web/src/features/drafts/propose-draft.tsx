import { SendOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { proposalHref } from '../proposals/proposals-address.ts';
import { RefusedError } from '../shell/ask-server.ts';
import type { DraftText, Proposal } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { DayField } from '../workflow/day-field.tsx';
import { useChange } from '../workflow/use-change.ts';
import styles from '../workflow/workflow.module.css';
import type { DraftTextState } from './use-draft-text.ts';

/** Lays what is saved before the office that decides, from a day on and with a reason. */
export function ProposeDraft({
  draft,
  state,
  isAgain,
  onMoved,
}: {
  readonly draft: DraftText;
  readonly state: DraftTextState;
  readonly isAgain: boolean;
  /** On that day another version is in force than the draft was made from. */
  readonly onMoved: (day: string) => void;
}) {
  const t = useTranslations('drafts');
  const workflow = useTranslations('workflow');
  const router = useRouter();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [from, setFrom] = useState<string>();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useChange<Proposal>();
  const label = t(isAgain ? 'proposeAgain' : 'propose');
  const propose = (): void =>
    mutate(
      {
        ...{ method: 'POST', path: `/drafts/${draft.id}/propose` },
        body: { effectiveFrom: from, reason: reason.trim() },
        ifMatch: `"${state.revision}"`,
      },
      {
        onSuccess: (proposal) => router.push(proposalHref(proposal.id)),
        onError: (failure) => {
          if (!(failure instanceof RefusedError) || failure.code !== 'base-moved' || !from) return;
          setIsOpen(false);
          onMoved(from);
        },
      },
    );
  return (
    <>
      <Button
        type="primary"
        icon={<SendOutlined aria-hidden />}
        disabled={state.saving.kind !== 'saved'}
        onClick={() => setIsOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={label}
        okText={label}
        cancelText={workflow('cancel')}
        okButtonProps={{
          loading: isPending,
          disabled: from === undefined || reason.trim() === '',
        }}
        onOk={propose}
        onCancel={() => setIsOpen(false)}
      >
        <div className={styles.form}>
          <DayField isRequired label={t('from')} day={from} onDay={setFrom} />
          <label htmlFor={id}>{workflow('reason')}</label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <ChangeFailed error={error} />
          <FindingList error={error} />
        </div>
      </Modal>
    </>
  );
}

interface RefusedFinding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** What is wrong with the text, where that is why it was refused. */
function FindingList({ error }: { readonly error: Error | null }) {
  const found = error instanceof RefusedError ? error.problem.findings : undefined;
  if (!Array.isArray(found) || found.length < 2) return null;
  return (
    <ul>
      {(found as readonly RefusedFinding[]).map(({ code, message, hint }) => (
        <li key={`${code} ${message}`}>
          {message} {hint}
        </li>
      ))}
    </ul>
  );
}
