import { assertNever, rational } from '@tiaoli/base';
import type { Compare, Intersects, Logic, Member, Not, Present } from '@tiaoli/ir';
import type { Linear } from './linear.ts';
import { difference, scale } from './linear.ts';
import { isHeld, isMember, memberOf, membersOf } from './read-values.ts';
import type { Evaluate, Outcome, Scope, Value } from './scope.ts';
import { isAtLeastZero, missing, truthOf, valuesOf } from './scope.ts';

type ConditionKind = Compare | Logic | Not | Present | Member | Intersects;

/** Truth values; `logic` is Kleene's, `present` looks at 不适用, the others are strict. */
export function evaluateCondition(expr: ConditionKind, scope: Scope, evaluate: Evaluate): Outcome {
  switch (expr.kind) {
    case 'logic':
      return evaluateLogic(expr, scope, evaluate);
    case 'present': {
      const outcome = evaluate(expr.operand, scope);
      return outcome.status === 'missing' ? outcome : truthOf(outcome.status === 'value');
    }
    case 'compare': {
      const values = valuesOf([expr.left, expr.right], scope, evaluate);
      if ('status' in values) return values;
      return truthOf(compares(scope, expr, values));
    }
    case 'not':
    case 'member':
    case 'intersects':
      return evaluateOne(expr, scope, evaluate);
    default:
      return assertNever(expr);
  }
}

function evaluateOne(expr: Not | Member | Intersects, scope: Scope, evaluate: Evaluate): Outcome {
  const values = valuesOf([expr.operand], scope, evaluate);
  if ('status' in values) return values;
  const [operand] = values;
  if (expr.kind === 'not') return truthOf(!isTrue(operand));
  if (expr.kind === 'member') return truthOf(isMember(scope, operand, expr.members));
  return truthOf(isHeld(scope, operand, expr.members));
}

export function isTrue(value: Value | undefined): boolean {
  if (value?.kind !== 'truth') throw new Error('no truth value');
  return value.value;
}

/** `false and missing` is false, `true or missing` is true; else what is missing prevails. */
function evaluateLogic({ operator, operands }: Logic, scope: Scope, evaluate: Evaluate): Outcome {
  let isMissing = false;
  for (const operand of operands) {
    const values = valuesOf([operand], scope, evaluate);
    if ('status' in values) isMissing = true;
    else if (isTrue(values[0]) === (operator === 'or')) return truthOf(operator === 'or');
  }
  return isMissing ? missing : truthOf(operator === 'and');
}

function compares(
  scope: Scope,
  { operator, order }: Compare,
  [left, right]: readonly Value[],
): boolean {
  if (left?.kind === 'number' && right?.kind === 'number') {
    return comparesForms(scope, operator, difference(left.form, right.form));
  }
  if (operator === '=') return isSameValue(scope, left, right);
  if (operator === '!=') return !isSameValue(scope, left, right);
  const ranks = [left, right].map((value) => (order ?? []).indexOf(memberOf(scope, value) ?? ''));
  const [one = 0, other = 0] = ranks;
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      return assertNever(operator);
  }
}

function comparesForms(scope: Scope, operator: Compare['operator'], form: Linear): boolean {
  const isAtLeast = (): boolean => isAtLeastZero(scope, form);
  const isAtMost = (): boolean => isAtLeastZero(scope, scale(form, rational(-1n)));
  switch (operator) {
    case '=':
      return isAtLeast() && isAtMost();
    case '!=':
      return !(isAtLeast() && isAtMost());
    case '>=':
      return isAtLeast();
    case '>':
      return !isAtMost();
    case '<':
      return !isAtLeast();
    case '<=':
      return isAtMost();
    default:
      return assertNever(operator);
  }
}

/** Whether two values are equal; of members and sets that are not looked at what is needed is asked. */
export function isSameValue(
  scope: Scope,
  left: Value | undefined,
  right: Value | undefined,
): boolean {
  if (!left || !right) throw new Error('two values are compared');
  if (left.kind === 'number' && right.kind === 'number') {
    return comparesForms(scope, '=', difference(left.form, right.form));
  }
  if (left.kind === 'truth' && right.kind === 'truth') return left.value === right.value;
  if ('source' in left && 'source' in right && left.source === right.source) return true;
  if (isSetValue(left) && isSetValue(right)) {
    const [own, other] = [membersOf(scope, left), membersOf(scope, right)];
    return own.length === other.length && own.every((each) => other.includes(each));
  }
  if (left.kind === 'member') return isMember(scope, right, [left.member]);
  if (right.kind === 'member') return isMember(scope, left, [right.member]);
  const [own, other] = [memberOf(scope, left), memberOf(scope, right)];
  return own !== undefined && own === other;
}

function isSetValue(value: Value): boolean {
  return value.kind === 'set' || value.kind === 'unread-set';
}
