import type { Rational, RoundingMode } from '@tiaoli/base';
import { assertNever, divide, parseRational, rational, ZERO } from '@tiaoli/base';
import type {
  Arithmetic,
  Brackets,
  Expr,
  Extremum,
  FloorDivide,
  Quotient,
  Round,
} from '@tiaoli/ir';
import type { Linear } from './linear.ts';
import { constant, difference, isConstant, keyOf, scale, shift, single, sum } from './linear.ts';
import type { Evaluate, Outcome, Scope } from './scope.ts';
import { formOf, isAtLeastForm, isAtLeastZero, missing, numberOf, valuesOf } from './scope.ts';
import { floorOf, internUnread } from './terms.ts';

type ArithmeticKind = Arithmetic | Extremum | Brackets | Round | FloorDivide | Quotient;

/** Numbers of numbers; what one operand lacks, the result lacks. */
export function evaluateArithmetic(
  expr: ArithmeticKind,
  scope: Scope,
  evaluate: Evaluate,
): Outcome {
  const values = valuesOf(operandsOf(expr), scope, evaluate);
  if ('status' in values) return values;
  const forms = values.map(formOf);
  const [first = constant(ZERO), second = constant(ZERO)] = forms;
  switch (expr.kind) {
    case 'arithmetic':
      return numberOf(operate(scope, expr.operator, first, second));
    case 'extremum': {
      const isLess = expr.operator === 'min';
      return numberOf(forms.reduce((left, right) => extreme(scope, left, right, isLess)));
    }
    case 'round':
      return numberOf(roundTo(scope, first, expr));
    case 'floor-divide':
    case 'quotient':
      return divideBy(scope, expr, first, second);
    case 'brackets':
      return numberOf(bracketAmount(scope, expr, forms));
    default:
      return assertNever(expr);
  }
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
    case 'brackets': {
      const limits = expr.bands.flatMap(({ upTo }) => (upTo ? [upTo] : []));
      return [expr.from, expr.to, ...expr.bands.map(({ rate }) => rate), ...limits];
    }
    default:
      return assertNever(expr);
  }
}

function operate(scope: Scope, operator: Arithmetic['operator'], left: Linear, right: Linear) {
  switch (operator) {
    case '+':
      return sum(left, right);
    case '-':
      return difference(left, right);
    case '*':
      return product(scope, left, right);
    default:
      return assertNever(operator);
  }
}

/** Of two amounts that are both free only this is known: it is the same on both sides. */
function product({ terms }: Scope, left: Linear, right: Linear): Linear {
  if (isConstant(left)) return scale(right, left.constant);
  if (isConstant(right)) return scale(left, right.constant);
  const keys = [keyOf(left), keyOf(right)].toSorted();
  return single(internUnread(terms, `(${keys.join(') × (')})`));
}

export function extreme(scope: Scope, left: Linear, right: Linear, isLess: boolean): Linear {
  return isAtLeastForm(scope, left, right) === isLess ? right : left;
}

function rationalOf(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`ill-formed number: ${text}`);
  return value;
}

function roundTo(scope: Scope, form: Linear, rounding: Pick<Round, 'mode' | 'unit'>): Linear {
  const unit = rationalOf(rounding.unit);
  const units = scale(form, divide(rational(1n), unit));
  const size = isAtLeastZero(scope, units) ? 1n : -1n;
  const amount = roundUp(scope, scale(units, rational(size)), rounding.mode);
  return scale(scale(amount, rational(size)), unit);
}

/** Of what is not negative. */
function roundUp({ terms }: Scope, form: Linear, mode: RoundingMode): Linear {
  switch (mode) {
    case 'half-away-from-zero':
      return floorOf(terms, shift(form, rational(1n, 2n)));
    case 'toward-zero':
      return floorOf(terms, form);
    case 'away-from-zero':
      return scale(floorOf(terms, scale(form, rational(-1n))), rational(-1n));
    default:
      return assertNever(mode);
  }
}

function divideBy(
  scope: Scope,
  expr: FloorDivide | Quotient,
  left: Linear,
  right: Linear,
): Outcome {
  const isPositive = !isAtLeastZero(scope, scale(right, rational(-1n)));
  const isNegative = expr.kind === 'quotient' && !isPositive && !isAtLeastZero(scope, right);
  if (!isPositive && !isNegative) return missing;
  if (!isConstant(right)) {
    const unit = expr.kind === 'quotient' ? `${expr.mode} ${expr.unit}` : '';
    const key = `(${keyOf(left)}) ÷ (${keyOf(right)}) ${expr.kind} ${unit}`;
    return numberOf(single(internUnread(scope.terms, key)));
  }
  const ratio = scale(left, divide(rational(1n), right.constant));
  if (expr.kind === 'quotient') return numberOf(roundTo(scope, ratio, expr));
  return numberOf(floorOf(scope.terms, ratio));
}

/** Σ rate × |[from, to] ∩ band|: a band reaches from the end of the one below it to its own, the last is open. */
function bracketAmount(
  scope: Scope,
  { bands, perBand }: Brackets,
  [from = constant(ZERO), to = constant(ZERO), ...rest]: readonly Linear[],
): Linear {
  const rates = rest.slice(0, bands.length);
  const limits = rest.slice(bands.length);
  const amounts = rates.map((rate, band) => {
    const low = extreme(scope, from, limits[band - 1] ?? constant(ZERO), false);
    const end = limits[band];
    const high = end ? extreme(scope, to, end, true) : to;
    const length = extreme(scope, difference(high, low), constant(ZERO), false);
    const amount = product(scope, rate, length);
    return perBand ? roundTo(scope, amount, perBand) : amount;
  });
  return amounts.reduce(sum, constant(ZERO));
}
