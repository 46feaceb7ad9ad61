import { add, assertNever, greatest, isInForce, least } from '@tiaoli/base';
import type { CaseBranch, Cases, Combine, Dated, OrElse } from '@tiaoli/ir';
import { dateOf } from './evaluate-reference.ts';
import { conflictingCases, noCase, noVersion } from './messages.ts';
import type { Evaluate, Scope } from './scope.ts';
import { asNumber, asTruth, valuesOf } from './strict.ts';
import type { Missing, Outcome } from './values.ts';
import {
  isSameValue,
  joinMissing,
  notApplicableOutcome,
  undetermined,
  valueOutcome,
} from './values.ts';

export type ChoiceKind = Cases | Combine | OrElse | Dated;

/** Kinds that choose among operands and pass on the 不适用 of what they choose. */
export function evaluateChoice(expr: ChoiceKind, scope: Scope, evaluate: Evaluate): Outcome {
  switch (expr.kind) {
    case 'cases':
      return expr.overlap === 'checked'
        ? evaluateChecked(expr, scope, evaluate)
        : evaluateFirst(expr, scope, evaluate);
    case 'combine':
      return evaluateCombine(expr, scope, evaluate);
    case 'or-else': {
      const outcome = evaluate(expr.operand, scope);
      return outcome.status === 'not-applicable' ? evaluate(expr.fallback, scope) : outcome;
    }
    case 'dated':
      return evaluateDated(expr, scope, evaluate);
    default:
      return assertNever(expr);
  }
}

/** The first guard that holds decides; a missing guard before it makes the whole missing. */
function evaluateFirst(expr: Cases, scope: Scope, evaluate: Evaluate): Outcome {
  for (const branch of expr.branches) {
    const guard = guardOf(branch, scope, evaluate);
    if (typeof guard !== 'boolean') return guard;
    if (guard) return evaluate(branch.value, scope);
  }
  return otherwise(expr, scope, evaluate);
}

/** Every guard is evaluated; the branches that hold must agree. */
function evaluateChecked(expr: Cases, scope: Scope, evaluate: Evaluate): Outcome {
  const guards = expr.branches.map((branch) => guardOf(branch, scope, evaluate));
  const missing = guards.filter((guard) => typeof guard !== 'boolean');
  if (missing.length > 0) return joinMissing(missing);
  const applying = expr.branches.filter((_, at) => guards[at] === true);
  const outcomes = applying.map(({ value }) => evaluate(value, scope));
  const [first] = outcomes;
  if (!first) return otherwise(expr, scope, evaluate);
  if (outcomes.length === 1) return first;
  const unknown = outcomes.filter((outcome) => outcome.status === 'missing');
  if (unknown.length > 0) return joinMissing(unknown);
  if (outcomes.every((outcome) => isSameOutcome(outcome, first))) return first;
  return undetermined('conflict', conflictingCases(labelsOf(applying)));
}

function guardOf(branch: CaseBranch, scope: Scope, evaluate: Evaluate): boolean | Missing {
  const values = valuesOf([branch.when], scope, evaluate);
  return 'status' in values ? values : values.every(asTruth);
}

function otherwise(expr: Cases, scope: Scope, evaluate: Evaluate): Outcome {
  return expr.otherwise
    ? evaluate(expr.otherwise, scope)
    : undetermined('gap', noCase(labelsOf(expr.branches)));
}

/** Cases without a label are known by their number, from 1. */
function labelsOf(branches: readonly CaseBranch[]): readonly string[] {
  return branches.map(({ label }, at) => label ?? String(at + 1));
}

function isSameOutcome(left: Outcome, right: Outcome): boolean {
  if (left.status === 'value' && right.status === 'value') {
    return isSameValue(left.value, right.value);
  }
  return left.status === right.status;
}

/** 就高, 就低, 累加: skips 不适用; 不适用 when all are. */
function evaluateCombine(
  { operator, operands }: Combine,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const outcomes = operands.map((operand) => evaluate(operand, scope));
  const missing = outcomes.filter((outcome) => outcome.status === 'missing');
  if (missing.length > 0) return joinMissing(missing);
  const numbers = outcomes.flatMap((outcome) =>
    outcome.status === 'value' ? [asNumber(outcome.value)] : [],
  );
  if (numbers.length === 0) {
    const reasons = outcomes.flatMap((each) =>
      each.status === 'not-applicable' && each.reason !== '' ? [each.reason] : [],
    );
    return notApplicableOutcome([...new Set(reasons)].join('；'));
  }
  const join = { highest: greatest, lowest: least, sum: add }[operator];
  return valueOutcome(numbers.reduce(join));
}

function evaluateDated(expr: Dated, scope: Scope, evaluate: Evaluate): Outcome {
  const date = dateOf(expr.on, scope, evaluate);
  if (typeof date !== 'number') return date;
  const version = expr.versions.find(({ validity }) => isInForce(validity, date));
  const value = version?.value ?? expr.otherwise;
  return value ? evaluate(value, scope) : undetermined('no-version', noVersion);
}
