/** What was proved of forms, whichever pool they are of: two versions of a policy share most of their steps. */
export interface Proofs {
  /** Numbers of meanings: two terms have the same one only where they are the same function of the same facts. */
  readonly meanings: Map<string, number>;
  /** Whether a form was proved to be never below zero. */
  readonly neverNegative: Map<string, boolean>;
  /** Meanings of conditions that no case fulfils. */
  readonly impossible: Set<number>;
}

export function createProofs(): Proofs {
  return { meanings: new Map(), neverNegative: new Map(), impossible: new Set() };
}

/** More than this is forgotten, so that a session that lasts days does not grow. */
const mostMeanings = 200_000;

/** The same proofs, or none where they became too many: numbers of meanings are never given twice. */
export function proofsToKeep(proofs: Proofs): Proofs {
  return proofs.meanings.size < mostMeanings ? proofs : createProofs();
}
