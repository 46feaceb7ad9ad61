import type { Definition, Expr } from '@tiaoli/ir';
import { mapExpr } from '@tiaoli/ir';
import { foldExpr } from './fold-expr.ts';

/**
 * Works out what is constant, and reads through definitions that only pass on a literal or another definition.
 *
 * The definitions stand in evaluation order, so one pass is enough; the definitions themselves are all kept.
 */
export function foldConstants(definitions: readonly Definition[]): {
  readonly definitions: readonly Definition[];
  /** Folds an expression outside the definitions in the same way. */
  readonly fold: (expr: Expr) => Expr;
} {
  const known = new Map<string, Expr>();
  const fold = (expr: Expr): Expr =>
    mapExpr(expr, (node) =>
      node.kind === 'definition' ? (known.get(node.definition) ?? node) : foldExpr(node),
    );
  const folded = definitions.map((definition) => {
    const body = fold(definition.body);
    if (isTransparent(body)) known.set(definition.id, body);
    return { ...definition, body };
  });
  return { definitions: folded, fold };
}

function isTransparent({ kind }: Expr): boolean {
  return kind === 'literal' || kind === 'definition' || kind === 'not-applicable';
}
