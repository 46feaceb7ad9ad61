export type { Claim, FactChange, Reading, Side } from './claim.ts';
export { readingsOf } from './claim.ts';
export type { Witness, WitnessAnswer, WitnessOptions } from './find-witness.ts';
export { findWitness } from './find-witness.ts';
export type { MissingCause } from './lowered.ts';
export type { GaveUp, Limits } from './search.ts';
export { usualLimits } from './search.ts';
export type { RegionSession } from './session.ts';
export { openSession, sideOf } from './session.ts';
