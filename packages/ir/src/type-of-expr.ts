import { assertNever } from '@tiaoli/base';
import { startsAbsent } from './accumulator.ts';
import { boolean, date, integer, rate } from './build-expr.ts';
import type {
  AccumulatorRef,
  Arithmetic,
  CatalogueCell,
  Expr,
  ParameterRef,
  SetAggregate,
} from './expr.ts';
import type { ModuleIndex } from './module-index.ts';
import type { ValueType } from './type.ts';
import { describeType, isSameType, joinTypes, productType, sumType } from './type-algebra.ts';

/** What an expression gives: a value of `type`, or 不适用 where `optional` is true. */
export interface ExprType {
  readonly type: ValueType;
  readonly optional: boolean;
}

/** Where an expression stands, and who is told what is wrong with it. */
export interface TypeContext {
  readonly index: ModuleIndex;
  /** Type of the member at hand inside a `set-aggregate`. */
  readonly element?: ValueType;
  /** Called for each operand of a wrong type, and each optional operand of an operator that takes none. */
  readonly report: (code: TypeFault, expr: Expr, detail: string) => void;
}

export type TypeFault =
  | 'wrong-type'
  | 'optional-operand'
  | 'unknown-reference'
  | 'stray-element'
  | 'key-count';

/** Type of an expression of a verified module; undefined where its ids do not resolve. */
export function typeOfExpr(
  expr: Expr,
  index: ModuleIndex,
  element?: ValueType,
): ExprType | undefined {
  return inferType(expr, { index, report: () => {}, ...(element && { element }) });
}

/**
 * Type of `expr`, with every fault below it reported once.
 *
 * Undefined where a fault below leaves no type, so that one slip is not reported again by every node above it.
 */
export function inferType(expr: Expr, context: TypeContext): ExprType | undefined {
  switch (expr.kind) {
    case 'literal':
    case 'input':
    case 'definition':
    case 'accumulator':
    case 'element':
    case 'parameter':
    case 'not-applicable':
    case 'undetermined':
      return leafType(expr, context);
    case 'arithmetic':
      return plain(arithmeticType(expr, context));
    case 'extremum':
      return plain(joinStrict(expr.operands, expr, context));
    case 'brackets':
      return plain(bracketsType(expr, context));
    case 'round':
      return plain(roundedType(strict(expr.operand, context), expr.unit));
    case 'floor-divide':
      joinStrict([expr.left, expr.right], expr, context);
      return plain(integer);
    case 'quotient':
      return plain(roundedType(quotientType(expr, context), expr.unit));
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      checkCondition(expr, context);
      return plain(boolean);
    case 'date-part':
      expectType(expr.operand, date, context);
      return plain(integer);
    case 'date-shift':
      expectType(expr.operand, expr.shift === 'year-start' ? integer : date, context);
      if (expr.by) expectType(expr.by, integer, context);
      return plain(date);
    case 'working-day-shift':
      expectType(expr.operand, date, context);
      expectType(expr.by, integer, context);
      return plain(date);
    case 'dated':
    case 'lookup':
    case 'cases':
    case 'combine':
    case 'or-else':
      return choiceType(expr, context);
    case 'set-aggregate':
    case 'child-aggregate':
      return aggregateOf(expr, context);
    case 'catalogue-cell':
      return cellType(expr, context);
    default:
      return assertNever(expr);
  }
}

type ExprOf<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

function leafType(
  expr: ExprOf<
    | 'literal'
    | 'input'
    | 'definition'
    | 'accumulator'
    | 'element'
    | 'parameter'
    | 'not-applicable'
    | 'undetermined'
  >,
  context: TypeContext,
): ExprType | undefined {
  const { index, element, report } = context;
  switch (expr.kind) {
    case 'literal':
      return plain(expr.type);
    case 'undetermined':
      return plain(expr.type);
    case 'not-applicable':
      return { type: expr.type, optional: true };
    case 'input':
      return known(index.inputs.get(expr.input), expr.input, expr, context);
    case 'definition':
      return known(index.definitions.get(expr.definition), expr.definition, expr, context);
    case 'accumulator':
      return accumulatorType(expr, context);
    case 'parameter':
      return parameterType(expr, context);
    case 'element':
      if (!element) report('stray-element', expr, '');
      return plain(element);
    default:
      return assertNever(expr);
  }
}

function known(
  found: ExprType | undefined,
  id: string,
  expr: Expr,
  { report }: TypeContext,
): ExprType | undefined {
  if (!found) report('unknown-reference', expr, id);
  return found && { type: found.type, optional: found.optional };
}

