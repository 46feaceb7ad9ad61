import { assertNever } from '@tiaoli/base';
import type { CaseBranch, Cases, Combine, OrElse } from '@tiaoli/ir';
import { extreme } from './evaluate-arithmetic.ts';
import { isSameValue, isTrue } from './evaluate-condition.ts';
import { sum } from './linear.ts';
import type { Evaluate, Outcome, Scope } from './scope.ts';
import { absent, formOf, missing, numberOf, valuesOf } from './scope.ts';

/** Kinds that choose among operands and pass on the 不适用 of what they choose. */
export function evaluateChoice(
  expr: Cases | Combine | OrElse,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  switch (expr.kind) {
    case 'cases':
      return expr.overlap === 'checked'
        ? evaluateChecked(expr, scope, evaluate)
        : evaluateFirst(expr, scope, evaluate);
    case 'combine':
      return evaluateCombine(expr, scope, evaluate);
    case 'or-else': {
      const outcome = evaluate(expr.operand, scope);
      return outcome.status === 'absent' ? evaluate(expr.fallback, scope) : outcome;
    }
    default:
      return assertNever(expr);
  }
}

/** The first guard that holds decides; one that is missing before it makes the whole missing. */
function evaluateFirst(expr: Cases, scope: Scope, evaluate: Evaluate): Outcome {
  for (const branch of expr.branches) {
    const guard = guardOf(branch, scope, evaluate);
    if (guard === 'missing') return missing;
    if (guard) return evaluate(branch.value, scope);
  }
  return expr.otherwise ? evaluate(expr.otherwise, scope) : missing;
}

/** Every guard is looked at; the branches that hold must agree. */
function evaluateChecked(expr: Cases, scope: Scope, evaluate: Evaluate): Outcome {
  const guards = expr.branches.map((branch) => guardOf(branch, scope, evaluate));
  if (guards.includes('missing')) return missing;
  const outcomes = expr.branches
    .filter((_, at) => guards[at] === true)
    .map(({ value }) => evaluate(value, scope));
  const [first, ...others] = outcomes;
  if (!first) return expr.otherwise ? evaluate(expr.otherwise, scope) : missing;
  if (outcomes.some(({ status }) => status === 'missing')) return missing;
  return others.every((each) => isSameOutcome(scope, each, first)) ? first : missing;
}

export function isSameOutcome(scope: Scope, left: Outcome, right: Outcome): boolean {
  if (left.status === 'value' && right.status === 'value') {
    return isSameValue(scope, left.value, right.value);
  }
  return left.status === right.status;
}

function guardOf(branch: CaseBranch, scope: Scope, evaluate: Evaluate): boolean | 'missing' {
  const values = valuesOf([branch.when], scope, evaluate);
  return 'status' in values ? 'missing' : isTrue(values[0]);
}

/** 就高, 就低, 累加: skips 不适用; 不适用 when all are. */
function evaluateCombine(
  { operator, operands }: Combine,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const outcomes = operands.map((operand) => evaluate(operand, scope));
  return combined(scope, operator, outcomes);
}

export function combined(
  scope: Scope,
  operator: Combine['operator'],
  outcomes: readonly Outcome[],
): Outcome {
  if (outcomes.some(({ status }) => status === 'missing')) return missing;
  const forms = outcomes.flatMap((each) => (each.status === 'value' ? [formOf(each.value)] : []));
  if (forms.length === 0) return absent;
  const isLess = operator === 'lowest';
  const total = forms.reduce((left, right) =>
    operator === 'sum' ? sum(left, right) : extreme(scope, left, right, isLess),
  );
  return numberOf(total);
}
