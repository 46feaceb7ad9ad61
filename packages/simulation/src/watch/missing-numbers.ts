import type { Program } from '@tiaoli/ir';
import { walkExpr } from '@tiaoli/ir';

/** Why a result of a program may be undetermined, as the document says it; each reason once. */
export function missingNumbers(program: Program, result: string): readonly string[] {
  const bodies = new Map(program.definitions.map(({ id, body }) => [id, body]));
  const seen = new Set<string>();
  const reasons = new Set<string>();
  const visit = (id: string): void => {
    const body = bodies.get(id);
    if (seen.has(id) || !body) return;
    seen.add(id);
    walkExpr(body, (expr) => {
      if (expr.kind === 'definition') visit(expr.definition);
      if (expr.kind === 'undetermined') reasons.add(expr.reason);
    });
  };
  visit(result);
  return [...reasons].toSorted();
}