function accumulatorType(expr: AccumulatorRef, context: TypeContext): ExprType | undefined {
  const found = context.index.accumulators.get(expr.accumulator);
  for (const key of expr.keys ?? []) strict(key, context);
  if (found && expr.keys && expr.keys.length !== found.by.length) {
    context.report('key-count', expr, `${expr.keys.length} ≠ ${found.by.length}`);
  }
  const typed = found && { type: found.type, optional: startsAbsent(found) };
  return known(typed, expr.accumulator, expr, context);
}

function parameterType(expr: ParameterRef, context: TypeContext): ExprType | undefined {
  for (const key of expr.keys) strict(key, context);
  for (const { key } of expr.splits) strict(key, context);
  const parameter = context.index.parameters.get(expr.parameter);
  const column = parameter?.columns.find(({ name }) => name === expr.column);
  const type = expr.column === undefined ? parameter?.type : column?.type;
  const optional = (parameter?.versions ?? []).some(({ cells }) =>
    cells.some(({ value }) => value.kind === 'not-applicable'),
  );
  const id = expr.column === undefined ? expr.parameter : `${expr.parameter}.${expr.column}`;
  return known(type && { type, optional }, id, expr, context);
}

/** Keys are of the types of their columns; whether there is a row is a truth value. */
function cellType(expr: CatalogueCell, context: TypeContext): ExprType | undefined {
  const { index, report } = context;
  const found = index.catalogues.get(expr.catalogue);
  if (!found) return known(undefined, expr.catalogue, expr, context);
  if (found.keys.length !== expr.keys.length)
    report('wrong-type', expr, `${expr.keys.length} keys`);
  expr.keys.forEach((key, at) => {
    const type = found.keys[at]?.type;
    if (type) expectType(key, type, context);
  });
  if (expr.column === undefined) return plain(boolean);
  const column = found.columns.find(({ name }) => name === expr.column);
  const typed = column && { type: column.type, optional: column.absent !== undefined };
  return known(typed, `${expr.catalogue}.${expr.column}`, expr, context);
}

function arithmeticType(expr: Arithmetic, context: TypeContext): ValueType | undefined {
  const left = strict(expr.left, context);
  const right = strict(expr.right, context);
  if (!left || !right) return undefined;
  const type =
    expr.operator === '*' ? productType(left, right) : sumType(expr.operator, left, right);
  if (!type) {
    context.report(
      'wrong-type',
      expr,
      `${describeType(left)} ${expr.operator} ${describeType(right)}`,
    );
  }
  return type;
}

function bracketsType(expr: ExprOf<'brackets'>, context: TypeContext): ValueType | undefined {
  const limits = expr.bands.flatMap(({ upTo }) => (upTo ? [upTo] : []));
  for (const band of expr.bands) expectType(band.rate, rate, context);
  return joinStrict([expr.from, expr.to, ...limits], expr, context);
}

function quotientType(expr: ExprOf<'quotient'>, context: TypeContext): ValueType | undefined {
  const left = strict(expr.left, context);
  const right = strict(expr.right, context);
  if (!left || !right) return undefined;
  if (joinTypes(left, right)) return rate;
  if (productType(right, right)) return left;
  context.report('wrong-type', expr, `${describeType(left)} ÷ ${describeType(right)}`);
  return undefined;
}

/** A pure number rounded to whole numbers is an integer. */
function roundedType(type: ValueType | undefined, unit: string): ValueType | undefined {
  const whole = /^\d+$/.test(unit) && (type?.kind === 'rate' || type?.kind === 'decimal');
  return whole ? integer : type;
}

function checkCondition(
  expr: ExprOf<'compare' | 'logic' | 'not' | 'present' | 'member' | 'intersects'>,
  context: TypeContext,
): void {
  switch (expr.kind) {
    case 'compare':
      checkCompare(expr, context);
      return;
    case 'logic':
      for (const operand of expr.operands) expectType(operand, boolean, context);
      return;
    case 'not':
      expectType(expr.operand, boolean, context);
      return;
    case 'present':
      inferType(expr.operand, context);
      return;
    case 'member':
      expectKind(expr.operand, ['enumeration', 'text'], context);
      return;
    case 'intersects':
      expectKind(expr.operand, ['set'], context);
      return;
    default:
      assertNever(expr);
  }
}

