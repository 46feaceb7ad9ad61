import type { LocalText } from '@tiaoli/base';

/** A clause as the page shows it, with the place of its text. */
export interface ClauseJson {
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
  readonly quote?: readonly string[];
  readonly source?: string;
  readonly grade?: string;
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
  /** Yuan, with two decimals. */
  readonly amount: string;
  readonly fund: boolean;
}

export interface LadderJson {
  readonly id: string;
  readonly on: string;
  readonly cost: readonly LineJson[];
  readonly layers: readonly LayerJson[];
  /** Empty while one of them is not known. */
  readonly payers: readonly PayerJson[];
  readonly payersClauses: readonly ClauseJson[];
}

export interface OutputJson {
  readonly value: unknown;
  readonly kind: string;
  readonly status: 'value' | 'not-applicable' | 'missing';
  readonly reason?: string;
  readonly field?: string;
}

export interface StateLineJson {
  readonly name: string;
  readonly amount: string;
  readonly instance: string;
  readonly clauses: readonly ClauseJson[];
}

/** A fact that is still needed. */
export interface MissingJson {
  /** `claims[0].结算日期`, or the record that lacks it: `claims[0].items`. */
  readonly path: string;
  readonly claim: string;
  readonly field: string;
  readonly question: string;
}

/** A sentence about the case, at the field that it is about. */
export interface FindingJson {
  readonly path?: string;
  readonly message: string;
  readonly hint?: string;
}

export interface ClaimJson {
  readonly id: string;
  readonly on?: string;
  readonly version?: string;
  readonly outputs: Readonly<Record<string, OutputJson>>;
}

export interface SettledJson {
  readonly kind: 'settled';
  readonly jurisdiction: string;
  readonly outputs: Readonly<Record<string, OutputJson>>;
  readonly claims: readonly ClaimJson[];
  readonly ladders: readonly LadderJson[];
  readonly state: readonly StateLineJson[];
  readonly missing: readonly MissingJson[];
  /** Paths of the fields that the result depends on, given or left open. */
  readonly matters: readonly string[];
}

export interface RefusedJson {
  readonly kind: 'refused';
  readonly findings: readonly FindingJson[];
}

export type AnswerJson = SettledJson | RefusedJson;
