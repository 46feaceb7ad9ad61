'use client';

import { Alert, Button, Input } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { Opening } from '../../editor/page/opening.tsx';
import type { DraftText } from '../../workflow/answers.ts';
import styles from '../../workflow/workflow.module.css';
import type { DraftTextState } from '../use-draft-text.ts';
import { DraftDesk } from './draft-desk.tsx';
import { useCompany } from './use-company.ts';
import { useDraftSession } from './use-draft-session.ts';

export interface DraftTextPaneProps {
  readonly draft: DraftText;
  readonly state: DraftTextState;
  /** The day whose other documents the draft is checked with. */
  readonly on: string;
  readonly isReadOnly: boolean;
  /** Who may replace the text as a whole; undefined when the editor is gone. */
  readonly onWriter: (put: ((text: string) => void) | undefined) => void;
}

/** The text of a draft in the editor; where that cannot be had, as plain text, so that nobody is kept from writing. */
export function DraftTextPane({ draft, state, on, isReadOnly, onWriter }: DraftTextPaneProps) {
  const t = useTranslations('drafts');
  const editor = useTranslations('editor');
  const { data: company, isError, isFetching, refetch } = useCompany(draft.id, on);
  const nothing = useMemo(() => [], []);
  const beside = company?.others ?? (isError ? nothing : undefined);
  const { session, tryAgain } = useDraftSession({
    ...{ path: draft.path, text: state.text, onText: state.type, beside },
  });
  const shown = session === 'failed' ? undefined : session;
  useEffect(() => {
    onWriter(shown?.put);
    return () => onWriter(undefined);
  }, [onWriter, shown]);
  if (session === 'failed') {
    return (
      <>
        <Alert
          type="warning"
          showIcon
          title={t('plainText')}
          action={<Button onClick={tryAgain}>{editor('tryAgain')}</Button>}
        />
        <div className={styles.editor}>
          <Input.TextArea
            aria-label={t('text')}
            spellCheck={false}
            autoSize={{ minRows: 18, maxRows: 40 }}
            readOnly={isReadOnly}
            value={state.text}
            onChange={(event) => state.type(event.target.value)}
          />
        </div>
      </>
    );
  }
  if (!session) return <Opening />;
  return (
    <>
      {isError && !company && (
        <Alert
          type="warning"
          showIcon
          title={t('noCompany')}
          action={
            <Button loading={isFetching} onClick={() => void refetch()}>
              {editor('tryAgain')}
            </Button>
          }
        />
      )}
      <DraftDesk {...{ session, draft, company, isReadOnly }} onSave={state.saveNow} />
    </>
  );
}
