import type { Span, Validity } from '@tiaoli/base';
import type { DeclarationBase } from './declaration-base.ts';
import type { ClauseRef } from './definition.ts';
import type { Expr } from './expr.ts';

/** 名单: who is put on a list when an amount that is looked at once a month passes a threshold. */
export interface WatchlistDeclaration extends DeclarationBase {
  readonly kind: 'watchlist';
  /** Entity id: whose list it is (对象). */
  readonly subject: string;
  readonly period: 'month';
  /** Input id: the event is a check of this list, and no claim. */
  readonly checked: string;
  /** Input id: the amount looked at; its default is what 看 says. */
  readonly looked: string;
  readonly cases: readonly WatchCase[];
  /** 重叠 就低: of the cases that hold together the lowest threshold counts. */
  readonly least: boolean;
  /** Who is told, as written. */
  readonly told: readonly string[];
  /** 重报: whole months after a listing in which the person is not listed again, and its accumulator. */
  readonly again?: { readonly months: number; readonly accumulator: string };
  /** 单调: the threshold of one case is never above that of another. */
  readonly orders: readonly WatchOrder[];
  /** Definition ids by result: 月, 金额, 界线, 列入. */
  readonly results: Readonly<Record<string, string>>;
}

export interface WatchCase {
  readonly label: string;
  readonly validity: Validity;
  readonly when: Expr;
  /** Definition id: whether the case is in force and holds. */
  readonly applies: string;
  /** Definition id: whoever is above it is listed. In whole fen: what is below a fen never decides. */
  readonly threshold: string;
  readonly span: Span;
  readonly clause?: ClauseRef;
}

export interface WatchOrder {
  /** Labels of cases. */
  readonly lower: string;
  readonly higher: string;
  readonly span: Span;
}
