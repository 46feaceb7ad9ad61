import type { Expr } from '@tiaoli/ir';
import { childrenOf, mapChildren } from '@tiaoli/ir';

/** A smallest part in which two formulas differ. */
export interface ExprPair {
  readonly before: Expr;
  readonly after: Expr;
}

const hole: Expr = { kind: 'element' };

/** `before` with the parts of `after` that `takes` says, of the smallest parts in which they differ. */
export function mergeExpr(before: Expr, after: Expr, takes: (pair: ExprPair) => boolean): Expr {
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  if (frame(before) !== frame(after)) return takes({ before, after }) ? after : before;
  const others = childrenOf(after);
  let next = 0;
  return mapChildren(before, (child) => {
    const other = others[next];
    next += 1;
    return other ? mergeExpr(child, other, takes) : child;
  });
}

/** A node without what stands below it. */
function frame(expr: Expr): string {
  return JSON.stringify(mapChildren(expr, () => hole));
}
