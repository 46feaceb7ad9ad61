export type { AnalysableDocument } from './analyses/analyse-document.ts';
export { analyseDocument, analyseGaps, analyseTogether } from './analyses/analyse-document.ts';
export type { Memory } from './analyses/ask.ts';
export { createMemory } from './analyses/ask.ts';
export { joinGaps } from './analyses/join-gaps.ts';
export { printCase, printGiven } from './analyses/print-person.ts';
export type { Amount, BoundsAnswer, End } from './bounds-of.ts';
export { boundsOf } from './bounds-of.ts';
export type { CellFacts, FactValue, HeldMembers } from './cell-facts.ts';
export { heldParts, isOneOf } from './cell-facts.ts';
export type { Claim, FactChange, FixedFacts, Reading, Side } from './claim.ts';
export { readingsOf } from './claim.ts';
export type { CellCounts, ComparedCell } from './compare-in-cells.ts';
export { compareInCells, noWork } from './compare-in-cells.ts';
export type { ComparedReading, CompareOptions, Comparison } from './compare-readings.ts';
export { compareReadings } from './compare-readings.ts';
export type { Witness, WitnessAnswer, WitnessOptions } from './find-witness.ts';
export { findWitness } from './find-witness.ts';
export { holdsOn, provedLayerState } from './layer-invariants.ts';
export type { MissingCause } from './lowered.ts';
export { regionMessages } from './messages.ts';
export type { InductionAnswer, InductionGap } from './prove-inductive.ts';
export { proveInductive } from './prove-inductive.ts';
export type { ReadSet } from './read-set.ts';
export { readSetOf } from './read-set.ts';
export { termsOfRow } from './row.ts';
export type { GaveUp, Limits } from './search.ts';
export { usualLimits } from './search.ts';
export type { RegionSession, SessionOptions } from './session.ts';
export { analysisOf, openSession, openSessionWith, referenceOf, sideOf } from './session.ts';
export {
  assertHigh,
  assertLow,
  columnValue,
  giveBack,
  isFeasible,
  maximise,
  minimise,
} from './simplex.ts';
export type { Line, Stretch } from './slices/line.ts';
export type { OpenSlice } from './slices/open-slice.ts';
export { firstBent, openSlice, piecesOf } from './slices/open-slice.ts';
export type { SlicedAmount, SlicedPiece } from './slices/slice-amounts.ts';
export type { Tableau } from './tableau.ts';
export { addColumn, addRow, columnOf, createTableau } from './tableau.ts';
