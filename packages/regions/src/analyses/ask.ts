import type { Claim } from '../claim.ts';
import { readingsOf } from '../claim.ts';
import type { Witness, WitnessOptions } from '../find-witness.ts';
import { findWitness } from '../find-witness.ts';
import type { Proofs } from '../proofs.ts';
import { createProofs } from '../proofs.ts';
import type { GaveUp, Limits } from '../search.ts';
import type { RegionSession } from '../session.ts';
import { openSession } from '../session.ts';
import { withFewerMembers } from './fewer-members.ts';
import type { Frame } from './frame.ts';

/** A case that the interpreter settled, and what it gave for the readings of the claim. */
export type Person = Pick<Witness, 'facts' | 'state' | 'outcomes'>;

export type Answer =
  | { readonly kind: 'never' }
  | { readonly kind: 'found'; readonly person: Person }
  | { readonly kind: 'undecided'; readonly reasons: readonly Reason[] };

/** Why nothing was decided; `contradicted`: the interpreter refutes what was found, a defect of ours. */
export type Reason = GaveUp | 'contradicted';

/** Answers by meaning of the question: nothing is worked out twice, whichever document or version asks. */
export interface Memory {
  readonly answers: Map<string, Answer>;
  proofs: Proofs;
}

/** What is forgotten is asked again: a session that lasts days does not grow. */
const mostAnswers = 4000;

export function createMemory(): Memory {
  return { answers: new Map(), proofs: createProofs() };
}

/** The effort that one question of the checker is worth: counts, so that findings repeat. */
export const checkingLimits: Limits = { splits: 40, pivots: 2000 };

export function ask(frame: Frame, memory: Memory, claim: Claim): Answer {
  const key = frame.meanings.of(claim);
  const known = memory.answers.get(key);
  if (known) return known;
  const answer = answerOf(frame, claim, { limits: checkingLimits });
  if (memory.answers.size >= mostAnswers) memory.answers.clear();
  memory.answers.set(key, answer);
  return answer;
}

/** The session of the frame; one of their own for the programs of a comparison. */
function sessionFor({ session, program }: Frame, claim: Claim): RegionSession {
  const programs = new Set(readingsOf(claim).map(({ side }) => side.program));
  const isOwn = [...programs].every((each) => each === program);
  return isOwn ? session : openSession(...programs);
}

function answerOf(frame: Frame, claim: Claim, options: WitnessOptions): Answer {
  const found = findWitness(sessionFor(frame, claim), claim, options);
  switch (found.kind) {
    case 'never':
      return found;
    case 'found': {
      const { facts, state, outcomes } = found.witness;
      return { kind: 'found', person: withFewerMembers({ facts, state, outcomes }, claim) };
    }
    case 'undecided':
      return { kind: 'undecided', reasons: found.reasons };
    case 'contradicted':
      return { kind: 'undecided', reasons: ['contradicted'] };
  }
}
