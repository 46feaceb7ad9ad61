import { assertNever } from '@tiaoli/base';
import type { Brackets, Expr, Literal } from '@tiaoli/ir';
import { isAtMost } from '../../passes/is-at-most.ts';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { proofContext } from '../../passes/range-of-expr.ts';
import { scaleOfExpr } from '../../passes/scale-of-expr.ts';
import type { Scope } from './emission.ts';
import {
  memberIndex,
  rangeIn,
  statusOfCause,
  statusOfNotApplicable,
  textNumber,
} from './emission.ts';
import { emitAggregate, emitOnly } from './emit-aggregate.ts';
import { emitArithmetic, emitExtremum, emitFloorDivide, emitQuotient } from './emit-arithmetic.ts';
import { emitBrackets } from './emit-brackets.ts';
import { emitCatalogueCell } from './emit-catalogue.ts';
import { emitChoice } from './emit-choice.ts';
import { emitCondition, setBits } from './emit-condition.ts';
import { emitDate } from './emit-date.ts';
import { emitLookup } from './emit-lookup.ts';
import { emitAccumulator, emitDefinition, emitInput } from './emit-reference.ts';
import { emitRounding } from './emit-rounding.ts';
import { gapValue } from './emit-way.ts';
import { int, long } from './node.ts';
import type { Value } from './value.ts';
import { literalValue, plainValue, truth } from './value.ts';

/** Emits an expression: its value as instructions, what it needs before that as statements of the block. */
export function emitExpr(expr: Expr, scope: Scope): Value {
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
      return emitRounding(emitExpr(expr.operand, scope), expr, rangeIn(scope, expr), scope);
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
      return gapValue(statusOfNotApplicable(scope.emission, expr.reason));
    case 'undetermined':
      return gapValue(statusOfCause(scope.emission, expr.cause, expr.reason));
    case 'set-aggregate':
    case 'child-aggregate':
      if (expr.operator === 'only') return emitOnly(expr, scope, emitExpr);
      return emitAggregate(expr, formIn(scope, expr), scope, emitExpr);
    case 'catalogue-cell':
      return emitCatalogueCell(expr, formIn(scope, expr), scope, emitExpr);
    case 'date-part':
    case 'date-shift':
    case 'working-day-shift':
      return emitDate(expr, rangeIn(scope, expr), scope, emitExpr);
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

function emitLiteral(expr: Literal, scope: Scope): Value {
  const { type, value } = expr;
  const number = numberOf(expr);
  if (number) return literalValue(number, scope.emission);
  if (typeof value === 'boolean') return truth(int(value ? 1 : 0));
  if (typeof value === 'object') {
    const enumeration = 'enumeration' in type ? type.enumeration : '';
    return plainValue(long(setBits(value, enumeration, scope)), 'set', enumeration);
  }
  if (type.kind !== 'enumeration') {
    return plainValue(long(textNumber(scope.emission, value)), 'text');
  }
  const { enumeration } = type;
  return plainValue(long(memberIndex(scope.emission, enumeration, value)), 'index', enumeration);
}
