import type { ResultValue, VoidedClaims } from './case-result.ts';
import { encodeClaimOutputs } from './encode-outputs.ts';
import type { SettledClaim } from './settle-claims.ts';

/**
 * What voiding changed, claim by claim and result by result.
 *
 * @param first  all claims as they were settled, the voided ones among them
 * @param again  the others, settled as if the voided ones had never been
 */
export function voidedClaims(
  first: readonly SettledClaim[],
  again: readonly SettledClaim[],
): VoidedClaims {
  const kept = new Map(again.map((claim) => [claim.id, claim]));
  return {
    claims: first.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
    changes: first.flatMap((claim) => {
      const now = kept.get(claim.id);
      return now ? changesOf(claim, now) : [];
    }),
  };
}

function changesOf(first: SettledClaim, again: SettledClaim): VoidedClaims['changes'] {
  const results = encodeClaimOutputs(again);
  return Object.entries(encodeClaimOutputs(first)).flatMap(([name, before]) => {
    const after = results[name];
    if (!after || isSame(before, after)) return [];
    return [{ claim: first.id, name, before, after }];
  });
}

function isSame(left: ResultValue, right: ResultValue): boolean {
  return left.status === right.status && JSON.stringify(left.value) === JSON.stringify(right.value);
}
