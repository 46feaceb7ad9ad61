import { compare, ONE, parseRational, ZERO } from '@tiaoli/base';
import type { Arithmetic, Expr, Extremum, FloorDivide, Quotient } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import {
  addRanges,
  extremumOfRanges,
  isNonNegative,
  multiplyRanges,
  negateRange,
} from '../../passes/range.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { statusOfCause } from './emission.ts';
import type { Node } from './node.ts';
import { constantOf, int, long } from './node.ts';
import { arithmetic, compareLong, not, select } from './operators.ts';
import { addSafely, multiplySafely, overflow } from './overflow.ts';
import type { Value } from './value.ts';
import {
  align,
  fits,
  isHeld,
  literalValue,
  named,
  namedNode,
  namedStatus,
  numberValue,
  sumNode,
  withStatus,
} from './value.ts';

export function emitArithmetic(
  expr: Arithmetic,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  return expr.operator === '*'
    ? multiplyValues(left, right, scope, range)
    : addValues(left, right, expr.operator, scope, range);
}

export function addValues(
  left: Value,
  right: Value,
  operator: '+' | '-',
  scope: Scope,
  range: Range = addRanges(left.range, operator === '+' ? right.range : negateRange(right.range)),
): Value {
  const { emission } = scope;
  const { nodes, scale } = align([left, right], emission);
  const [a = long(0), b = long(0)] = nodes;
  const isSafe = areHeld([left, right], scale) && fits(range, scale);
  const node = sumNode(operator, [a, b], isSafe, emission);
  return withStatus(scope, numberValue(node, scale, range), left.status, right.status);
}

/** True where each of the values, on the scale, stays within 64 bits. */
function areHeld(values: readonly Value[], scale: bigint): boolean {
  return values.every(({ range }) => fits(range, scale));
}

export function multiplyValues(
  left: Value,
  right: Value,
  scope: Scope,
  range: Range = multiplyRanges(left.range, right.range),
): Value {
  const scale = left.scale * right.scale;
  const node = multiplySafely(left.node, right.node, fits(range, scale), scope.emission);
  return withStatus(scope, numberValue(node, scale, range), left.status, right.status);
}

export function emitExtremum(expr: Extremum, range: Range, scope: Scope, emit: EmitExpr): Value {
  const values = expr.operands.map((operand) => named(scope, emit(operand, scope)));
  return extremumValue(expr.operator, values, scope, range);
}

export function extremumValue(
  operator: 'min' | 'max',
  values: readonly Value[],
  scope: Scope,
  range?: Range,
): Value {
  const best = values.reduce((left, right) => betterOf(operator, left, right, scope));
  return range ? { ...best, range } : best;
}

function betterOf(operator: 'min' | 'max', left: Value, right: Value, scope: Scope): Value {
  if (isNever(operator, left.range, right.range)) return withStatus(scope, right, left.status);
  if (isNever(operator, right.range, left.range)) return withStatus(scope, left, right.status);
  const { nodes, scale } = align([left, right], scope.emission);
  const [a = long(0), b = long(0)] = nodes.map((node) => namedNode(scope, node));
  const isBetter = compareLong[operator === 'min' ? '<' : '>'](a, b);
  const range = extremumOfRanges(operator, left.range, right.range);
  const node = namedNode(scope, select(isBetter, a, b));
  return withStatus(scope, numberValue(node, scale, range), left.status, right.status);
}

/** Whether a number of that range is never the better of the two, or only where both are the same. */
function isNever(operator: 'min' | 'max', own: Range, other: Range): boolean {
  const [low, high] = operator === 'min' ? [other.high, own.low] : [own.high, other.low];
  return low !== undefined && high !== undefined && compare(low, high) <= 0;
}

/** What is not above zero becomes zero. */
export function positivePart(value: Value, scope: Scope): Value {
  if (isNonNegative(value.range)) return value;
  return extremumValue('max', [named(scope, value), literalValue(ZERO, scope.emission)], scope);
}

