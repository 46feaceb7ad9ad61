import type { Rational, RoundingMode } from '@tiaoli/base';
import { printRational, rational } from '@tiaoli/base';
import type { CaseBranch, Expr, Literal } from './expr.ts';
import type { ValueType } from './type.ts';

/**
 * Constructors of expressions, one a kind, for lowering, passes and tests.
 *
 * They drop what is neutral by form alone (`x + 0`, `true and x`, `max(x)`), never by value: folding is a pass.
 */

export const money: ValueType = { kind: 'money' };
export const rate: ValueType = { kind: 'rate' };
export const integer: ValueType = { kind: 'integer' };
export const boolean: ValueType = { kind: 'boolean' };
export const date: ValueType = { kind: 'date' };
export const text: ValueType = { kind: 'text' };

export function literal(type: ValueType, value: Literal['value']): Literal {
  return { kind: 'literal', type, value };
}

export function numberLiteral(type: ValueType, value: Rational | number): Literal {
  return literal(type, printRational(typeof value === 'number' ? rational(value) : value));
}

/** @param fen whole fen */
export function fenLiteral(fen: number | bigint): Literal {
  return literal(money, fen.toString());
}

export const noMoney: Literal = fenLiteral(0);
export const whole: Literal = literal(rate, '1');
export const yes: Literal = literal(boolean, true);
export const no: Literal = literal(boolean, false);

export function isLiteral(expr: Expr, value: Literal['value']): boolean {
  return expr.kind === 'literal' && expr.value === value;
}

export function definitionRef(definition: string): Expr {
  return { kind: 'definition', definition };
}

/** @param keys  in place of the accumulator's own */
export function accumulatorRef(accumulator: string, keys?: readonly Expr[]): Expr {
  return { kind: 'accumulator', accumulator, ...(keys && { keys }) };
}

export function inputRef(input: string): Expr {
  return { kind: 'input', input };
}

export function plus(left: Expr, right: Expr): Expr {
  if (isLiteral(left, '0')) return right;
  if (isLiteral(right, '0')) return left;
  return { kind: 'arithmetic', operator: '+', left, right };
}

export function minus(left: Expr, right: Expr): Expr {
  return isLiteral(right, '0') ? left : { kind: 'arithmetic', operator: '-', left, right };
}

export function times(left: Expr, right: Expr): Expr {
  if (isLiteral(left, '1') && left.kind === 'literal' && left.type.kind !== 'money') return right;
  if (isLiteral(right, '1') && right.kind === 'literal' && right.type.kind !== 'money') return left;
  return { kind: 'arithmetic', operator: '*', left, right };
}

/** Σ of the terms; 0 fen when there are none. */
export function sumOf(terms: readonly Expr[]): Expr {
  return terms.reduce<Expr>(plus, noMoney);
}

export function minimum(...operands: readonly Expr[]): Expr {
  return extremum('min', operands);
}

export function maximum(...operands: readonly Expr[]): Expr {
  return extremum('max', operands);
}

function extremum(operator: 'min' | 'max', operands: readonly Expr[]): Expr {
  const [only] = operands;
  if (only && operands.length === 1) return only;
  return { kind: 'extremum', operator, operands };
}

/** `(expr)+`: 0 where it is negative. */
export function positivePart(expr: Expr): Expr {
  return maximum(noMoney, expr);
}

export function roundTo(operand: Expr, { mode, unit }: { mode: RoundingMode; unit: string }): Expr {
  return { kind: 'round', operand, mode, unit };
}

export function compareTo(
  left: Expr,
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  right: Expr,
): Expr {
  return { kind: 'compare', operator, left, right };
}

export function both(...operands: readonly Expr[]): Expr {
  return logic('and', operands, true);
}

export function either(...operands: readonly Expr[]): Expr {
  return logic('or', operands, false);
}

function logic(operator: 'and' | 'or', operands: readonly Expr[], neutral: boolean): Expr {
  if (operands.some((operand) => isLiteral(operand, !neutral))) return literal(boolean, !neutral);
  const rest = operands
    .filter((operand) => !isLiteral(operand, neutral))
    .flatMap((operand) =>
      operand.kind === 'logic' && operand.operator === operator ? operand.operands : [operand],
    );
  const [only] = rest;
  if (!only) return literal(boolean, neutral);
  return rest.length === 1 ? only : { kind: 'logic', operator, operands: rest };
}

export function not(operand: Expr): Expr {
  if (isLiteral(operand, true)) return no;
  if (isLiteral(operand, false)) return yes;
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
}

/** `condition ? value : otherwise`. */
export function choose(when: Expr, value: Expr, otherwise: Expr): Expr {
  if (isLiteral(when, true)) return value;
  if (isLiteral(when, false)) return otherwise;
  return { kind: 'cases', overlap: 'first', branches: [{ when, value }], otherwise };
}

export function casesOf(
  overlap: 'disjoint' | 'first' | 'checked',
  branches: readonly CaseBranch[],
  otherwise?: Expr,
): Expr {
  return { kind: 'cases', overlap, branches, ...(otherwise && { otherwise }) };
}

export function notApplicable(type: ValueType, reason: string): Expr {
  return { kind: 'not-applicable', type, reason };
}
