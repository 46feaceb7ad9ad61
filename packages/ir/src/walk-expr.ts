import { assertNever } from '@tiaoli/base';
import type { Brackets, Cases, Dated, Expr, Lookup, ParameterRef } from './expr.ts';

/** The direct children of `expr`, in the order in which they are written. */
export function childrenOf(expr: Expr): readonly Expr[] {
  const children: Expr[] = [];
  mapChildren(expr, (child) => {
    children.push(child);
    return child;
  });
  return children;
}

/** Calls `visit` on `expr` and everything below it, a node before its children. */
export function walkExpr(expr: Expr, visit: (expr: Expr) => void): void {
  visit(expr);
  for (const child of childrenOf(expr)) walkExpr(child, visit);
}

/** Rebuilds `expr` bottom-up: `change` sees a node after its children were changed. */
export function mapExpr(expr: Expr, change: (expr: Expr) => Expr): Expr {
  return change(mapChildren(expr, (child) => mapExpr(child, change)));
}

/** `expr` with each direct child replaced: the one place that knows where the children of a kind stand. */
export function mapChildren(expr: Expr, visit: (child: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'literal':
    case 'input':
    case 'definition':
    case 'element':
    case 'not-applicable':
    case 'undetermined':
      return expr;
    case 'accumulator':
      return expr.keys ? { ...expr, keys: expr.keys.map(visit) } : expr;
    case 'arithmetic':
    case 'floor-divide':
    case 'quotient':
    case 'compare':
      return { ...expr, left: visit(expr.left), right: visit(expr.right) };
    case 'extremum':
    case 'logic':
    case 'combine':
      return { ...expr, operands: expr.operands.map(visit) };
    case 'round':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
    case 'date-part':
      return { ...expr, operand: visit(expr.operand) };
    case 'or-else':
      return { ...expr, operand: visit(expr.operand), fallback: visit(expr.fallback) };
    case 'working-day-shift':
      return { ...expr, operand: visit(expr.operand), by: visit(expr.by) };
    case 'date-shift':
      return { ...expr, operand: visit(expr.operand), ...(expr.by && { by: visit(expr.by) }) };
    case 'set-aggregate':
      return { ...expr, set: visit(expr.set), ...mapElement(expr, visit) };
    case 'child-aggregate':
      return { ...expr, ...mapElement(expr, visit) };
    case 'parameter':
      return mapParameter(expr, visit);
    case 'dated':
      return mapDated(expr, visit);
    case 'lookup':
      return mapLookup(expr, visit);
    case 'catalogue-cell':
      return { ...expr, keys: expr.keys.map(visit) };
    case 'brackets':
      return mapBrackets(expr, visit);
    case 'cases':
      return mapCases(expr, visit);
    default:
      return assertNever(expr);
  }
}

type Visit = (child: Expr) => Expr;

function mapElement(
  { value, when }: { readonly value: Expr; readonly when?: Expr },
  visit: Visit,
): { value: Expr; when?: Expr } {
  return { value: visit(value), ...(when && { when: visit(when) }) };
}

function mapParameter(expr: ParameterRef, visit: Visit): ParameterRef {
  return {
    ...expr,
    keys: expr.keys.map(visit),
    splits: expr.splits.map((split) => ({ ...split, key: visit(split.key) })),
  };
}

function mapDated(expr: Dated, visit: Visit): Dated {
  return {
    ...expr,
    versions: expr.versions.map((version) => ({ ...version, value: visit(version.value) })),
    ...(expr.otherwise && { otherwise: visit(expr.otherwise) }),
  };
}

function mapLookup(expr: Lookup, visit: Visit): Lookup {
  return {
    ...expr,
    keys: expr.keys.map(visit),
    rows: expr.rows.map((row) => ({ ...row, value: visit(row.value) })),
  };
}

function mapBrackets(expr: Brackets, visit: Visit): Brackets {
  return {
    ...expr,
    from: visit(expr.from),
    to: visit(expr.to),
    bands: expr.bands.map(({ upTo, rate }) => ({
      ...(upTo && { upTo: visit(upTo) }),
      rate: visit(rate),
    })),
  };
}

function mapCases(expr: Cases, visit: Visit): Cases {
  return {
    ...expr,
    branches: expr.branches.map((branch) => ({
      ...branch,
      when: visit(branch.when),
      value: visit(branch.value),
    })),
    ...(expr.otherwise && { otherwise: visit(expr.otherwise) }),
  };
}
