import { proposalStates } from '../proposals/proposal-state.ts';
import { rights } from './rights.ts';

/** What a person may be in a jurisdiction; `operator` is whoever runs the program on the data itself. */
export const roles = [
  'drafter',
  'proposer',
  'reviewer',
  'publisher',
  'analyst',
  'auditor',
  'administrator',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** What is done, named with what it is done to. */
export const actions = [
  'read-published',
  'add-document',
  'publish-version',
  'repeal-document',
  'read-draft',
  'create-draft',
  'save-draft',
  'close-draft',
  'propose-draft',
  'read-proposal',
  'examine-proposal',
  'withdraw-proposal',
  'check-proposal',
  'comment-proposal',
  'begin-review',
  'assign-review',
  'send-back-proposal',
  'accept-undecided',
  'confirm-grade',
  'approve-proposal',
  'publish-proposal',
  'read-job',
  'cancel-job',
  'read-dataset',
  'register-dataset',
  'delete-dataset',
  'run-simulation',
  'read-run',
  'read-case',
  'keep-case',
  'delete-case',
  'read-users',
  'add-user',
  'disable-user',
  'reset-password',
  'manage-tokens',
  'grant-role',
  'revoke-role',
  'add-jurisdiction',
  'read-audit',
] as const;
export type Action = (typeof actions)[number];

/** Where the place of a role stands to the place of what is acted on. */
export const relations = ['own', 'above', 'below', 'apart'] as const;
export type Relation = (typeof relations)[number];

/** What drafts are, and then proposals; of everything else the state is `none`. */
export const states = ['none', 'open', 'closed', ...proposalStates] as const;
export type SubjectState = (typeof states)[number];

/** One cell of the table. */
export interface Cell {
  readonly role: Role;
  readonly action: Action;
  readonly state: SubjectState;
  readonly relation: Relation;
  /** Whether it is the person's own: a draft that they began, a proposal that they wrote on, or a role of theirs. */
  readonly mine: boolean;
}

/** The account of whoever runs the program on the data itself; nobody can sign in with it. */
export const operatorId = '00000000-0000-4000-8000-000000000000';

/** Who acts: a person with the roles that they have now. */
export interface Actor {
  readonly id: string;
  readonly grants: readonly { readonly role: Role; readonly path: string }[];
}

/** What is acted on: where it belongs, what state it is in, whose it is. */
export interface Subject {
  /** The path of its jurisdiction: ids from the nation down, each followed by a slash. */
  readonly path: string;
  readonly state?: SubjectState;
  /** Who began the draft; whom a role is given to. */
  readonly owner?: string;
  /** Whoever had a hand in what is proposed. */
  readonly authors?: readonly string[];
}

/** Whether some role of a person lets them do it. Nothing else in the program decides that. */
export function permits(actor: Actor, action: Action, subject: Subject): boolean {
  const { state = 'none', owner, authors = [] } = subject;
  const mine = owner === actor.id || authors.includes(actor.id);
  return actor.grants.some(({ role, path }) =>
    permitsCell({ role, action, state, relation: relationOf(path, subject.path), mine }),
  );
}

export function permitsCell({ role, action, state, relation, mine }: Cell): boolean {
  return rights.some(
    (right) =>
      right.action === action &&
      right.roles.includes(role) &&
      right.relations.includes(relation) &&
      (right.states ?? states).includes(state) &&
      (right.mine === undefined || right.mine === mine),
  );
}

function relationOf(place: string, subject: string): Relation {
  if (place === subject) return 'own';
  if (subject.startsWith(place)) return 'above';
  return place.startsWith(subject) ? 'below' : 'apart';
}
