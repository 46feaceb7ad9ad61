import { Button } from 'antd';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { draftHref } from '../drafts/drafts-address.ts';
import { ChangeFailed } from '../workflow/change-failed.tsx';
import { ReasonButton } from '../workflow/reason-dialog.tsx';
import { useChange } from '../workflow/use-change.ts';
import { AssignButton } from './assign-button.tsx';
import type { ShownProposal } from './proposal-page.tsx';
import type { ProposalRights } from './rights-in.ts';

/** What can be done with a proposal in its state by the reader. */
export function ProposalActions({
  shown: { proposal, gate },
  rights,
}: {
  readonly shown: ShownProposal;
  readonly rights: ProposalRights;
}) {
  const t = useTranslations('proposals');
  const { mutate, isPending, error } = useChange();
  const { id, state, round, draftId } = proposal;
  const path = `/proposals/${id}`;
  const post = (what: string, body?: unknown): void =>
    mutate({ method: 'POST', path: `${path}/${what}`, ...(body !== undefined && { body }) });
  const decides = rights.isReviewer && !rights.isAuthor;
  const isUndecided = state !== 'published' && state !== 'withdrawn';
  const checkId = gate.check?.id;
  const canApprove = gate.isCurrent && gate.approvalBlocks.length === 0 && checkId !== undefined;
  return (
    <>
      {rights.isProposer && isUndecided && (
        <Link href={draftHref(draftId)} prefetch={false}>
          {t('openDraft')}
        </Link>
      )}
      {decides && state === 'proposed' && (
        <Button type="primary" loading={isPending} onClick={() => post('begin-review')}>
          {t('begin')}
        </Button>
      )}
      {rights.isReviewer && (state === 'proposed' || state === 'under-review') && (
        <AssignButton proposal={proposal} />
      )}
      {decides && state === 'under-review' && (
        <Button
          type="primary"
          loading={isPending}
          disabled={!canApprove}
          title={canApprove ? undefined : t('cannotApprove')}
          onClick={() => post('approve', { checkId })}
        >
          {t('approve')}
        </Button>
      )}
      {rights.isPublisher && state === 'approved' && (
        <Button
          type="primary"
          loading={isPending}
          disabled={gate.publicationBlocks.length > 0}
          title={gate.publicationBlocks.length > 0 ? t('cannotPublish') : undefined}
          onClick={() => post('publish', { round })}
        >
          {t('publish')}
        </Button>
      )}
      {decides && (state === 'under-review' || state === 'approved') && (
        <ReasonButton
          label={t('sendBack')}
          changeOf={(reason) => ({
            ...{ method: 'POST', path: `${path}/send-back`, body: { round, reason } },
          })}
        />
      )}
      {rights.isProposer && isUndecided && (
        <ReasonButton
          isDanger
          label={t('withdraw')}
          changeOf={(reason) => ({ method: 'POST', path: `${path}/withdraw`, body: { reason } })}
        />
      )}
      <ChangeFailed error={error} />
    </>
  );
}
