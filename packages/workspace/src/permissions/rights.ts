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

  {
    action: 'read-draft',
    roles: ['drafter', 'proposer', 'reviewer', 'publisher'],
    relations: ['own'],
  },
  { action: 'create-draft', roles: ['drafter', 'proposer'], relations: ['own'] },
  { action: 'save-draft', roles: ['drafter'], relations: ['own'], states: ['open'] },
  { action: 'save-draft', roles: ['proposer'], relations: ['own'], states: ['open'], mine: true },
  { action: 'close-draft', roles: ['drafter'], relations: ['own'], states: ['open'] },
  { action: 'close-draft', roles: ['proposer'], relations: ['own'], states: ['open'], mine: true },

  { action: 'read-users', roles: ['administrator', 'auditor', 'operator'], relations: downwards },
  { action: 'add-user', roles: ['administrator', 'operator'], relations: downwards },
  { action: 'grant-role', roles: ['administrator'], relations: downwards, mine: false },
  { action: 'revoke-role', roles: ['administrator'], relations: downwards, mine: false },
  { action: 'grant-role', roles: ['operator'], relations: downwards },
  { action: 'revoke-role', roles: ['operator'], relations: downwards },
  { action: 'add-jurisdiction', roles: ['administrator', 'operator'], relations: downwards },

  { action: 'read-audit', roles: ['auditor', 'operator'], relations: downwards },
];
