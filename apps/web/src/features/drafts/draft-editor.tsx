import { Alert } from 'antd';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCallback, useRef, useState } from 'react';
import { comparisonHref } from '../comparisons/comparisons-address.ts';
import { Opening } from '../editor/page/opening.tsx';
import type { DraftText, Person, Proposal } from '../workflow/answers.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { todayInChina } from '../workflow/day-field.tsx';
import { PageFrame } from '../workflow/page-frame.tsx';
import { hasRole } from '../workflow/people.ts';
import { useRead } from '../workflow/use-api.ts';
import { useMe } from '../workflow/use-me.ts';
import { useStoredDocuments } from '../workflow/use-places.ts';
import { ConflictView } from './conflict-view.tsx';
import type { DraftTextPaneProps } from './editor/draft-text-pane.tsx';
import type { LocalCopy } from './local-copy.ts';
import { MovedBase } from './moved-base.tsx';
import { ProposeDraft } from './propose-draft.tsx';
import { SavingState } from './saving-state.tsx';
import { useDraftText } from './use-draft-text.ts';
import { ValuesPanel } from './values/values-panel.tsx';

// Monaco needs a browser.
const DraftTextPane = dynamic<DraftTextPaneProps>(
  () => import('./editor/draft-text-pane.tsx').then((module) => module.DraftTextPane),
  { ssr: false, loading: () => <Opening /> },
);

/** The text of a draft, saved by itself; where somebody else saved first, both changes by clause. */
export function DraftEditor({
  draft,
  copy,
  onRebased,
}: {
  readonly draft: DraftText;
  readonly copy: LocalCopy | undefined;
  /** The draft is stored with what came into force: it is opened anew. */
  readonly onRebased: () => void;
}) {
  const t = useTranslations('drafts');
  const comparisons = useTranslations('comparisons');
  // What the page was opened with: what is read later is somebody else's, which saving finds out.
  const [opened] = useState(draft);
  const [first] = useState(copy ?? { text: draft.text, revision: draft.revision });
  const state = useDraftText(opened, first);
  const { byId } = useStoredDocuments();
  const proposal = useOwnProposal(draft.id);
  const isOpen = draft.state === 'open';
  const { data: me } = useMe();
  const isOthers = isOpen && me !== undefined && !mayChange(me, draft);
  const [isRebased, setIsRebased] = useState(false);
  // What is typed between the answer and the page that opens anew would be lost with this one.
  const isReadOnly = !isOpen || isOthers || isRebased || state.conflict !== undefined;
  const reopen = (): void => {
    setIsRebased(true);
    onRebased();
  };
  const { write, onWriter } = useWriter(state.type);
  const [on, setOn] = useState(todayInChina);
  return (
    <PageFrame
      title={draft.title}
      intro={
        <>
          <Link href="/drafts">{t('title')}</Link> · {byId.get(draft.documentId)?.title} ·{' '}
          <code>{draft.path}</code>
        </>
      }
      actions={
        <>
          <SavingState state={state} />
          <Link
            prefetch={false}
            href={comparisonHref({ document: draft.documentId, reform: `draft ${draft.id}` })}
          >
            {comparisons('withInForce')}
          </Link>
          {isOpen && !isOthers && (
            <ProposeDraft
              draft={draft}
              state={state}
              isAgain={proposal !== undefined}
              onMoved={setOn}
            />
          )}
        </>
      }
    >
      {copy && copy.text !== opened.text && (
        <Alert type="info" showIcon closable title={t('restored')} />
      )}
      {proposal && (
        <Alert
          type="info"
          showIcon
          title={t('proposed')}
          action={<Link href={`/proposals/${proposal.id}`}>{t('toProposal')}</Link>}
        />
      )}
      {state.isUnkept && <Alert type="warning" showIcon title={t('unkept')} />}
      {state.saving.kind === 'held' && !state.conflict && (
        <ChangeFailed error={state.saving.error} />
      )}
      {state.conflict && (
        <ConflictView
          conflict={state.conflict}
          onSettled={(text) => {
            state.settle(text);
            write(text);
          }}
        />
      )}
      {isOpen && !isOthers && !state.conflict && state.saving.kind === 'saved' && (
        <MovedBase draftId={draft.id} on={on} onRebased={reopen} />
      )}
      {!isOpen && <Alert type="info" showIcon title={t('closed')} />}
      {isOthers && <Alert type="info" showIcon title={t('othersDraft')} />}
      {isOpen && (
        <ValuesPanel draftId={draft.id} text={state.text} isReadOnly={isReadOnly} onText={write} />
      )}
      <DraftTextPane {...{ draft, state, on, isReadOnly, onWriter }} />
    </PageFrame>
  );
}

/** Replaces the text as a whole: in the editor, where that can be undone, as soon as there is one. */
function useWriter(type: (text: string) => void) {
  const writer = useRef<(text: string) => void>(undefined);
  const onWriter = useCallback<DraftTextPaneProps['onWriter']>((put) => {
    writer.current = put;
  }, []);
  const write = (text: string): void => (writer.current ?? type)(text);
  return { write, onWriter };
}

/** What the server would say of a save; it decides. */
function mayChange(me: Person, { jurisdictionId, authorId }: DraftText): boolean {
  if (hasRole(me, ['drafter'], jurisdictionId)) return true;
  return authorId === me.id && hasRole(me, ['proposer'], jurisdictionId);
}

/** The proposal of a draft that is still under way. */
function useOwnProposal(draftId: string): Proposal | undefined {
  const { data } = useRead<{ readonly proposals: readonly Proposal[] }>('/proposals');
  return data?.proposals.find((each) => each.draftId === draftId && each.state !== 'withdrawn');
}
