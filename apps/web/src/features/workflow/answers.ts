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
