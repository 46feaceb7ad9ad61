import type { PolicyModel } from '../reference/model.ts';
import { undetermined } from '../reference/model.ts';
import type { ReferenceResult } from '../reference/settle-claim.ts';
import { settleClaim } from '../reference/settle-claim.ts';
import type { ReferenceState } from '../reference/state.ts';
import type { GeneratedClaim, Person } from './claims.ts';
import { drawClaim, drawDays, drawPerson } from './claims.ts';
import { createDraw } from './draw.ts';
import type { GeneratedPolicy } from './policies.ts';

/** A year or two of one person, with what the reference makes of each claim. */
export interface GeneratedSequence {
  readonly person: Person;
  readonly claims: readonly SettledByReference[];
}

export interface SettledByReference {
  readonly claim: GeneratedClaim;
  /** Undefined where the reference gives no value: a fact is missing, two cases conflict; and on every later claim. */
  readonly expected?: ReferenceResult;
}

/** Claims drawn while they are settled, so that costs can meet what is left of a limit. */
export function generateSequence({
  model,
  breakpoints,
  seed,
  drawItem,
  drawRecords,
}: GeneratedPolicy): GeneratedSequence {
  const draw = createDraw(seed * 7 + 1);
  const person = drawPerson(draw);
  const days = drawDays(
    draw,
    model.stocks.some(({ by }) => by.includes('成员')),
  );
  const claims: SettledByReference[] = [];
  let state: ReferenceState | undefined = new Map();
  for (const [index, day] of days.entries()) {
    const claim = drawClaim(draw, person, {
      day,
      last: index === days.length - 1,
      breakpoints,
      drawItem,
      drawRecords,
      accumulated: [...(state ?? [])].flatMap(([, kept]) =>
        [...kept.values()].map(({ value }) => value),
      ),
    });
    const expected: ReferenceResult | undefined =
      state && !claim.incomplete ? settleIfDetermined(model, state, claim) : undefined;
    state = expected?.state;
    claims.push({ claim, ...(expected && { expected }) });
  }
  return { person, claims };
}

function settleIfDetermined(
  model: PolicyModel,
  state: ReferenceState,
  claim: GeneratedClaim,
): ReferenceResult | undefined {
  try {
    return settleClaim(model, state, claim);
  } catch (problem) {
    if (problem === undetermined) return undefined;
    throw problem;
  }
}
