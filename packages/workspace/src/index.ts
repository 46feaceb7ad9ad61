export { allMessages } from './all-messages.ts';
export type { FindingCounts } from './check-policies.ts';
export { checkPolicies, countFindings } from './check-policies.ts';
export type { ClauseCoverage } from './clause-coverage.ts';
export { clauseCoverage } from './clause-coverage.ts';
export type { CompiledFile, CompileRequest, CompileTarget } from './compile-document.ts';
export { compileDocument, compileTargets } from './compile-document.ts';
export type { Comparison } from './examples/compare-expectations.ts';
export type { CodeExplanation, ExplainedCode } from './explain-code.ts';
export { explainCode, findingCodes } from './explain-code.ts';
export type { FormatResult } from './format-policies.ts';
export { formatPolicies } from './format-policies.ts';
export type { JsonNode } from './json/json-node.ts';
export { readJson } from './json/read-json.ts';
export { buildLadder } from './ladder/build-ladder.ts';
export type { ClaimLadder, LadderLine, LayerLadder, PayerShare } from './ladder/ladder.ts';
export type { StateLine } from './ladder/state-lines.ts';
export { stateLines } from './ladder/state-lines.ts';
export type { DocumentVersions, Version } from './list-versions.ts';
export { listVersions } from './list-versions.ts';
export { report } from './messages.ts';
export type { Policies } from './open-policies.ts';
export { decodeText, linkPolicies, openPolicies } from './open-policies.ts';
export type { DocumentReference } from './resolve-reference.ts';
export { resolveReference } from './resolve-reference.ts';
export type { ExampleResult, ExampleRun } from './run-examples.ts';
export { runExamples } from './run-examples.ts';
export type {
  CaseResult,
  ClaimResult,
  MissingField,
  ResultValue,
  TraceLine,
} from './settle/case-result.ts';
export type { CaseSettler, SettledCase, SettleOptions, SettleTarget } from './settle-case.ts';
export { openSettler, settleCase } from './settle-case.ts';
export type { SourceFolder } from './source-folder.ts';
