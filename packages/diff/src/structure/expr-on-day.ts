import type { DayNumber } from '@tiaoli/base';
import { versionInForce } from '@tiaoli/compiler';
import type { Expr } from '@tiaoli/ir';
import { both, either, isLiteral, mapExpr, not } from '@tiaoli/ir';

/** `expr` for a claim all of whose dates are the day: dated choices made, and what they settle. */
export function exprOnDay(expr: Expr, on: DayNumber | undefined): Expr {
  if (on === undefined) return expr;
  return mapExpr(expr, (each) => settled(each, on));
}

function settled(expr: Expr, on: DayNumber): Expr {
  switch (expr.kind) {
    case 'dated':
      return versionInForce(expr.versions, on)?.value ?? expr.otherwise ?? expr;
    case 'logic':
      return expr.operator === 'and' ? both(...expr.operands) : either(...expr.operands);
    case 'not':
      return not(expr.operand);
    case 'cases':
      return { ...expr, branches: expr.branches.filter(({ when }) => !isLiteral(when, false)) };
    default:
      return expr;
  }
}
