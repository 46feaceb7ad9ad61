import type { Parts, SqlType } from './node.ts';

export type DialectName = 'duckdb' | 'postgres' | 'spark';

/**
 * What is written otherwise in one database than in another. Everything else is SQL that all three understand alike.
 *
 * Positions in lists count from 1; reading outside a list gives NULL.
 */
export interface Dialect {
  readonly name: DialectName;
  /** Integers of 64 bits; `wide`: of at least 38 decimal digits. Both raise an error where a number does not fit. */
  readonly types: Readonly<Record<SqlType, string>>;
  readonly integer: (value: bigint) => string;
  /** A text, by its bytes: no sign of it stands in the query. */
  readonly text: (value: string) => string;
  /** Behind a text or a list of texts: they are compared by their bytes, whatever order their columns have. */
  readonly byBytes: string;
  /** Quotient of integers, cut off toward zero; the divisor is not 0. */
  readonly divide: (dividend: Parts, divisor: Parts, isWide: boolean) => Parts;
  readonly element: (list: Parts, position: Parts) => Parts;
  /** The list of `body` for `variable` = 1 … count. */
  readonly each: (count: Parts, variable: string, body: Parts) => Parts;
  /** The least `variable` of 1 … count for which the condition holds, or NULL. */
  readonly firstWhere: (count: Parts, variable: string, condition: Parts) => Parts;
  /** Sum of a list without NULL, NULL of the empty one; in the type of its elements. */
  readonly sum: (list: Parts, type: 'integer' | 'wide') => Parts;
  /** Least or greatest of those elements of a list that are not NULL; NULL of none. */
  readonly extreme: (operator: 'min' | 'max', list: Parts, type: SqlType) => Parts;
  readonly length: (list: Parts) => Parts;
  /** Where an element stands first in a list, or NULL or 0. */
  readonly position: (list: Parts, element: Parts) => Parts;
  /** The list with the element at that position replaced, which is there. */
  readonly replace: (list: Parts, position: Parts, element: Parts) => Parts;
  readonly append: (list: Parts, element: Parts) => Parts;
  /** A list without elements, to be cast. */
  readonly emptyList: string;
  /** `AS` of a common table expression that is worked out once. */
  readonly materialized: string;
  /** How state goes from claim to claim: step by step for all people at once, or person by person in one expression. */
  readonly fold: 'recursive' | 'aggregate';
  /** Behind a derived table of which the columns are not to be worked out where they are used. */
  readonly fence: string;
}

/** The bytes of a text in UTF-8, as hexadecimal digits. */
export function hexOf(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