function checkCompare(expr: ExprOf<'compare'>, context: TypeContext): void {
  const type = joinStrict([expr.left, expr.right], expr, context);
  if (!type || expr.operator === '=' || expr.operator === '!=') return;
  const unordered = type.kind === 'boolean' || type.kind === 'text' || type.kind === 'set';
  if (unordered || (type.kind === 'enumeration' && !expr.order)) {
    context.report('wrong-type', expr, `${describeType(type)} ${expr.operator}`);
  }
}

/** Kinds that pass on the 不适用 of what they choose. */
function choiceType(
  expr: ExprOf<'dated' | 'lookup' | 'cases' | 'combine' | 'or-else'>,
  context: TypeContext,
): ExprType | undefined {
  switch (expr.kind) {
    case 'dated':
      return join([...expr.versions.map(({ value }) => value), expr.otherwise], expr, context);
    case 'lookup':
      for (const key of expr.keys) strict(key, context);
      return join(
        expr.rows.map(({ value }) => value),
        expr,
        context,
      );
    case 'cases':
      for (const { when } of expr.branches) expectType(when, boolean, context);
      return join([...expr.branches.map(({ value }) => value), expr.otherwise], expr, context);
    case 'combine': {
      const types = expr.operands.map((operand) => inferType(operand, context));
      const type = joinAll(types, expr, context);
      return type && { type, optional: types.every((each) => each?.optional === true) };
    }
    case 'or-else': {
      const types = [inferType(expr.operand, context), inferType(expr.fallback, context)];
      const type = joinAll(types, expr, context);
      return type && { type, optional: types[1]?.optional === true };
    }
    default:
      return assertNever(expr);
  }
}

function aggregateOf(
  expr: ExprOf<'set-aggregate' | 'child-aggregate'>,
  context: TypeContext,
): ExprType | undefined {
  const type = plain(aggregateType(expr, context));
  return type && { ...type, optional: expr.operator === 'only' };
}

function aggregateType(
  expr: ExprOf<'set-aggregate' | 'child-aggregate'>,
  context: TypeContext,
): ValueType | undefined {
  const inner = expr.kind === 'set-aggregate' ? elementContext(expr, context) : context;
  if (expr.when) expectType(expr.when, boolean, inner);
  if (expr.operator === 'count') return integer;
  return strict(expr.value, inner);
}

function elementContext(expr: SetAggregate, context: TypeContext): TypeContext {
  const set = expectKind(expr.set, ['set'], context);
  if (set?.kind !== 'set') return context;
  return { ...context, element: { kind: 'enumeration', enumeration: set.enumeration } };
}

function join(
  exprs: readonly (Expr | undefined)[],
  owner: Expr,
  context: TypeContext,
): ExprType | undefined {
  const types = exprs.flatMap((expr) => (expr ? [inferType(expr, context)] : []));
  const type = joinAll(types, owner, context);
  return type && { type, optional: types.some((each) => each?.optional === true) };
}

function joinStrict(
  exprs: readonly Expr[],
  owner: Expr,
  context: TypeContext,
): ValueType | undefined {
  const types = exprs.map((expr) => plain(strict(expr, context)));
  return joinAll(types, owner, context);
}

function joinAll(
  types: readonly (ExprType | undefined)[],
  owner: Expr,
  context: TypeContext,
): ValueType | undefined {
  let joined: ValueType | undefined;
  for (const each of types) {
    if (!each) return undefined;
    const next = joined ? joinTypes(joined, each.type) : each.type;
    if (!next) {
      const both = `${describeType(joined ?? each.type)}, ${describeType(each.type)}`;
      context.report('wrong-type', owner, both);
      return undefined;
    }
    joined = next;
  }
  return joined;
}

/** The type of an operand that may not be 不适用. */
function strict(expr: Expr, context: TypeContext): ValueType | undefined {
  const found = inferType(expr, context);
  if (found?.optional) context.report('optional-operand', expr, describeType(found.type));
  return found?.type;
}

function expectType(expr: Expr, expected: ValueType, context: TypeContext): void {
  const found = strict(expr, context);
  if (!found) return;
  const joined = joinTypes(found, expected);
  if (!joined || !isSameType(joined, expected)) {
    context.report('wrong-type', expr, `${describeType(found)}, ${describeType(expected)}`);
  }
}

function expectKind(
  expr: Expr,
  kinds: readonly ValueType['kind'][],
  context: TypeContext,
): ValueType | undefined {
  const found = strict(expr, context);
  if (found && !kinds.includes(found.kind)) {
    context.report('wrong-type', expr, `${describeType(found)}, ${kinds.join('|')}`);
  }
  return found;
}

function plain(type: ValueType | undefined): ExprType | undefined {
  return type && { type, optional: false };
}
