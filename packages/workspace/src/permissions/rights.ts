import type { Action, Relation, Role, SubjectState } from './permits.ts';

/** A block of cells of the table. */
export interface Right {
  readonly action: Action;
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  /** Every state, where there are none. */
  readonly states?: readonly SubjectState[];
  /** Only one's own, or only what is not; either, where it is absent. */
  readonly mine?: boolean;
}

const everyone: readonly Role[] = [
  'drafter',
  'proposer',
  'reviewer',
  'publisher',
  'analyst',
  'auditor',
  'administrator',
  'operator',
];
const everywhere: readonly Relation[] = ['own', 'above', 'below', 'apart'];
/** The office's own, and those of the places below it. */
const downwards: readonly Relation[] = ['own', 'above'];

/** Whoever works on texts. */
const workers: readonly Role[] = ['drafter', 'proposer', 'reviewer', 'publisher'];
/** Whoever works on texts, or on what they cost. */
const reckoners: readonly Role[] = [...workers, 'analyst'];
/** Proposals on which something is still to be decided. */
const pending: readonly SubjectState[] = ['proposed', 'under-review', 'sent-back', 'approved'];

/**
 * Who may do what; what is not listed is forbidden.
 *
 * Whoever manages the accounts reads no drafts, and whoever reads the audit trail changes nothing: the three offices of
 * administration, audit and work are apart. A draft is its own office's alone, also for the province above it.
 */
export const rights: readonly Right[] = [
  { action: 'read-published', roles: everyone, relations: everywhere },
  { action: 'add-document', roles: ['drafter'], relations: ['own'] },
  { action: 'add-document', roles: ['operator'], relations: downwards },
  { action: 'publish-version', roles: ['publisher'], relations: ['own'] },
  { action: 'publish-version', roles: ['operator'], relations: downwards },
  { action: 'repeal-document', roles: ['publisher'], relations: ['own'] },
  { action: 'repeal-document', roles: ['operator'], relations: downwards },

  { action: 'read-draft', roles: workers, relations: ['own'] },
  { action: 'create-draft', roles: ['drafter', 'proposer'], relations: ['own'] },
  { action: 'save-draft', roles: ['drafter'], relations: ['own'], states: ['open'] },
  { action: 'save-draft', roles: ['proposer'], relations: ['own'], states: ['open'], mine: true },
  { action: 'close-draft', roles: ['drafter'], relations: ['own'], states: ['open'] },
  { action: 'close-draft', roles: ['proposer'], relations: ['own'], states: ['open'], mine: true },

  // Of proposals each action says to which place it belongs: that of the office that proposes (read, withdraw), that of the
  // office that decides (examine, begin, assign, send back, accept, confirm, approve), either (check, comment), or that of
  // the document (publish).
  { action: 'propose-draft', roles: ['drafter'], relations: ['own'], states: ['open'] },
  {
    ...{ action: 'propose-draft', roles: ['proposer'], relations: ['own'] },
    ...{ states: ['open'], mine: true },
  },
  { action: 'read-proposal', roles: workers, relations: ['own'] },
  { action: 'examine-proposal', roles: ['drafter', 'reviewer', 'publisher'], relations: ['own'] },
  { action: 'withdraw-proposal', roles: ['drafter'], relations: ['own'], states: pending },
  {
    ...{ action: 'withdraw-proposal', roles: ['proposer'], relations: ['own'] },
    ...{ states: pending, mine: true },
  },
  { action: 'check-proposal', roles: workers, relations: ['own'], states: pending },
  { action: 'comment-proposal', roles: workers, relations: ['own'], states: pending },
  ...reviewed('begin-review', ['proposed']),
  {
    action: 'assign-review',
    roles: ['reviewer'],
    relations: ['own'],
    states: ['proposed', 'under-review'],
  },
  ...reviewed('send-back-proposal', ['under-review', 'approved']),
  ...reviewed('accept-undecided', ['under-review']),
  ...reviewed('confirm-grade', ['under-review', 'approved']),
  ...reviewed('approve-proposal', ['under-review']),
  { action: 'publish-proposal', roles: ['publisher'], relations: ['own'], states: ['approved'] },

  // What one's own office asked to be done, and whom it concerns: data of people stay in the office that answers for them.
  { action: 'read-job', roles: reckoners, relations: ['own'] },
  { action: 'cancel-job', roles: reckoners, relations: ['own'], mine: true },
  { action: 'read-dataset', roles: [...reckoners, 'administrator'], relations: ['own'] },
  { action: 'register-dataset', roles: ['analyst'], relations: ['own'] },
  { action: 'delete-dataset', roles: ['analyst', 'administrator'], relations: ['own'] },
  { action: 'run-simulation', roles: reckoners, relations: ['own'] },
  { action: 'read-run', roles: reckoners, relations: ['own'] },
  { action: 'read-case', roles: reckoners, relations: ['own'] },
  { action: 'keep-case', roles: reckoners, relations: ['own'] },
  { action: 'delete-case', roles: ['analyst'], relations: ['own'] },
  { action: 'delete-case', roles: workers, relations: ['own'], mine: true },

  { action: 'read-users', roles: ['administrator', 'auditor', 'operator'], relations: downwards },
  { action: 'add-user', roles: ['administrator', 'operator'], relations: downwards },
  { action: 'disable-user', roles: ['administrator'], relations: downwards, mine: false },
  { action: 'disable-user', roles: ['operator'], relations: downwards },
  { action: 'reset-password', roles: ['administrator'], relations: downwards, mine: false },
  { action: 'reset-password', roles: ['operator'], relations: downwards },
  { action: 'manage-tokens', roles: everyone, relations: downwards, mine: true },
  { action: 'manage-tokens', roles: ['operator'], relations: downwards },
  { action: 'grant-role', roles: ['administrator'], relations: downwards, mine: false },
  { action: 'revoke-role', roles: ['administrator'], relations: downwards, mine: false },
  { action: 'grant-role', roles: ['operator'], relations: downwards },
  { action: 'revoke-role', roles: ['operator'], relations: downwards },
  { action: 'add-jurisdiction', roles: ['administrator', 'operator'], relations: downwards },

  { action: 'read-audit', roles: ['auditor', 'operator'], relations: downwards },
];

/** What a reviewer decides, and nobody who wrote any of it. */
function reviewed(action: Action, states: readonly SubjectState[]): readonly Right[] {
  return [{ action, roles: ['reviewer'], relations: ['own'], states, mine: false }];
}
