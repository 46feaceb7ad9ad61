import type { ApiSchemas } from '@tiaoli/client';

/** What `/api/v1` answers; days are `YYYY-MM-DD`, moments ISO 8601 in UTC. */
export type Person = ApiSchemas['User'];
export type Place = ApiSchemas['Jurisdiction'];
export type StoredDocument = ApiSchemas['Document'];
export type Version = ApiSchemas['Version'];
export type RecordedRepeal = ApiSchemas['Repeal'];
export type DocumentOnDay = ApiSchemas['DocumentOnDay'];
export type DraftSummary = ApiSchemas['Draft'];
export type AuditLink = ApiSchemas['AuditLink'];
export type Proposal = ApiSchemas['Proposal'];
export type ProposalRound = ApiSchemas['ProposalRound'];
export type InboxEntry = ApiSchemas['InboxEntry'];
export type ReviewThread = ApiSchemas['ReviewThread'];
export type ProposalGate = ApiSchemas['ProposalGate'];
export type GateReport = ApiSchemas['GateReport'];
export type GateBlock = ApiSchemas['GateBlock'];
export type LocalText = ApiSchemas['LocalText'];
export type DraftText = ApiSchemas['DraftText'];
export type DraftCompany = ApiSchemas['DraftCompany'];
export type DraftConflict = ApiSchemas['DraftConflict'];
export type MovedBase = ApiSchemas['MovedBase'];
export type Job = ApiSchemas['Job'];
export type Dataset = ApiSchemas['Dataset'];
export type Run = ApiSchemas['Run'];
export type StoredComparison = ApiSchemas['Comparison'];
