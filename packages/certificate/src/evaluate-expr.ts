import { assertNever } from '@tiaoli/base';
import { isNumber, isSet, valueOfLiteral } from '@tiaoli/interpreter';
import type { Expr, Literal } from '@tiaoli/ir';
import { evaluateAggregate } from './evaluate-aggregate.ts';
import { evaluateArithmetic } from './evaluate-arithmetic.ts';
import { evaluateChoice } from './evaluate-choice.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { evaluateDate } from './evaluate-date.ts';
import { evaluateLookup } from './evaluate-lookup.ts';
import { evaluateAccumulator, evaluateDefinition, evaluateInput } from './evaluate-reference.ts';
import { evaluateUnread } from './evaluate-unread.ts';
import { evaluateWorkingDays } from './evaluate-working-days.ts';
import { constant } from './linear.ts';
import type { Outcome, Scope } from './scope.ts';
import { absent, isOpen, missing, numberOf, truthOf } from './scope.ts';

/**
 * What an expression comes to in every case of which `scope.known` is true: the interpreter, with forms for numbers.
 *
 * Where it hangs on something that is not known, that question is left in `scope.open` and the outcome means nothing.
 */
export function evaluateExpr(expr: Expr, scope: Scope): Outcome {
  if (isOpen(scope)) return missing;
  switch (expr.kind) {
    case 'literal':
      return evaluateLiteral(expr);
    case 'input':
      return evaluateInput(expr, scope);
    case 'definition':
      return evaluateDefinition(expr.definition, scope, evaluateExpr);
    case 'accumulator':
      return expr.keys
        ? evaluateUnread(expr, scope)
        : evaluateAccumulator(expr.accumulator, scope, evaluateExpr);
    case 'element':
      return { status: 'value', value: { kind: 'member', member: scope.element ?? '' } };
    case 'not-applicable':
      return absent;
    case 'undetermined':
      return missing;
    case 'arithmetic':
    case 'extremum':
    case 'brackets':
    case 'round':
    case 'floor-divide':
    case 'quotient':
      return evaluateArithmetic(expr, scope, evaluateExpr);
    case 'compare':
    case 'logic':
    case 'not':
    case 'present':
    case 'member':
    case 'intersects':
      return evaluateCondition(expr, scope, evaluateExpr);
    case 'cases':
    case 'combine':
    case 'or-else':
      return evaluateChoice(expr, scope, evaluateExpr);
    case 'lookup':
      return evaluateLookup(expr, scope, evaluateExpr);
    case 'set-aggregate':
      return evaluateAggregate(expr, scope, evaluateExpr);
    case 'date-part':
    case 'date-shift':
      return evaluateDate(expr, scope, evaluateExpr);
    case 'working-day-shift':
      return evaluateWorkingDays(expr, scope, evaluateExpr);
    case 'child-aggregate':
    case 'catalogue-cell':
      return evaluateUnread(expr, scope);
    case 'parameter':
    case 'dated':
      throw new Error(`the program is not bound: ${expr.kind}`);
    default:
      return assertNever(expr);
  }
}

function evaluateLiteral(literal: Literal): Outcome {
  const value = valueOfLiteral(literal);
  if (isNumber(value)) return numberOf(constant(value));
  if (typeof value === 'boolean') return truthOf(value);
  if (isSet(value)) return { status: 'value', value: { kind: 'set', members: [...value] } };
  return { status: 'value', value: { kind: 'member', member: value } };
}
