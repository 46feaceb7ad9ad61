import type { Role } from '../account/answers.ts';

/** In the order in which a policy goes through their hands. */
export const givenRoles: readonly Role[] = [
  ...(['drafter', 'proposer', 'reviewer', 'publisher'] as const),
  ...(['analyst', 'auditor', 'administrator'] as const),
];
