import type { Rational } from '@tiaoli/base';
import {
  add,
  assertNever,
  compare,
  divide,
  floor,
  multiply,
  parseRational,
  rational,
  roundTo,
  subtract,
  ZERO,
} from '@tiaoli/base';
import type {
  Arithmetic,
  Cases,
  Combine,
  Compare,
  Expr,
  Extremum,
  Logic,
  ValueType,
} from '@tiaoli/ir';
import {
  boolean,
  both,
  either,
  indexModule,
  isLiteral,
  literal,
  not,
  typeOfExpr,
} from '@tiaoli/ir';
import { foldLookup } from './fold-lookup.ts';
import { literalOfNumber, numberOf } from './literal-value.ts';

/**
 * `expr` with its own operator worked out, where its operands are literals; the operands are folded already.
 *
 * Folding never changes an outcome: a value is worked out only from values, so what is missing stays missing and
 * names the same fields.
 */
export function foldExpr(expr: Expr): Expr {
  switch (expr.kind) {
    case 'arithmetic':
      return foldArithmetic(expr);
    case 'extremum':
      return foldExtremum(expr);
    case 'round':
      return foldRound(expr);
    case 'floor-divide':
      return foldNumbers(expr, expr.left, expr.right, { kind: 'integer' }, (left, right) =>
        compare(right, ZERO) <= 0 ? undefined : rational(floor(divide(left, right))),
      );
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      return foldCondition(expr);
    case 'cases':
      return foldCases(expr);
    case 'combine':
      return foldCombine(expr);
    case 'or-else':
      return foldOrElse(expr);
    case 'lookup':
      return foldLookup(expr);
    case 'literal':
    case 'input':
    case 'definition':
    case 'accumulator':
    case 'element':
    case 'parameter':
    case 'dated':
    case 'brackets':
    case 'quotient':
    case 'not-applicable':
    case 'undetermined':
    case 'set-aggregate':
    case 'child-aggregate':
    case 'catalogue-cell':
    case 'date-part':
    case 'date-shift':
    case 'working-day-shift':
      return expr;
    default:
      return assertNever(expr);
  }
}

type ConditionKind = 'compare' | 'logic' | 'not' | 'present' | 'member' | 'intersects';

function foldCondition(expr: Extract<Expr, { kind: ConditionKind }>): Expr {
  switch (expr.kind) {
    case 'compare':
      return foldCompare(expr);
    case 'logic':
      return foldLogic(expr);
    case 'not':
      return not(expr.operand);
    case 'present':
      if (isValue(expr.operand)) return literal(boolean, true);
      return expr.operand.kind === 'not-applicable' ? literal(boolean, false) : expr;
    case 'member':
    case 'intersects':
      return foldMembership(expr);
    default:
      return assertNever(expr);
  }
}

function foldMembership(expr: Extract<Expr, { kind: 'member' | 'intersects' }>): Expr {
  const { operand, members } = expr;
  if (operand.kind !== 'literal' || typeof operand.value === 'boolean') return expr;
  const names = typeof operand.value === 'string' ? [operand.value] : operand.value;
  return literal(
    boolean,
    names.some((name) => members.includes(name)),
  );
}

function foldOrElse(expr: Extract<Expr, { kind: 'or-else' }>): Expr {
  if (isValue(expr.operand)) return expr.operand;
  return expr.operand.kind === 'not-applicable' ? expr.fallback : expr;
}

function isValue(expr: Expr): boolean {
  return expr.kind === 'literal';
}

function foldNumbers(
  expr: Expr,
  left: Expr,
  right: Expr,
  type: ValueType,
  compute: (left: Rational, right: Rational) => Rational | undefined,
): Expr {
  const a = numberOf(left);
  const b = numberOf(right);
  const value = a && b && compute(a, b);
  return (value && literalOfNumber(type, value)) ?? expr;
}

/** For literals alone, which read nothing. */
const noIndex = indexModule({ declarations: [], definitions: [], accumulators: [] });

const operations = { '+': add, '-': subtract, '*': multiply } as const;

