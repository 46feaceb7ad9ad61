import { assertNever, leastCommonMultiple, parseRational } from '@tiaoli/base';
import type { CatalogueCell, Expr, InputDeclaration, Lookup, ModuleIndex } from '@tiaoli/ir';
import { scaleOfColumn } from '@tiaoli/ir';
import { numberOf } from './literal-value.ts';

/**
 * Static denominators: every value of an expression, times its scale, is an integer.
 *
 * Decision 4 of the language: rates are known once parameters are bound, so no denominator depends on a fact.
 */

export interface ScaleContext {
  readonly index: ModuleIndex;
  readonly definitions: ReadonlyMap<string, bigint>;
  readonly accumulators: ReadonlyMap<string, bigint>;
  /** In a Module: the scale of a parameter over all its values, by id. */
  readonly parameterScale?: (parameter: string) => bigint;
  /** What was found before, where the rest of the context stays as it is. */
  readonly found?: WeakMap<Expr, bigint>;
}

/** Decimals of a rate or decimal that declares none. */
const defaultPlaces = 4;

/** Decimals of a unit price in yuan that declares none. */
const unitPricePlaces = 6;

export function scaleOfExpr(expr: Expr, context: ScaleContext): bigint {
  const before = context.found?.get(expr);
  if (before !== undefined) return before;
  const scale = workOutScale(expr, context);
  context.found?.set(expr, scale);
  return scale;
}

function workOutScale(expr: Expr, context: ScaleContext): bigint {
  const visit = (child: Expr): bigint => scaleOfExpr(child, context);
  switch (expr.kind) {
    case 'literal':
      return numberOf(expr)?.denominator ?? 1n;
    case 'input':
      return scaleOfInput(context.index.inputs.get(expr.input));
    case 'definition':
      return context.definitions.get(expr.definition) ?? 1n;
    case 'accumulator':
      return context.accumulators.get(expr.accumulator) ?? 1n;
    case 'arithmetic':
      return expr.operator === '*'
        ? visit(expr.left) * visit(expr.right)
        : leastCommonMultiple(visit(expr.left), visit(expr.right));
    case 'extremum':
    case 'combine':
      return joinScales(expr.operands, visit);
    case 'round':
    case 'quotient':
      return unitScale(expr.unit);
    case 'brackets':
      return scaleOfBrackets(expr, visit);
    case 'lookup':
      return joinScales(valuesOf(expr.rows), visit);
    case 'catalogue-cell':
      return scaleOfCell(expr, context);
    case 'cases':
      return joinScales(chosenOf(expr.branches, expr.otherwise), visit);
    case 'or-else':
      return joinScales([expr.operand, expr.fallback], visit);
    case 'set-aggregate':
    case 'child-aggregate':
      return expr.operator === 'count' ? 1n : visit(expr.value);
    case 'floor-divide':
    case 'date-part':
    case 'date-shift':
    case 'working-day-shift':
    case 'element':
    case 'not-applicable':
    case 'undetermined':
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      return 1n;
    case 'parameter':
      return context.parameterScale?.(expr.parameter) ?? 1n;
    case 'dated':
      return joinScales(chosenOf(expr.versions, expr.otherwise), visit);
    default:
      return assertNever(expr);
  }
}

function valuesOf(rows: Lookup['rows']): readonly Expr[] {
  return rows.map(({ value }) => value);
}

function scaleOfCell(expr: CatalogueCell, { index }: ScaleContext): bigint {
  const columns = index.catalogues.get(expr.catalogue)?.columns;
  const column = columns?.find(({ name }) => name === expr.column);
  return column ? BigInt(scaleOfColumn(column)) : 1n;
}

/** Fen for money; the declared decimals, else four, for rates and decimals; 10⁻⁶ yuan for unit prices. */
export function scaleOfInput(input: InputDeclaration | undefined): bigint {
  switch (input?.type.kind) {
    case 'rate':
    case 'decimal':
      return 10n ** BigInt(input.places ?? defaultPlaces);
    case 'unit-price':
      return 10n ** BigInt(Math.max(0, (input.places ?? unitPricePlaces) - 2));
    default:
      return 1n;
  }
}

export function unitScale(unit: string): bigint {
  return parseRational(unit)?.denominator ?? 1n;
}

function chosenOf(
  choices: readonly { readonly value: Expr }[],
  otherwise: Expr | undefined,
): readonly Expr[] {
  const values = choices.map(({ value }) => value);
  return otherwise ? [...values, otherwise] : values;
}

function joinScales(exprs: readonly Expr[], visit: (expr: Expr) => bigint): bigint {
  return exprs.map(visit).reduce(leastCommonMultiple, 1n);
}

function scaleOfBrackets(
  expr: Extract<Expr, { kind: 'brackets' }>,
  visit: (expr: Expr) => bigint,
): bigint {
  if (expr.perBand) return unitScale(expr.perBand.unit);
  const limits = expr.bands.flatMap(({ upTo }) => (upTo ? [upTo] : []));
  const rates = expr.bands.map(({ rate }) => rate);
  return joinScales(rates, visit) * joinScales([expr.from, expr.to, ...limits], visit);
}
