import type {
  CitedClause,
  LadderLine,
  LadderView,
  LayerLadder,
  ResultValue,
  SettledForm,
} from '@tiaoli/workspace';

/** What a case comes to, in the words of the use case that settles it. */
export type AnswerJson = SettledForm;
export type SettledJson = Extract<SettledForm, { kind: 'settled' }>;
export type ClaimJson = SettledJson['result']['claims'][number];
export type OutputJson = ResultValue;
export type LadderJson = LadderView;
export type LayerJson = LayerLadder;
export type LineJson = LadderLine;
export type ClauseJson = CitedClause;
export type PayerJson = LadderView['payers'][number];
export type StateLineJson = SettledJson['state'][number];
export type { FieldState as FieldStateJson, FormFinding as FindingJson } from '@tiaoli/workspace';
