import type { Expr, Program, WaterfallDeclaration } from '@tiaoli/ir';
import { definitionRef, noMoney, sumOf, walkExpr } from '@tiaoli/ir';

/** The whole that a waterfall divides: its own step in the program, or the expression that stands for it. */
export function wholeOf(waterfall: WaterfallDeclaration, program: Program): Expr {
  const own = `${waterfall.id}.总额`;
  if (isDefined(own, program)) return definitionRef(own);
  return isBound(waterfall.total, program) ? waterfall.total : paidAndLeft(waterfall);
}

/** What the layers pay, and what is left behind the last. */
export function paidAndLeft({ steps, results }: WaterfallDeclaration): Expr {
  const paid = steps
    .flatMap(({ layers }) => layers)
    .map(
      (layer): Expr => ({
        kind: 'or-else',
        operand: definitionRef(layer),
        fallback: noMoney,
      }),
    );
  return sumOf([...paid, definitionRef(results.现金 ?? '')]);
}

export function isDefined(id: string | undefined, { definitions }: Program): boolean {
  return definitions.some((each) => each.id === id);
}

/** A declaration keeps what was written: a parameter or a dated choice in it has no value by itself. */
export function isBound(expr: Expr, program: Program): boolean {
  let bound = true;
  walkExpr(expr, (each) => {
    if (each.kind === 'parameter' || each.kind === 'dated') bound = false;
    if (each.kind === 'definition' && !isDefined(each.definition, program)) bound = false;
  });
  return bound;
}
