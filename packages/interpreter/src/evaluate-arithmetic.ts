import type { Rational } from '@tiaoli/base';
import {
  add,
  assertNever,
  compare,
  divide,
  floor,
  greatest,
  least,
  multiply,
  parseRational,
  rational,
  roundTo,
  subtract,
  ZERO,
} from '@tiaoli/base';
import type {
  Arithmetic,
  Brackets,
  Expr,
  Extremum,
  FloorDivide,
  Quotient,
  Round,
} from '@tiaoli/ir';
import { divisionByZero, divisorNotPositive } from './messages.ts';
import type { Evaluate, Scope } from './scope.ts';
import { numbersOf } from './strict.ts';
import type { Outcome } from './values.ts';
import { undetermined, valueOutcome } from './values.ts';

export type ArithmeticKind = Arithmetic | Extremum | Brackets | Round | FloorDivide | Quotient;

/** Numbers from numbers; a missing operand makes the result missing. */
export function evaluateArithmetic(
  expr: ArithmeticKind,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const operands = numbersOf(operandsOf(expr), scope, evaluate);
  return 'status' in operands ? operands : compute(expr, operands, scope);
}

function operandsOf(expr: ArithmeticKind): readonly Expr[] {
  switch (expr.kind) {
    case 'arithmetic':
    case 'floor-divide':
    case 'quotient':
      return [expr.left, expr.right];
    case 'extremum':
      return expr.operands;
    case 'round':
      return [expr.operand];
    case 'brackets':
      return [
        expr.from,
        expr.to,
        ...expr.bands.map(({ rate }) => rate),
        ...expr.bands.flatMap(({ upTo }) => (upTo ? [upTo] : [])),
      ];
    default:
      return assertNever(expr);
  }
}

function compute(expr: ArithmeticKind, operands: readonly Rational[], scope: Scope): Outcome {
  const [first = ZERO, second = ZERO, ...rest] = operands;
  switch (expr.kind) {
    case 'arithmetic': {
      const operate = { '+': add, '-': subtract, '*': multiply }[expr.operator];
      return valueOutcome(operate(first, second));
    }
    case 'extremum':
      return valueOutcome(operands.reduce(expr.operator === 'min' ? least : greatest));
    case 'round':
      return valueOutcome(rounded(first, expr, scope));
    case 'floor-divide':
      if (compare(second, ZERO) <= 0) return undetermined('gap', divisorNotPositive);
      return valueOutcome(rational(floor(divide(first, second))));
    case 'quotient':
      if (compare(second, ZERO) === 0) return undetermined('gap', divisionByZero);
      return valueOutcome(rounded(divide(first, second), expr, scope));
    case 'brackets':
      return valueOutcome(bracketAmount(expr, [first, second], rest, scope));
    default:
      return assertNever(expr);
  }
}

/**
 * Σ rate × |[from, to] ∩ band|. `numbers` holds the rate of each band, then the upper end of each but the last.
 *
 * A band reaches from the end of the one below it (the first from 0) to its own end; the last is open.
 */
function bracketAmount(
  { bands, perBand }: Brackets,
  [from, to]: readonly [Rational, Rational],
  numbers: readonly Rational[],
  scope: Scope,
): Rational {
  const rates = numbers.slice(0, bands.length);
  const limits = numbers.slice(bands.length);
  const amounts = rates.map((rate, band) => {
    const low = greatest(from, limits[band - 1] ?? ZERO);
    const high = least(to, limits[band] ?? to);
    const amount = multiply(rate, greatest(subtract(high, low), ZERO));
    return perBand ? rounded(amount, perBand, scope) : amount;
  });
  return amounts.reduce(add, ZERO);
}

/** The one place where the interpreter rounds; tells the trace what was lost. */
function rounded(
  exact: Rational,
  { mode, unit }: Pick<Round, 'mode' | 'unit'>,
  { step }: Scope,
): Rational {
  const size = parseRational(unit);
  if (!size) throw new Error(`ill-formed rounding unit: ${unit}`);
  const result = roundTo(exact, mode, size);
  step.trace?.addRemainder(subtract(exact, result));
  return result;
}
