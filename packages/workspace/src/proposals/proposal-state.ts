/** What becomes of a proposal, in the order in which it usually goes. */
export const proposalStates = [
  'proposed',
  'under-review',
  'sent-back',
  'approved',
  'published',
  'withdrawn',
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What is done with a proposal; `lapse`: its approval is of something that is no longer so. */
export const proposalSteps = [
  'propose',
  'begin-review',
  'send-back',
  'approve',
  'lapse',
  'publish',
  'withdraw',
] as const;
export type ProposalStep = (typeof proposalSteps)[number];

const moves: Readonly<
  Record<ProposalStep, Readonly<Partial<Record<ProposalState, ProposalState>>>>
> = {
  // The next round of one that is not decided yet: whoever reviews begins anew.
  propose: {
    proposed: 'proposed',
    'under-review': 'proposed',
    'sent-back': 'proposed',
    approved: 'proposed',
  },
  'begin-review': { proposed: 'under-review' },
  'send-back': { 'under-review': 'sent-back', approved: 'sent-back' },
  approve: { 'under-review': 'approved' },
  lapse: { approved: 'under-review' },
  publish: { approved: 'published' },
  withdraw: {
    proposed: 'withdrawn',
    'under-review': 'withdrawn',
    'sent-back': 'withdrawn',
    approved: 'withdrawn',
  },
};

/** The state behind a step; undefined where a proposal in that state does not take it. */
export function stateAfter(state: ProposalState, step: ProposalStep): ProposalState | undefined {
  return moves[step][state];
}
