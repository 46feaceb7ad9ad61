import { Alert } from 'antd';
import { useTranslations } from 'next-intl';
import type { Proposal, ProposalGate } from '../workflow/answers.ts';
import { Moment } from '../workflow/moment.tsx';
import { useNames } from '../workflow/use-names.ts';

/** Approvals of a proposal, newest first: those that hold, and why the others do not any more. */
export function ApprovalList({
  proposal,
  gate,
}: {
  readonly proposal: Proposal;
  readonly gate: ProposalGate;
}) {
  const t = useTranslations('proposals');
  const nameOf = useNames(gate.approvals.map(({ reviewerId }) => reviewerId));
  const isDecided = proposal.state === 'approved' || proposal.state === 'published';
  return gate.approvals.toReversed().map((approval, index) => {
    const holds = isDecided && index === 0 && approval.round === proposal.round;
    return (
      <Alert
        key={approval.id}
        showIcon
        type={holds ? 'success' : 'warning'}
        title={t(holds ? 'approvedBy' : 'lapsed', {
          name: nameOf(approval.reviewerId),
          round: approval.round,
        })}
        description={
          <>
            <Moment at={approval.approvedAt} />
            {!holds && <div>{t(whyLapsed(approval, proposal, gate))}</div>}
          </>
        }
      />
    );
  });
}

function whyLapsed(
  approval: ProposalGate['approvals'][number],
  proposal: Proposal,
  gate: ProposalGate,
): 'lapsedByRound' | 'lapsedByDifference' | 'lapsedByBase' | 'lapsedBySendBack' {
  if (proposal.state === 'sent-back') return 'lapsedBySendBack';
  if (approval.round < proposal.round) return 'lapsedByRound';
  const isOther = gate.check && gate.check.differenceHash !== approval.differenceHash;
  return isOther ? 'lapsedByDifference' : 'lapsedByBase';
}
