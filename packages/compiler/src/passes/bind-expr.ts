import type { DayNumber } from '@tiaoli/base';
import { isInForce, printDate } from '@tiaoli/base';
import type { Dated, Expr, ModuleIndex } from '@tiaoli/ir';
import { mapChildren, typeOfExpr } from '@tiaoli/ir';
import type { BindContext } from './bind-context.ts';
import { narrowWindow } from './bind-context.ts';
import { askFor, bindParameter } from './bind-parameter.ts';
import { stableWindow } from './version-window.ts';

/** `expr` without parameters and dated choices: each is what is in force in the place on its governing date. */
export function bindExpr(expr: Expr, context: BindContext, index: ModuleIndex): Expr {
  const visit = (child: Expr): Expr => bindExpr(child, context, index);
  if (expr.kind === 'dated') return bindDated(expr, context, index);
  const bound = mapChildren(expr, visit);
  return bound.kind === 'parameter' ? bindParameter(bound, { context, index }, visit) : bound;
}

function bindDated(expr: Dated, context: BindContext, index: ModuleIndex): Expr {
  const type = typeOfExpr(expr, index)?.type ?? { kind: 'money' };
  const day = context.dates[expr.on];
  if (day === undefined) return askFor(expr.on, type, '适用日期');
  const choose = (date: DayNumber) =>
    expr.versions.find(({ validity }) => isInForce(validity, date));
  const validities = expr.versions.map(({ validity }) => validity);
  narrowWindow(context, expr.on, stableWindow(day, validities, choose));
  const chosen = choose(day)?.value ?? expr.otherwise;
  if (chosen) return bindExpr(chosen, context, index);
  const reason = `在${printDate(day)}没有有效的规定`;
  return { kind: 'undetermined', type, cause: 'no-version', reason };
}