function foldArithmetic(expr: Arithmetic): Expr {
  const { left, right, operator } = expr;
  if (left.kind !== 'literal' || right.kind !== 'literal') return withoutNeutral(expr);
  const type = typeOfExpr(expr, noIndex)?.type;
  return type ? foldNumbers(expr, left, right, type, operations[operator]) : expr;
}

/** `x + 0`, `x − 0`: what is missing in x is missing in the sum, so the zero can go. */
function withoutNeutral(expr: Arithmetic): Expr {
  const { left, right, operator } = expr;
  if (operator === '*') return expr;
  if (isLiteral(right, '0')) return left;
  return operator === '+' && isLiteral(left, '0') ? right : expr;
}

function foldExtremum(expr: Extremum): Expr {
  const [first] = expr.operands;
  if (first && expr.operands.length === 1) return first;
  const numbers = expr.operands.map(numberOf);
  if (!numbers.every((value) => value !== undefined) || first?.kind !== 'literal') return expr;
  const sign = expr.operator === 'min' ? 1 : -1;
  const best = numbers.reduce((left, right) => (compare(left, right) * sign <= 0 ? left : right));
  return literalOfNumber(first.type, best) ?? expr;
}

function foldRound(expr: Extract<Expr, { kind: 'round' }>): Expr {
  if (expr.operand.kind === 'undetermined' || expr.operand.kind === 'not-applicable') {
    return expr.operand;
  }
  const value = numberOf(expr.operand);
  const unit = parseRational(expr.unit);
  if (!value || !unit || expr.operand.kind !== 'literal') return expr;
  return literalOfNumber(expr.operand.type, roundTo(value, expr.mode, unit)) ?? expr;
}

function foldCompare(expr: Compare): Expr {
  const { left, right, operator, order } = expr;
  if (left.kind !== 'literal' || right.kind !== 'literal') return expr;
  const sign = order ? rankDifference(left.value, right.value, order) : signOf(left, right);
  if (sign === undefined) return expr;
  return literal(boolean, holds(operator, sign));
}

function signOf(left: Expr, right: Expr): number | undefined {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a && b) return compare(a, b);
  if (left.kind !== 'literal' || right.kind !== 'literal') return undefined;
  if (typeof left.value === 'object' || typeof right.value === 'object') return undefined;
  return left.value === right.value ? 0 : 1;
}

function rankDifference(
  left: unknown,
  right: unknown,
  order: readonly unknown[],
): number | undefined {
  const a = order.indexOf(left);
  const b = order.indexOf(right);
  return a < 0 || b < 0 ? undefined : a - b;
}

function holds(operator: Compare['operator'], sign: number): boolean {
  switch (operator) {
    case '=':
      return sign === 0;
    case '!=':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
    default:
      return assertNever(operator);
  }
}

/** By Kleene one false operand decides, whatever is missing in the others. */
function foldLogic({ operator, operands }: Logic): Expr {
  return operator === 'and' ? both(...operands) : either(...operands);
}

function foldCases(expr: Cases): Expr {
  const branches = expr.branches.filter(({ when }) => !isLiteral(when, false));
  const [first] = branches;
  if (!first) return expr.otherwise ?? { ...expr, branches: expr.branches.slice(-1) };
  if (expr.overlap === 'checked') {
    return isLiteral(first.when, true) && branches.length === 1
      ? first.value
      : { ...expr, branches };
  }
  if (isLiteral(first.when, true)) return first.value;
  const certain = branches.findIndex(({ when }) => isLiteral(when, true));
  if (certain < 0) return { ...expr, branches };
  const decided = branches[certain];
  return {
    ...expr,
    branches: branches.slice(0, certain),
    ...(decided && { otherwise: decided.value }),
  };
}

function foldCombine(expr: Combine): Expr {
  const operands = expr.operands.filter(({ kind }) => kind !== 'not-applicable');
  const [first] = operands;
  if (!first) return expr.operands[0] ?? expr;
  if (operands.length === 1) return first;
  if (expr.operator === 'sum' || !operands.every(isValue)) return { ...expr, operands };
  const operator = expr.operator === 'highest' ? 'max' : 'min';
  return foldExtremum({ kind: 'extremum', operator, operands });
}
