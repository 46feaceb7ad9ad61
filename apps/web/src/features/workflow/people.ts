import type { Person } from './answers.ts';

/** Whoever works on texts. */
export const workingRoles: readonly string[] = ['drafter', 'proposer', 'reviewer', 'publisher'];

/** Whether a person has one of the roles, in one place or anywhere. What they may do is decided by the server alone. */
export function hasRole(
  person: Person | undefined,
  roles: readonly string[],
  jurisdictionId?: string,
): boolean {
  return (person?.grants ?? []).some(
    (grant) =>
      roles.includes(grant.role) &&
      (jurisdictionId === undefined || grant.jurisdictionId === jurisdictionId),
  );
}
