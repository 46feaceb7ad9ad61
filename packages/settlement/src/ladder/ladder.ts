import type { LocalText, Rational } from '@tiaoli/base';

/**
 * A settlement as people read it: layer by layer from the base to the payment, then who pays what.
 *
 * Plain data; whoever prints it chooses the language and the form.
 */
export interface ClaimLadder {
  readonly id: string;
  readonly on: string;
  /** The claim before any layer: its total and how it is divided. */
  readonly cost: readonly LadderLine[];
  readonly layers: readonly LayerLadder[];
  readonly payers: readonly PayerShare[];
  /** Where the order of payment is laid down. */
  readonly payersClauses: readonly string[];
}

export interface LayerLadder {
  readonly name: string;
  readonly payer: string;
  /** Labels of the cases that hold. */
  readonly cases: readonly string[];
  /** Why the layer pays nothing at all: 不适用 or 待补充. */
  readonly absent?: LocalText;
  readonly lines: readonly LadderLine[];
  readonly clauses: readonly string[];
}

/** One number of the ladder with what it is, how it comes about and where that is laid down. */
export interface LadderLine {
  readonly kind: 'amount' | 'more' | 'less' | 'rate' | 'result';
  readonly label: LocalText;
  /** `1,300.00`, `65%`; `—` where it is not known. */
  readonly amount: string;
  readonly formula?: LocalText;
  readonly clauses: readonly string[];
}

/** What one payer bears of a claim. */
export interface PayerShare {
  readonly name: LocalText;
  /** Fen. */
  readonly amount: Rational;
  readonly fund: boolean;
}
