import type { LocalText, Rational } from '@tiaoli/base';

/**
 * A settlement as people read it: layer by layer from the base to the payment, then who pays what.
 *
 * Plain data; whoever prints it chooses the language and the form.
 */
export interface ClaimLadder {
  readonly id: string;
  readonly on: string;
  /** The claim before any layer: its total and how it is divided; where no layer pays, the results themselves. */
  readonly cost: readonly LadderLine[];
  readonly layers: readonly LayerLadder[];
  readonly payers: readonly PayerShare[];
  /** Where the order of payment is laid down. */
  readonly payersClauses: readonly CitedClause[];
}

export interface LayerLadder {
  readonly name: string;
  readonly payer: string;
  /** Labels of the cases that hold. */
  readonly cases: readonly string[];
  /** Why the layer pays nothing at all: 不适用 or 待补充. */
  readonly absent?: LocalText;
  readonly lines: readonly LadderLine[];
  readonly clauses: readonly CitedClause[];
}

/** One number of the ladder with what it is, how it comes about and where that is laid down. */
export interface LadderLine {
  readonly kind: 'amount' | 'more' | 'less' | 'rate' | 'result';
  readonly label: LocalText;
  /** `1,300.00`, `65%`; `—` where it is not known. */
  readonly amount: string;
  readonly formula?: LocalText;
  readonly clauses: readonly CitedClause[];
}

/** A cap, a stock or a pool: what it still let through, as far as that is known, and its line but for the amount. */
export interface Limit {
  /** Fen; undefined where it is lifted or not known. */
  readonly left: Rational | undefined;
  readonly line: Omit<LadderLine, 'amount' | 'kind'>;
}

/** Where a number is laid down, and where to read on. */
export interface CitedClause {
  /** As it is cited: `条「五」「（二）」`, with the grade of a source that is not first hand. */
  readonly text: string;
  readonly file: string;
  /** Of the rule or the value that gives the number; from 1. */
  readonly line: number;
  /** The legal text as quoted, a paragraph each; absent where the document only says it in other words. */
  readonly quote?: readonly string[];
  /** 出处: where the text was seen, and what it says where it is not quoted. */
  readonly source?: string;
}

/** What one payer bears of a claim. */
export interface PayerShare {
  readonly name: LocalText;
  /** Fen. */
  readonly amount: Rational;
  readonly fund: boolean;
}
