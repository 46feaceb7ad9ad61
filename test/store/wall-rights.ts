import type { Action } from '@tiaoli/workspace';
import { rights } from '@tiaoli/workspace/testing';

/** What the policies of rows ask about; the rest is decided by the program alone. */
export const wallActions: readonly Action[] = [
  'publish-version',
  'repeal-document',
  'read-draft',
  'create-draft',
  'save-draft',
  'close-draft',
  'propose-draft',
  'read-proposal',
  'examine-proposal',
  'check-proposal',
  'comment-proposal',
  'accept-undecided',
  'confirm-grade',
  'approve-proposal',
  'publish-proposal',
  'manage-tokens',
  'read-audit',
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
];

/** The rows of the function `wall_rights` as SQL, for a migration that is to follow the table of rights. */
export function wallRightsAsSql(): string {
  const array = (words: readonly string[]) => `'{${words.join(',')}}'`;
  return rights
    .filter(({ action }) => wallActions.includes(action))
    .map(({ action, roles, relations, states, mine }) => {
      const state = states === undefined ? 'NULL' : array(states);
      const own = mine === undefined ? 'NULL' : String(mine).toUpperCase();
      return `    ('${action}', ${array(roles)}, ${array(relations)}, ${state}, ${own})`;
    })
    .join(',\n');
}
