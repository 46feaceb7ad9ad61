import { assertNever, compare } from '@tiaoli/base';
import type { Compare, Intersects, Logic, Member, Not, Present } from '@tiaoli/ir';
import type { Evaluate, Scope } from './scope.ts';
import { asNumber, asSet, asText, asTruth, valuesOf } from './strict.ts';
import type { Missing, Outcome, Value } from './values.ts';
import { isSameValue, joinMissing, valueOutcome } from './values.ts';

export type ConditionKind = Compare | Logic | Not | Present | Member | Intersects;

/** Truth values; `logic` is Kleene's, `present` looks at 不适用, the others are strict. */
export function evaluateCondition(expr: ConditionKind, scope: Scope, evaluate: Evaluate): Outcome {
  switch (expr.kind) {
    case 'logic':
      return evaluateLogic(expr, scope, evaluate);
    case 'present': {
      const outcome = evaluate(expr.operand, scope);
      return outcome.status === 'missing' ? outcome : valueOutcome(outcome.status === 'value');
    }
    case 'compare': {
      const values = valuesOf([expr.left, expr.right], scope, evaluate);
      if ('status' in values) return values;
      const [left = false, right = false] = values;
      return valueOutcome(holds(expr, left, right));
    }
    case 'not':
    case 'member':
    case 'intersects': {
      const values = valuesOf([expr.operand], scope, evaluate);
      if ('status' in values) return values;
      const [operand = false] = values;
      return valueOutcome(holdsOf(expr, operand));
    }
    default:
      return assertNever(expr);
  }
}

function holdsOf(expr: Not | Member | Intersects, operand: Value): boolean {
  switch (expr.kind) {
    case 'not':
      return !asTruth(operand);
    case 'member':
      return expr.members.includes(asText(operand));
    case 'intersects': {
      const set = asSet(operand);
      return expr.members.some((member) => set.has(member));
    }
    default:
      return assertNever(expr);
  }
}

function holds({ operator, order }: Compare, left: Value, right: Value): boolean {
  if (operator === '=') return isSameValue(left, right);
  if (operator === '!=') return !isSameValue(left, right);
  const difference = order
    ? rankOf(left, order) - rankOf(right, order)
    : compare(asNumber(left), asNumber(right));
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return assertNever(operator);
  }
}

function rankOf(value: Value, order: readonly string[]): number {
  const rank = order.indexOf(asText(value));
  if (rank < 0) throw new Error(`no member of the order: ${String(value)}`);
  return rank;
}

/** `false and missing` is false, `true or missing` is true; else what is missing prevails. */
function evaluateLogic({ operator, operands }: Logic, scope: Scope, evaluate: Evaluate): Outcome {
  const decisive = operator === 'or';
  const missing: Missing[] = [];
  const undecided: (() => void)[] = [];
  let decided = false;
  for (const operand of operands) {
    const { result: values, giveBack } = readApart(scope, () =>
      valuesOf([operand], scope, evaluate),
    );
    const isMissing = 'status' in values;
    const decides = !isMissing && values.every((value) => asTruth(value) === decisive);
    if (isMissing) missing.push(values);
    // The value rests on the operand that decides, and on none of the others.
    if (decides && !decided) giveBack();
    else undecided.push(giveBack);
    decided ||= decides;
  }
  if (decided) return valueOutcome(decisive);
  for (const giveBack of undecided) giveBack();
  return missing.length === 0 ? valueOutcome(!decisive) : joinMissing(missing);
}

function readApart<T>(
  { step }: Scope,
  run: () => T,
): { readonly result: T; readonly giveBack: () => void } {
  return step.trace?.apart(run) ?? { result: run(), giveBack: () => undefined };
}
