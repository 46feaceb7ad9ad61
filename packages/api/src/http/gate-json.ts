import type { TextLanguage } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { CheckedProposal, GateBlock, ProposalGate } from '@tiaoli/workspace';
import { report as sentence } from '@tiaoli/workspace';
import { plain } from './plain.ts';

/** The form of `GateCheck`; its certificate has an address of its own, being megabytes. */
function checkJson({ check, report }: CheckedProposal) {
  const { checkedAt, certificate, report: _, ...rest } = check;
  return {
    ...{ ...rest, checkedAt: checkedAt.toISOString(), report: plain(report) },
    hasCertificate: certificate !== undefined,
  };
}

/** The form of `ProposalGate`. */
export function gateJson(gate: ProposalGate, language: TextLanguage) {
  const { checked, isCurrent, acceptances, approvals } = gate;
  return {
    ...(checked && { check: checkJson(checked) }),
    isCurrent,
    approvalBlocks: gate.approvalBlocks.map((block) => blockJson(block, language)),
    publicationBlocks: gate.publicationBlocks.map((block) => blockJson(block, language)),
    acceptances: acceptances.map(({ acceptedAt, ...each }) => ({
      ...each,
      acceptedAt: acceptedAt.toISOString(),
    })),
    approvals: approvals.map(({ approvedAt, ...each }) => ({
      ...each,
      approvedAt: approvedAt.toISOString(),
    })),
  };
}

function blockJson(block: GateBlock, language: TextLanguage) {
  const { message, hint } = sentence('gate-blocks', block, fileSpan('proposal'));
  return {
    ...{ kind: block.kind, what: plain(block.what), message: message[language] },
    ...(hint && { remedy: hint[language] }),
  };
}
