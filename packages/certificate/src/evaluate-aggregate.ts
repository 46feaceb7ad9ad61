import { rational, ZERO } from '@tiaoli/base';
import type { SetAggregate } from '@tiaoli/ir';
import { extreme } from './evaluate-arithmetic.ts';
import { isTrue } from './evaluate-condition.ts';
import { evaluateUnread } from './evaluate-unread.ts';
import type { Linear } from './linear.ts';
import { constant, sum } from './linear.ts';
import { membersOf } from './read-values.ts';
import type { Evaluate, Outcome, Scope } from './scope.ts';
import { formOf, numberOf, valuesOf } from './scope.ts';

/** One number of the members of a set; of none 0. */
export function evaluateAggregate(expr: SetAggregate, scope: Scope, evaluate: Evaluate): Outcome {
  if (expr.operator === 'second-max') return evaluateUnread(expr, scope);
  const sets = valuesOf([expr.set], scope, evaluate);
  if ('status' in sets) return sets;
  const forms: Linear[] = [];
  for (const element of membersOf(scope, sets[0])) {
    const own = { ...scope, element };
    const guards = expr.when ? valuesOf([expr.when], own, evaluate) : [];
    if ('status' in guards) return guards;
    if (!guards.every(isTrue)) continue;
    const values = valuesOf([expr.value], own, evaluate);
    if (expr.operator !== 'count' && 'status' in values) return values;
    forms.push('status' in values ? constant(ZERO) : formOf(values[0]));
  }
  if (expr.operator === 'count') return numberOf(constant(rational(forms.length)));
  const [first = constant(ZERO), ...others] = forms;
  const join = (left: Linear, right: Linear): Linear =>
    expr.operator === 'sum' ? sum(left, right) : extreme(scope, left, right, false);
  return numberOf(others.reduce(join, first));
}
