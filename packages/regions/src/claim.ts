import type { Expr, Program } from '@tiaoli/ir';
import type { MissingCause } from './lowered.ts';

/**
 * A program as a question reads it: as it is, or with some facts changed.
 *
 * Several sides of one question share every fact and the prior state, by id; `add` is in the unit of the fact (money:
 * fen) and may leave its declared domain only upwards or downwards by itself.
 */
export interface Side {
  readonly name: string;
  readonly program: Program;
  readonly changes: readonly FactChange[];
  /** Facts that are known, by `InputDeclaration.id`. */
  readonly fixed?: FixedFacts;
  /**
   * Which of a person's claims, from 1 (the default): each starts from the state after the one before it. Claims share
   * dates and the facts of the person; the other facts of each are its own.
   */
  readonly claim?: number;
  /** Reads the state after the claim instead of that before it. */
  readonly after?: true;
}

export type FixedFacts = ReadonlyMap<string, FixedValue>;

/** Of an enumeration the member, of a boolean the truth value, of a set all that it holds. Plain JSON: part of keys. */
export type FixedValue = string | boolean | readonly string[];

export interface FactChange {
  /** `InputDeclaration.id` of a number. */
  readonly input: string;
  readonly add: bigint;
}

/** A value of one side. */
export interface Reading {
  readonly side: Side;
  readonly value: Expr;
}

/** What is asked of a case. Each is plainly true or false of complete facts and a prior state. */
export type Claim =
  /** The truth value is there and true. */
  | { readonly kind: 'holds'; readonly of: Reading }
  /** Undetermined; for one cause, or for any. */
  | { readonly kind: 'missing'; readonly of: Reading; readonly cause?: MissingCause }
  /** 不适用. */
  | { readonly kind: 'absent'; readonly of: Reading }
  /** A value is there. */
  | { readonly kind: 'valued'; readonly of: Reading }
  /** Both numbers are there, and left − right is at least `by`, in the unit of the values. */
  | {
      readonly kind: 'exceeds';
      readonly left: Reading;
      readonly right: Reading;
      readonly by: bigint;
    }
  /** Both undetermined, both 不适用, or both the same value. */
  | { readonly kind: 'same'; readonly left: Reading; readonly right: Reading }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Claim[] }
  | { readonly kind: 'not'; readonly part: Claim };

/** Every value that a claim reads, each once. */
export function readingsOf(claim: Claim): readonly Reading[] {
  switch (claim.kind) {
    case 'holds':
    case 'missing':
    case 'absent':
    case 'valued':
      return [claim.of];
    case 'exceeds':
    case 'same':
      return [claim.left, claim.right];
    case 'all':
    case 'any':
      return claim.parts.flatMap(readingsOf);
    case 'not':
      return readingsOf(claim.part);
  }
}
