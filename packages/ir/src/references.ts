import type { DateRef, Expr } from './expr.ts';
import { walkExpr } from './walk-expr.ts';

/** What an expression reads, by id; each set in the order of first reading. */
export interface References {
  readonly definitions: ReadonlySet<string>;
  /** Inputs read as values; inputs that are only governing dates stand in `dates`. */
  readonly inputs: ReadonlySet<string>;
  readonly accumulators: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Child entities that are aggregated over. */
  readonly entities: ReadonlySet<string>;
  /** Dates that choose a version, a spell or a year. */
  readonly dates: ReadonlySet<DateRef>;
}

/** What the expressions read, each other's definitions not followed. */
export function referencesOf(...exprs: readonly Expr[]): References {
  const definitions = new Set<string>();
  const inputs = new Set<string>();
  const accumulators = new Set<string>();
  const parameters = new Set<string>();
  const entities = new Set<string>();
  const dates = new Set<DateRef>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'definition') definitions.add(expr.definition);
    if (expr.kind === 'input') inputs.add(expr.input);
    if (expr.kind === 'accumulator') accumulators.add(expr.accumulator);
    if (expr.kind === 'parameter') parameters.add(expr.parameter);
    if (expr.kind === 'child-aggregate') entities.add(expr.entity);
    for (const date of datesOf(expr)) dates.add(date);
  };
  for (const expr of exprs) walkExpr(expr, visit);
  return { definitions, inputs, accumulators, parameters, entities, dates };
}

function datesOf(expr: Expr): readonly DateRef[] {
  if (expr.kind === 'dated' || expr.kind === 'catalogue-cell') return [expr.on];
  if (expr.kind === 'input') return expr.at === undefined ? [] : [expr.at];
  if (expr.kind === 'parameter') return expr.year ? [expr.on, expr.year.by] : [expr.on];
  return [];
}
