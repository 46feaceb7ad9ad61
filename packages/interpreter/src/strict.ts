import type { Rational } from '@tiaoli/base';
import type { Expr } from '@tiaoli/ir';
import type { Evaluate, Scope } from './scope.ts';
import type { Missing, Value } from './values.ts';
import { isNumber, isSet, joinMissing } from './values.ts';

/**
 * The values of operands that may not be 不适用, or what is missing of any of them.
 *
 * Throws where an operand is 不适用 or of another type: `verify` has proved that neither can be.
 */
export function valuesOf(
  exprs: readonly Expr[],
  scope: Scope,
  evaluate: Evaluate,
): readonly Value[] | Missing {
  const values: Value[] = [];
  const missing: Missing[] = [];
  for (const expr of exprs) {
    const outcome = evaluate(expr, scope);
    if (outcome.status === 'value') values.push(outcome.value);
    else if (outcome.status === 'missing') missing.push(outcome);
    else throw new Error(`a strict operator met 不适用 (${outcome.reason}) in ${expr.kind}`);
  }
  return missing.length === 0 ? values : joinMissing(missing);
}

/** The same for numbers. */
export function numbersOf(
  exprs: readonly Expr[],
  scope: Scope,
  evaluate: Evaluate,
): readonly Rational[] | Missing {
  const values = valuesOf(exprs, scope, evaluate);
  return 'status' in values ? values : values.map(asNumber);
}

export function asNumber(value: Value): Rational {
  if (!isNumber(value)) throw new Error(`no number: ${String(value)}`);
  return value;
}

export function asTruth(value: Value): boolean {
  if (typeof value !== 'boolean') throw new Error('no truth value');
  return value;
}

export function asText(value: Value): string {
  if (typeof value !== 'string') throw new Error('no text or member');
  return value;
}

export function asSet(value: Value): ReadonlySet<string> {
  if (!isSet(value)) throw new Error('no set');
  return value;
}