/** ⌊left ÷ right⌋; undetermined where the divisor is not above zero. */
export function emitFloorDivide(
  expr: FloorDivide,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const { nodes } = align([left, right], scope.emission);
  const [a = long(0), b = long(1)] = nodes.map((node) => namedNode(scope, node));
  const isDivisor = compareLong['>'](b, long(0));
  const divisor = constantOf(b) === undefined ? namedNode(scope, select(isDivisor, b, long(1))) : b;
  const node = isNonNegative(left.range)
    ? arithmetic.divideUnsigned(a, divisor)
    : floorNode(a, divisor, scope);
  return guardDivisor(expr, [left, right], numberValue(node, 1n, range), {
    scope,
    isDivisor,
    reason: '除数不大于零',
  });
}

/** The quotient toward zero, and one less where something below zero is left. */
function floorNode(a: Node, divisor: Node, scope: Scope): Node {
  const towardZero = namedNode(scope, arithmetic.divide(a, divisor));
  const rest = arithmetic.subtract(a, arithmetic.multiply(towardZero, divisor));
  const isBelow = compareLong['<'](rest, long(0));
  return arithmetic.subtract(towardZero, select(isBelow, long(1), long(0)));
}

/** 商: rounded at once. |a| / |b| in units, with the sign put back. */
export function emitQuotient(expr: Quotient, range: Range, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const { nodes, scale } = align([left, right], emission);
  const [a = long(0), b = long(1)] = nodes.map((node) => namedNode(scope, node));
  const unit = parseRational(expr.unit) ?? ONE;
  const isDivisor = not(compareLong['='](b, long(0)));
  const part = (node: Node, value: Value, factor: bigint): Node => {
    const size = namedNode(scope, sizeOf(node, scope));
    if (!isHeld(factor)) return overflow(emission);
    const isSafe = fits(
      multiplyRanges(value.range, { low: ZERO, high: whole(factor * 2n) }),
      scale,
    );
    return namedNode(scope, multiplySafely(size, long(factor), isSafe, emission));
  };
  const dividend = part(a, left, unit.denominator);
  const divisor = namedNode(scope, select(isDivisor, part(b, right, unit.numerator), long(1)));
  const units = namedNode(scope, roundedUnits(expr, [dividend, divisor], emission));
  const size = multiplySafely(units, long(unit.numerator), unit.numerator === 1n, emission);
  const isNegative = compareLong['<'](arithmetic.exclusiveOr(a, b), long(0));
  const signed = namedNode(scope, size);
  const node = select(isNegative, arithmetic.subtract(long(0), signed), signed);
  return guardDivisor(expr, [left, right], numberValue(node, unit.denominator, range), {
    scope,
    isDivisor,
    reason: '除数为零',
  });
}

function whole(value: bigint) {
  return { numerator: value, denominator: 1n };
}

function sizeOf(node: Node, scope: Scope): Node {
  const isNegative = compareLong['<'](node, long(0));
  return namedNode(scope, select(isNegative, arithmetic.subtract(long(0), node), node));
}

function roundedUnits(
  { mode }: Quotient,
  [dividend, divisor]: readonly [Node, Node],
  emission: Emission,
): Node {
  const sum = (left: Node, right: Node): Node => addSafely(left, right, false, emission);
  switch (mode) {
    case 'half-away-from-zero':
      return arithmetic.divideUnsigned(
        sum(sum(dividend, dividend), divisor),
        arithmetic.shiftLeft(divisor, long(1)),
      );
    case 'toward-zero':
      return arithmetic.divideUnsigned(dividend, divisor);
    default:
      return arithmetic.divideUnsigned(
        sum(dividend, arithmetic.subtract(divisor, long(1))),
        divisor,
      );
  }
}

interface DivisorGuard {
  readonly scope: Scope;
  readonly isDivisor: Node;
  readonly reason: string;
}

function guardDivisor(
  expr: FloorDivide | Quotient,
  operands: readonly Value[],
  value: Value,
  { scope, isDivisor, reason }: DivisorGuard,
): Value {
  const known = withStatus(scope, named(scope, value), ...operands.map(({ status }) => status));
  if (isPositiveLiteral(expr.right)) return known;
  const gap = statusOfCause(scope.emission, 'gap', reason);
  return withStatus(scope, known, namedStatus(scope, select(isDivisor, int(0), gap.node), true));
}

function isPositiveLiteral(expr: Expr): boolean {
  return expr.kind === 'literal' && typeof expr.value === 'string' && /^[1-9]/.test(expr.value);
}
