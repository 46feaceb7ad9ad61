import type { DayNumber } from '@tiaoli/base';
import { isInForce } from '@tiaoli/base';
import { versionInForce } from '@tiaoli/compiler';
import type {
  Accumulator,
  Declaration,
  Expr,
  FillDeclaration,
  Module,
  ParameterDeclaration,
} from '@tiaoli/ir';
import { isLiteral, mapExpr } from '@tiaoli/ir';
import { exprOnDay } from '../structure/expr-on-day.ts';

/**
 * A module as it is on one day: dated choices are made, and each parameter has the version of the day alone, for every
 * day. Parameters keep their names, so that what one of them says can be put in the place of what it said.
 */
export function settleModule(module: Module, day: DayNumber): Module {
  const settled = (expr: Expr): Expr => mapExpr(exprOnDay(expr, day), withoutSettledCases);
  const fills = module.declarations.filter((each) => each.kind === 'fill');
  return {
    ...module,
    declarations: module.declarations
      .filter((each) => stands(each, fills, day))
      .map((each) => settleDeclaration(each, day)),
    definitions: module.definitions.map((each) => ({ ...each, body: settled(each.body) })),
    accumulators: module.accumulators.map((each) => settleAccumulator(each, settled)),
  };
}

/** What is left of a choice of which the day decides, so that the formulas of two days have one shape. */
function withoutSettledCases(expr: Expr): Expr {
  if (expr.kind !== 'cases') return expr;
  const [first] = expr.branches;
  if (!first) return expr.otherwise ?? expr;
  return isLiteral(first.when, true) ? first.value : expr;
}

/** False for what a lower document sets for other days. */
function stands(each: Declaration, fills: readonly FillDeclaration[], day: DayNumber): boolean {
  if (each.kind === 'derogation') return isInForce(each.validity, day);
  if (each.kind !== 'fill') return true;
  const alike = fills.filter((other) => fillKey(other) === fillKey(each));
  return versionInForce(alike, day) === each;
}

function fillKey({ document, parameter, cells }: FillDeclaration): string {
  const columns = [...new Set(cells.map(({ column }) => column ?? ''))].toSorted();
  return JSON.stringify([document, parameter, columns]);
}

function settleDeclaration(each: Declaration, day: DayNumber): Declaration {
  switch (each.kind) {
    case 'parameter':
      return settleParameter(each, day);
    case 'fill':
    case 'derogation':
      return { ...each, validity: {} };
    case 'input':
      return each.default ? { ...each, default: exprOnDay(each.default, day) } : each;
    default:
      return each;
  }
}

/** Statistics stand for the year that they measure, on any day. */
function settleParameter(each: ParameterDeclaration, day: DayNumber): ParameterDeclaration {
  const measured = each.versions.filter(({ year }) => year !== undefined);
  const dated = each.versions.filter(({ year }) => year === undefined);
  const current = versionInForce(dated, day);
  return {
    ...each,
    versions: [...measured, ...(current ? [{ ...current, validity: {} }] : [])],
  };
}

function settleAccumulator(each: Accumulator, settled: (expr: Expr) => Expr): Accumulator {
  const { instance, writes } = each;
  return {
    ...each,
    by: each.by.map(settled),
    ...(instance && { instance: settled(instance) }),
    ...(writes && {
      writes: writes.map(({ keys, next }) => ({ keys: keys.map(settled), next })),
    }),
  };
}
