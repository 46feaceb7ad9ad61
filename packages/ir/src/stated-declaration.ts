import type { DeclarationBase } from './declaration-base.ts';
import type { Expr } from './expr.ts';

/** 约束: of facts it holds for every case, enforced on input; of accumulators it is proved of every history. */
export interface InvariantDeclaration extends DeclarationBase {
  readonly kind: 'invariant';
  readonly entity: string;
  readonly condition: Expr;
}

/** 单调: of two cases that differ in one fact alone, the one with more of it has not less (rising), or not more. */
export interface MonotonyDeclaration extends DeclarationBase {
  readonly kind: 'monotony';
  readonly entity: string;
  readonly value: Expr;
  /** Of an ordered enumeration, or a number. */
  readonly input: string;
  readonly direction: 'rising' | 'falling';
}
