import type { LocalText } from '@tiaoli/base';
import type { CaseResult, ResultValue } from '@tiaoli/workspace';
import type { JsonValue } from './calculator-form.ts';

/** A clause as the page shows it, with the place of its text. */
export interface ClauseJson {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly quote?: readonly string[];
  readonly source?: string;
}

export interface LineJson {
  readonly kind: 'amount' | 'more' | 'less' | 'rate' | 'result';
  readonly label: LocalText;
  readonly amount: string;
  readonly formula?: LocalText;
  readonly clauses: readonly ClauseJson[];
}

export interface LayerJson {
  readonly name: string;
  readonly payer: string;
  readonly cases: readonly string[];
  readonly absent?: LocalText;
  readonly lines: readonly LineJson[];
  readonly clauses: readonly ClauseJson[];
}

export interface PayerJson {
  readonly name: LocalText;
  readonly amount: string;
  readonly fund: boolean;
}

export interface LadderJson {
  readonly id: string;
  readonly on: string;
  readonly cost: readonly LineJson[];
  readonly layers: readonly LayerJson[];
  readonly payers: readonly PayerJson[];
  readonly payersClauses: readonly ClauseJson[];
}

export type OutputJson = ResultValue;
export type ClaimJson = CaseResult['claims'][number];

export interface StateLineJson {
  readonly name: string;
  readonly amount: string;
  readonly instance: string;
  readonly clauses: readonly ClauseJson[];
}

export interface MissingJson {
  readonly path: string;
  readonly claim: string;
  readonly field: string;
  readonly question: string;
}

export interface FindingJson {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
}

export interface FieldStateJson {
  readonly path: string;
  readonly state: 'given' | 'default' | 'missing' | 'open';
  readonly matters: boolean;
  readonly value?: JsonValue;
}

export interface SettledJson {
  readonly kind: 'settled';
  readonly result: CaseResult;
  readonly ladders: readonly LadderJson[];
  readonly state: readonly StateLineJson[];
  readonly missing: readonly MissingJson[];
  readonly fields: readonly FieldStateJson[];
  readonly warnings: readonly FindingJson[];
}

export interface RefusedJson {
  readonly kind: 'refused';
  readonly findings: readonly FindingJson[];
}

export type AnswerJson = SettledJson | RefusedJson;
