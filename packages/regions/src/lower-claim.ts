import { isValued } from './choose-lowered.ts';
import type { Claim, Reading } from './claim.ts';
import { and, isAtLeastZero, negate, never, or } from './conditions.ts';
import { constantForm, subtractForms } from './linear-form.ts';
import { isSame } from './lower-condition.ts';
import type { Lowered } from './lowered.ts';
import { isMissing, truthOf } from './lowered.ts';
import type { Condition } from './pool.ts';
import type { RegionSession } from './session.ts';
import { lowerOn } from './session.ts';

/** The condition under which a claim is true. */
export function lowerClaim(session: RegionSession, claim: Claim): Condition {
  const { pool } = session;
  const visit = ({ side, value }: Reading): Lowered => lowerOn(session, side, value);
  switch (claim.kind) {
    case 'holds': {
      const lowered = visit(claim.of);
      return and(pool, [isValued(pool, lowered), truthOf(pool, lowered)]);
    }
    case 'missing': {
      const lowered = visit(claim.of);
      const { cause } = claim;
      return cause ? (lowered.missing[cause] ?? never(pool)) : isMissing(pool, lowered);
    }
    case 'absent':
      return isAbsent(session, visit(claim.of));
    case 'valued':
      return isValued(pool, visit(claim.of));
    case 'exceeds': {
      const [left, right] = [visit(claim.left), visit(claim.right)];
      if (left.kind !== 'number' || right.kind !== 'number') return never(pool);
      const by = constantForm({ numerator: claim.by, denominator: 1n });
      const difference = subtractForms(subtractForms(left.value, right.value), by);
      const valued = [isValued(pool, left), isValued(pool, right)];
      return and(pool, [...valued, isAtLeastZero(pool, difference)]);
    }
    case 'same':
      return isSameStatusAndValue(session, visit(claim.left), visit(claim.right));
    case 'all':
    case 'any': {
      const parts = claim.parts.map((part) => lowerClaim(session, part));
      return claim.kind === 'all' ? and(pool, parts) : or(pool, parts);
    }
    case 'not':
      return negate(pool, lowerClaim(session, claim.part));
  }
}

function isAbsent({ pool }: RegionSession, lowered: Lowered): Condition {
  return and(pool, [lowered.absent, negate(pool, isMissing(pool, lowered))]);
}

function isSameStatusAndValue(session: RegionSession, left: Lowered, right: Lowered): Condition {
  const { pool } = session;
  const both = (test: (lowered: Lowered) => Condition): Condition =>
    and(pool, [test(left), test(right)]);
  return or(pool, [
    both((lowered) => isMissing(pool, lowered)),
    both((lowered) => isAbsent(session, lowered)),
    and(pool, [both((lowered) => isValued(pool, lowered)), isSame(pool, left, right)]),
  ]);
}
