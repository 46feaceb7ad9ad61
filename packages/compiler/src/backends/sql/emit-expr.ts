import { assertNever } from '@tiaoli/base';
import type { Brackets, Expr, Literal } from '@tiaoli/ir';
import { isAtMost } from '../../passes/is-at-most.ts';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { proofContext } from '../../passes/range-of-expr.ts';
import { scaleOfExpr } from '../../passes/scale-of-expr.ts';
import type { Scope } from './emission.ts';
import { memberIndex, numberOfCause, numberOfReason, rangeIn } from './emission.ts';
import { emitAggregate } from './emit-aggregate.ts';
import { emitArithmetic, emitExtremum, emitFloorDivide, emitQuotient } from './emit-arithmetic.ts';
import { emitBrackets } from './emit-brackets.ts';
import { emitChoice } from './emit-choice.ts';
import { emitCondition, setBits } from './emit-condition.ts';
import { emitDate } from './emit-date.ts';
import { emitLookup } from './emit-lookup.ts';
import { emitAccumulator, emitDefinition, emitInput } from './emit-reference.ts';
import { emitRounding } from './emit-rounding.ts';
import { integer, textNode, truthNode } from './operators.ts';
import { refuse } from './refusals.ts';
import type { Value } from './value.ts';
import { gapValue, literalValue, plainValue, truth } from './value.ts';

/** SQL of an expression; a switch over every kind of it. */
export function emitExpr(expr: Expr, scope: Scope): Value {
  const { emission } = scope;
  switch (expr.kind) {
    case 'literal':
      return emitLiteral(expr, scope);
    case 'input':
      return emitInput(expr, scope, emitExpr);
    case 'definition':
      return emitDefinition(expr.definition, scope, emitExpr);
    case 'accumulator':
      return emitAccumulator(expr, scope, emitExpr);
    case 'element':
      return elementOf(scope);
    case 'arithmetic':
      return emitArithmetic(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'extremum':
      return emitExtremum(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'brackets':
      return emitBrackets(expr, bracketFacts(expr, scope), scope, emitExpr);
    case 'round':
      return emitRounding(emitExpr(expr.operand, scope), expr, rangeIn(scope, expr), emission);
    case 'floor-divide':
      return emitFloorDivide(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'quotient':
      return emitQuotient(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      return emitCondition(expr, scope, emitExpr);
    case 'cases':
    case 'combine':
    case 'or-else':
      return emitChoice(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'lookup':
      return emitLookup(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'not-applicable':
      return gapValue(emission, numberOfReason(emission, expr.reason));
    case 'undetermined':
      return gapValue(emission, numberOfCause(emission, expr.cause, expr.reason));
    case 'set-aggregate':
    case 'child-aggregate':
      return emitAggregate(expr, formIn(scope, expr), scope, emitExpr);
    case 'date-part':
    case 'date-shift':
      return emitDate(expr, rangeIn(scope, expr), scope, emitExpr);
    case 'working-day-shift':
      return refuse(emission, 'working-days');
    case 'catalogue-cell':
      return refuse(emission, 'catalogues');
    case 'parameter':
    case 'dated':
      throw new Error(`a bound program has no ${expr.kind}`);
    default:
      return assertNever(expr);
  }
}

function elementOf({ element }: Scope): Value {
  if (!element) throw new Error('a verified program reads no member outside a set');
  return element;
}

function bracketFacts(expr: Brackets, scope: Scope) {
  const isAscending = isAtMost(expr.from, expr.to, proofContext(scope.emission.ranges));
  return { range: rangeIn(scope, expr), isAscending };
}

function formIn(scope: Scope, expr: Expr): { readonly range: Range; readonly scale: bigint } {
  return { range: rangeIn(scope, expr), scale: scaleOfExpr(expr, scope.emission.scales) };
}

function emitLiteral(expr: Literal, { emission }: Scope): Value {
  const { type, value } = expr;
  const number = numberOf(expr);
  if (number) return literalValue(emission, number);
  if (typeof value === 'boolean') return truth(truthNode(emission, value));
  if (typeof value === 'object') {
    const enumeration = 'enumeration' in type ? type.enumeration : '';
    const bits = setBits(value, enumeration, emission);
    return plainValue(integer(emission, bits), 'set', enumeration);
  }
  if (type.kind !== 'enumeration') return plainValue(textNode(emission, value), 'text');
  const { enumeration } = type;
  const index = memberIndex(emission, enumeration, value);
  return plainValue(integer(emission, index), 'index', enumeration);
}
