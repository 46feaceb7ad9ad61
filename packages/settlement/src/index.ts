export type {
  AccumulatedValue,
  Case,
  CaseClaim,
  CaseRecord,
  Place,
  Spell,
} from './case/case-record.ts';
export { decodeCase } from './case/decode-case.ts';
export { claimFacts, personOf, subjectsOf } from './case/household.ts';
export { refusedFacts } from './case/refused-facts.ts';
export type { Vocabulary } from './case/vocabulary.ts';
export { keysOf, ofKind, vocabularyOf } from './case/vocabulary.ts';
export { caseMessages } from './case-messages.ts';
export type { DocumentNames } from './clause-text.ts';
export { clauseText, documentNames, pathText } from './clause-text.ts';
export type { Comparison } from './examples/compare-expectations.ts';
export { exampleClaims } from './examples/example-facts.ts';
export type {
  DocumentExamples,
  ExampleOptions,
  ExampleResult,
} from './examples/run-document-examples.ts';
export { runDocumentExamples } from './examples/run-document-examples.ts';
export type { JsonMember, JsonNode, JsonObject } from './json/json-node.ts';
export { readJson } from './json/read-json.ts';
export { buildLadder } from './ladder/build-ladder.ts';
export type {
  CitedClause,
  ClaimLadder,
  LadderLine,
  LayerLadder,
  PayerShare,
} from './ladder/ladder.ts';
export { withSlotProbes } from './ladder/slot-probes.ts';
export type { Source, ValueInForce } from './ladder/slot-sources.ts';
export { valuesInForce } from './ladder/slot-sources.ts';
export type { StateLine } from './ladder/state-lines.ts';
export { stateLines } from './ladder/state-lines.ts';
export { nearName } from './near-name.ts';
export type {
  CaseResult,
  ClaimResult,
  ResultValue,
  TraceLine,
  VoidedClaims,
} from './settle/case-result.ts';
export { compiledVersions } from './settle/compiled-versions.ts';
export type { EncodedCase } from './settle/encode-case.ts';
export { encodeCase, encodeClaims } from './settle/encode-case.ts';
export type { PrintedResult } from './settle/encode-outputs.ts';
export {
  addOutcomes,
  encodeClaimOutputs,
  encodeTotals,
  printedResults,
} from './settle/encode-outputs.ts';
export { encodeRecords } from './settle/encode-records.ts';
export { encodeState } from './settle/encode-state.ts';
export { encodeTrace } from './settle/encode-trace.ts';
export type { JsonValue, ValueKind } from './settle/encode-value.ts';
export { encodeValue, kindOf } from './settle/encode-value.ts';
export { initialState } from './settle/initial-state.ts';
export { inventedIn, inventedValues } from './settle/invented-values.ts';
export type { MissingInput } from './settle/missing-inputs.ts';
export { missingInputs } from './settle/missing-inputs.ts';
export type { CompiledVersion, ProgramSource } from './settle/program-source.ts';
export { createProgramSource, programFor } from './settle/program-source.ts';
export { readableInputs, relevantInputs } from './settle/relevant-inputs.ts';
export type { ClaimFacts, SettledClaim, Settlement } from './settle/settle-claims.ts';
export { settleClaims } from './settle/settle-claims.ts';
export { voidedClaims } from './settle/voided-claims.ts';
