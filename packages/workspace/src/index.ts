export type {
  CaseResult,
  CitedClause,
  ClaimLadder,
  Comparison,
  ExampleResult,
  JsonNode,
  LadderLine,
  LayerLadder,
  PayerShare,
  ResultValue,
  StateLine,
  TraceLine,
} from '@tiaoli/settlement';
export { buildLadder, readJson, stateLines } from '@tiaoli/settlement';
export { accountAddress } from './accounts/account-address.ts';
export type {
  AccountDeed,
  AccountRecords,
  FirstAdministrator,
  IssuedLink,
  LinkHash,
  OpenSession,
  SignInKey,
  SignInPerson,
} from './accounts/account-records.ts';
export type {
  Accounts,
  DemoAccounts,
  DemoAttempt,
  PasswordChange,
  PasswordResult,
  SetUp,
  SignedIn,
  SignInAttempt,
  SignInResult,
  TriedTooOften,
} from './accounts/accounts.ts';
export { isLogin } from './accounts/is-login.ts';
export type { NewLink } from './accounts/one-time-link.ts';
export { linkAddress, linkTokenHash, newLink } from './accounts/one-time-link.ts';
export type {
  BackFromOutside,
  BegunOutside,
  FinishedOutside,
  OutsideAccount,
  OutsideSignIn,
} from './accounts/outside-sign-in.ts';
export { outsideAccount } from './accounts/outside-sign-in.ts';
export type { PasswordProblem } from './accounts/password-problem.ts';
export { LEAST_PASSWORD, MOST_PASSWORD, passwordProblem } from './accounts/password-problem.ts';
export type {
  BegunFactor,
  CodeAttempt,
  CodeRequest,
  FactorRequest,
  RemovedFactor,
  SecondFactors,
} from './accounts/second-factor.ts';
export type { FailedTries } from './accounts/sign-in-wait.ts';
export { FORGOTTEN_MILLIS, waitAfter } from './accounts/sign-in-wait.ts';
export type { AddedExample, ExampleRequest } from './add-example/add-example.ts';
export { addExample } from './add-example/add-example.ts';
export type { AuditEnd, AuditEvent, AuditLink } from './audit/audit-chain.ts';
export { emptyChain, linkEvent, verifyChain } from './audit/audit-chain.ts';
export type { BoundDocument } from './bind-document.ts';
export { bindDocument } from './bind-document.ts';
export type { BoundScenario } from './bind-scenario.ts';
export { bindScenario } from './bind-scenario.ts';
export { calculableDocuments, isCalculable } from './calculator/calculable-documents.ts';
export type {
  CalculatorForm,
  DescribedCalculator,
  FormAccumulator,
  FormEntity,
  FormPlace,
} from './calculator/describe-calculator.ts';
export { describeCalculator } from './calculator/describe-calculator.ts';
export type { ExampleCase, ExampleJson } from './calculator/example-cases.ts';
export { exampleCases } from './calculator/example-cases.ts';
export type { FieldState } from './calculator/field-states.ts';
export type { FieldDefault, FormField, FormOption } from './calculator/form-field.ts';
export type {
  FormFinding,
  FormQuestion,
  FormRequest,
  LadderView,
  SettledForm,
} from './calculator/settle-form.ts';
export { settleForm } from './calculator/settle-form.ts';
export type {
  ChangedRow,
  ChangeKind,
  ComparedRows,
  RowComparison,
} from './catalogues/compare-rows.ts';
export { changeKinds, compareRows } from './catalogues/compare-rows.ts';
export type {
  CatalogueEntry,
  CatalogueOpening,
  CatalogueOrigin,
  OpenedCatalogue,
} from './catalogues/open-catalogue.ts';
export { listCatalogues, openCatalogue } from './catalogues/open-catalogue.ts';
export type { ShownRow } from './catalogues/row-cells.ts';
export type { RowIndexes } from './catalogues/row-index.ts';
export { createRowIndexes } from './catalogues/row-index.ts';
export { editionDays } from './catalogues/rows-on-day.ts';
export type { CatalogueSearch, EditionDifference } from './catalogues/search-catalogue.ts';
export { compareEditions, searchCatalogues } from './catalogues/search-catalogue.ts';
export type { FoundRow, FoundRows, RowSearch, RowVersion } from './catalogues/search-rows.ts';
export { rowHistory, searchRows } from './catalogues/search-rows.ts';
export type { Analyse, FindingCounts } from './check-policies.ts';
export {
  checkPolicies,
  checkPoliciesBeside,
  checkStatements,
  countFindings,
} from './check-policies.ts';
export type { ClauseCoverage, NotEncodedClause } from './clause-coverage.ts';
export { clauseCoverage } from './clause-coverage.ts';
export type {
  BehaviourComparison,
  BehaviourRequest,
  BoundSides,
  ComparedBehaviour,
} from './compare/compare-behaviours.ts';
export { bindSides, compareBehaviours, toldOf } from './compare/compare-behaviours.ts';
export type { CatalogueComparison } from './compare/compare-catalogues.ts';
export type {
  BasisDifference,
  VersionComparison,
} from './compare/compare-versions.ts';
export { compareVersions } from './compare/compare-versions.ts';
export type { Conformance, ConformanceComparison, ConformanceRow } from './compare/conformance.ts';
export { compareConformance } from './compare/conformance.ts';
export type { ConformanceState } from './compare/delegated-settings.ts';
export type { IdleEdit, WordEdit } from './compare/find-edits.ts';
export { comparedDays, openCompared, openSlices } from './compare/open-compared.ts';
export { intentSource, readIntent } from './compare/read-intent.ts';
export type { ComparedSide, NamedSide } from './compare/version-side.ts';
export type { ComparisonInput } from './comparisons/ask-for-comparison.ts';
export { askForComparison } from './comparisons/ask-for-comparison.ts';
export type { CompiledFile, CompileTarget } from './compile-document.ts';
export { compileDocument, compileTargets } from './compile-document.ts';
export type { DemoPerson } from './demo/demo-people.ts';
export { demoPeople } from './demo/demo-people.ts';
export type { DemoRequest, MadeDemo } from './demo/make-demo.ts';
export { makeDemo } from './demo/make-demo.ts';
export type { DemoState } from './demo/state-of-demo.ts';
export { stateOfDemo } from './demo/state-of-demo.ts';
export type { SourcePiece } from './drafts/clause-pieces.ts';
export { clausePieces } from './drafts/clause-pieces.ts';
export type { DelegatedValue } from './drafts/delegated-values.ts';
export type { DraftCompany, TextInForce } from './drafts/find-company.ts';
export { findDraftCompany } from './drafts/find-company.ts';
export { createValueFinder } from './drafts/find-values.ts';
export type { DraftConflict, DraftSave, SavedDraft } from './drafts/save-draft.ts';
export { saveDraft } from './drafts/save-draft.ts';
export type { ExportRequest } from './exchange/export-policies.ts';
export { exportPolicies } from './exchange/export-policies.ts';
export type { ImportedPolicies, ImportRequest } from './exchange/import-policies.ts';
export { importPolicies } from './exchange/import-policies.ts';
export type { WrittenExport } from './exchange/write-exported.ts';
export { writeExported } from './exchange/write-exported.ts';
export type { MoreMessages } from './explain-code.ts';
export { explainCode, findingCodes } from './explain-code.ts';
export { findWatchlists } from './find-watchlists.ts';
export { listPolicyFiles } from './folder/list-policy-files.ts';
export type { PolicyFolder } from './folder/open-policy-folder.ts';
export { openPolicyFolder } from './folder/open-policy-folder.ts';
export { writeAtomically } from './folder/write-atomically.ts';
export { formatPolicies } from './format-policies.ts';
export { approveProposal } from './gate/approve-proposal.ts';
export { askForCheck } from './gate/ask-for-check.ts';
export type { CheckedProposal } from './gate/check-proposal.ts';
export { checkProposal, keepExamined, reportOf } from './gate/check-proposal.ts';
export type { Examined, GateStep } from './gate/examine-proposed.ts';
export { examineProposed } from './gate/examine-proposed.ts';
export type {
  GateImpact,
  ImpactChange,
  ImpactFigure,
  ImpactGap,
  ImpactLayer,
  ImpactPopulation,
  ImpactQuestion,
  ImpactSide,
  ImpactSided,
  MeasuredImpact,
  MeasureImpact,
} from './gate/gate-impact.ts';
export type {
  Answerable,
  GateBlock,
  GateComparison,
  GateConformance,
  GateDay,
  GateFinding,
  GateReport,
} from './gate/gate-report.ts';
export { approvalBlocks, publicationBlocks } from './gate/gate-report.ts';
export { notMeasured, refusedText } from './gate/measure-proposed.ts';
export { publishProposal } from './gate/publish-proposal.ts';
export type { ProposalGate } from './gate/read-gate.ts';
export { readGate } from './gate/read-gate.ts';
export type { ReadProposal } from './gate/read-proposal.ts';
export { readProposal } from './gate/read-proposal.ts';
export type {
  DocumentEntry,
  DocumentTree,
  DocumentVersion,
  PlaceNode,
} from './list-documents.ts';
export { listDocuments } from './list-documents.ts';
export type { DocumentVersions, Version } from './list-versions.ts';
export { listVersions } from './list-versions.ts';
export { report } from './messages.ts';
export type { FoundThing, FoundThings, NamedItem } from './named/find-named.ts';
export { findItems, findNamed } from './named/find-named.ts';
export type { LivePolicies } from './open-live-policies.ts';
export { openLivePolicies } from './open-live-policies.ts';
export type { Policies } from './open-policies.ts';
export { decodeText, linkPolicies, openPolicies } from './open-policies.ts';
export type { CaseSettler } from './open-settler.ts';
export { openSettler } from './open-settler.ts';
export type { Opinion, OpinionOutcome } from './papers/opinion.ts';
export type { ProposalPapers } from './papers/proposal-papers.ts';
export { readProposalPapers } from './papers/proposal-papers.ts';
export { deedOf } from './permissions/deeds.ts';
export type { Action, Actor, Role, Subject } from './permissions/permits.ts';
export { operatorId, permits, roles } from './permissions/permits.ts';
export { roleName } from './permissions/role-names.ts';
export { proposalStateName } from './proposal-messages.ts';
export type { SuggestionChoice } from './proposals/apply-suggestion.ts';
export { applySuggestion } from './proposals/apply-suggestion.ts';
export type { InboxEntry, InboxTask } from './proposals/list-inbox.ts';
export { listInbox } from './proposals/list-inbox.ts';
export type { ProposalState, ProposalStep } from './proposals/proposal-state.ts';
export { proposalStates, stateAfter } from './proposals/proposal-state.ts';
export type { ProposeRequest } from './proposals/propose-draft.ts';
export { proposeDraft } from './proposals/propose-draft.ts';
export type { Proposed } from './proposals/read-proposed.ts';
export { notFound } from './proposals/read-proposed.ts';
export type { MovedBase, Rebase } from './proposals/rebase-draft.ts';
export { findMovedBase, rebaseDraft } from './proposals/rebase-draft.ts';
export { roundHash } from './proposals/round-hash.ts';
export { engineVersion } from './publication/engine-version.ts';
export type { PublishRequest } from './publication/publish-version.ts';
export { publishVersion } from './publication/publish-version.ts';
export { repealDocument } from './publication/repeal-document.ts';
export { rollBack } from './publication/roll-back.ts';
export type { VersionInForce } from './publication/version-in-force.ts';
export { versionInForce } from './publication/version-in-force.ts';
export type { CalculationRequest } from './published/calculate-version.ts';
export { calculateVersion, daysNamedIn } from './published/calculate-version.ts';
export type { OpenedVersion, VersionOpener } from './published/open-version.ts';
export { createVersionOpener } from './published/open-version.ts';
export { unifyPublished } from './published/unify-published.ts';
export type { ParameterInForce } from './published/version-parameters.ts';
export { versionParameters } from './published/version-parameters.ts';
export { versionVariables } from './published/version-variables.ts';
export type { StoredSource } from './read-source.ts';
export { readSource } from './read-source.ts';
export type { BrokenRecord } from './records/broken-record.ts';
export type {
  ComparedResult,
  ComparedText,
  ComparisonFile,
  ComparisonRecords,
  ComparisonSummary,
  KeptComparison,
} from './records/comparison-records.ts';
export { comparisonFiles } from './records/comparison-records.ts';
export type {
  ClaimedJob,
  Job,
  JobEnd,
  JobKind,
  JobProgress,
  JobQueue,
  JobRecords,
  JobState,
  NewJob,
} from './records/job-records.ts';
export { jobKinds, jobStates, mostJobsListed, mostJobsUnderWay } from './records/job-records.ts';
export type { Outcome } from './records/outcome.ts';
export type {
  AuditRecords,
  DocumentRecords,
  DraftRecords,
  History,
  Isolation,
  JurisdictionRecords,
  PolicyStore,
  Publication,
  Records,
  TokenRecords,
  UserRecords,
  VersionRecords,
} from './records/policy-store.ts';
export type {
  GateRecords,
  NewAcceptance,
  NewCheck,
  NewRound,
  ProposalRecords,
  Reviewer,
} from './records/proposal-records.ts';
export type {
  Acceptance,
  Approval,
  GateCheck,
  Proposal,
  ProposalKind,
  ProposalRound,
} from './records/proposals.ts';
export type {
  ApiToken,
  Draft,
  DraftRevision,
  Jurisdiction,
  PolicyDocument,
  Repeal,
  RoleGrant,
  StoredLink,
  StoredVersion,
  User,
  VersionContent,
} from './records/records.ts';
export type {
  NewThread,
  ReviewComment,
  ReviewRecords,
  ReviewThread,
  Suggestion,
} from './records/review-records.ts';
export type {
  CaseRecords,
  Dataset,
  DatasetRecords,
  NewDataset,
  Run,
  RunRecords,
  StoredCase,
} from './records/simulation-records.ts';
export { mostCaseDays, mostCaseText } from './records/simulation-records.ts';
export { MOST_NAME, MOST_PROSE, textProblem } from './records/text-problem.ts';
export { resolveReference } from './resolve-reference.ts';
export type { ExampleRun } from './run-examples.ts';
export { runExamples } from './run-examples.ts';
export type { SaveRequest, SaveResult } from './save-source.ts';
export { saveSource } from './save-source.ts';
export { listServices, placesWithServices } from './services/list-services.ts';
export type { ServiceDueDate, ServiceDueDates } from './services/service-due-dates.ts';
export { serviceDueDates } from './services/service-due-dates.ts';
export type {
  ComparedService,
  DocumentServices,
  FieldChange,
  MetricResult,
  OnlineShare,
  ServiceFieldName,
  ServiceState,
  ServicesList,
  ServicesRequest,
  ServiceTotal,
  ServiceValue,
} from './services/services-list.ts';
export type { SettledCase } from './settle-case.ts';
export { settleCase } from './settle-case.ts';
export type { Pair } from './sides/stored-pair.ts';
export { fixPair, readPair } from './sides/stored-pair.ts';
export type { FixedText, NamedText, StoredSide } from './sides/stored-side.ts';
export { fixText, openStoredSide, readStoredSide } from './sides/stored-side.ts';
export type { DatasetInput, DatasetSource } from './simulations/ask-for-dataset.ts';
export { askForDataset } from './simulations/ask-for-dataset.ts';
export type { SimulationInput } from './simulations/ask-for-simulation.ts';
export { askForSimulation } from './simulations/ask-for-simulation.ts';
export type { SourceFolder } from './source-folder.ts';
export { today } from './today.ts';
export type { NewToken } from './tokens/new-token.ts';
export { MOST_TOKEN_DAYS, newToken, tokenHash } from './tokens/new-token.ts';
export { citedText } from './unify/cited-text.ts';
export type { CellState } from './unify/classify-cells.ts';
export { clauseJson, unificationJson, valueJson } from './unify/unification-json.ts';
export type {
  CitedText,
  CityColumn,
  MatrixCell,
  MatrixPoint,
  MatrixValue,
  ParameterRow,
  UnificationMatrix,
} from './unify/unification-matrix.ts';
export { provincesWithDocuments, unifyProvince } from './unify/unify-province.ts';
export type { DocumentOnDay } from './versions/documents-on-day.ts';
export { documentsOnDay } from './versions/documents-on-day.ts';
export { inForce } from './versions/in-force.ts';
export { hashOfBytes, versionHash } from './versions/version-hash.ts';
