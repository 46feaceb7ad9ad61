import { assertNever } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import { evaluateAggregate } from './evaluate-aggregate.ts';
import { evaluateArithmetic } from './evaluate-arithmetic.ts';
import { evaluateCatalogueCell } from './evaluate-catalogue.ts';
import { evaluateChoice } from './evaluate-choice.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { evaluateDate, evaluateWorkingDays } from './evaluate-date.ts';
import { evaluateLookup } from './evaluate-lookup.ts';
import { evaluateAccumulator, evaluateDefinition, evaluateInput } from './evaluate-reference.ts';
import type { Scope } from './scope.ts';
import type { Outcome } from './values.ts';
import { notApplicableOutcome, undetermined, valueOfLiteral, valueOutcome } from './values.ts';

/**
 * What an expression means on a record.
 *
 * Demand-driven and deterministic. Throws only where `verify` would have found a fault of the program.
 */
export function evaluateExpr(expr: Expr, scope: Scope): Outcome {
  switch (expr.kind) {
    case 'literal':
      return valueOutcome(valueOfLiteral(expr));
    case 'input':
    case 'definition':
    case 'accumulator':
      return evaluateReference(expr, scope);
    case 'element':
      if (scope.element === undefined) throw new Error('an element stands outside any set');
      return valueOutcome(scope.element);
    case 'not-applicable':
      return notApplicableOutcome(expr.reason);
    case 'undetermined':
      return undetermined(expr.cause, expr.reason);
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
    case 'dated':
      return evaluateChoice(expr, scope, evaluateExpr);
    case 'catalogue-cell':
      return evaluateCatalogueCell(expr, scope, evaluateExpr);
    case 'lookup':
      return evaluateLookup(expr, scope, evaluateExpr);
    case 'set-aggregate':
    case 'child-aggregate':
      return evaluateAggregate(expr, scope, evaluateExpr);
    case 'date-part':
    case 'date-shift':
      return evaluateDate(expr, scope, evaluateExpr);
    case 'working-day-shift':
      return evaluateWorkingDays(expr, scope, evaluateExpr);
    case 'parameter':
      throw new Error(`the program is not bound: parameter ${expr.parameter}`);
    default:
      return assertNever(expr);
  }
}

function evaluateReference(
  expr: Extract<Expr, { kind: 'input' | 'definition' | 'accumulator' }>,
  scope: Scope,
): Outcome {
  const outcome = follow(expr, scope);
  scope.step.trace?.addOperand(expr, outcome);
  return outcome;
}

function follow(
  expr: Extract<Expr, { kind: 'input' | 'definition' | 'accumulator' }>,
  scope: Scope,
): Outcome {
  switch (expr.kind) {
    case 'input':
      return evaluateInput(expr, scope, evaluateExpr);
    case 'definition':
      return evaluateDefinition(expr, scope, evaluateExpr);
    case 'accumulator':
      return evaluateAccumulator(expr, scope, evaluateExpr);
    default:
      return assertNever(expr);
  }
}
