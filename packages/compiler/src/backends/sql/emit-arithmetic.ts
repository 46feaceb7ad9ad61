import { ONE, parseRational, ZERO } from '@tiaoli/base';
import type { Arithmetic, Expr, Extremum, FloorDivide, Quotient } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import {
  addRanges,
  exactly,
  extremumOfRanges,
  multiplyRanges,
  negateRange,
} from '../../passes/range.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { numberOfCause } from './emission.ts';
import type { Node } from './node.ts';
import {
  arithmetic,
  compareNodes,
  divide,
  extremeOf,
  firstOf,
  numberOf,
  statusNode,
} from './operators.ts';
import type { Value } from './value.ts';
import { align, alignPair, fits, inType, literalValue, numberValue, withStatus } from './value.ts';

export function emitArithmetic(
  expr: Arithmetic,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  return expr.operator === '*'
    ? multiplyValues(left, right, scope.emission, range)
    : addValues(left, right, expr.operator, scope.emission, range);
}

export function addValues(
  left: Value,
  right: Value,
  operator: '+' | '-',
  emission: Emission,
  range: Range = addRanges(left.range, operator === '+' ? right.range : negateRange(right.range)),
): Value {
  const { nodes, scale } = align(emission, [left, right], range);
  const [a = left.node, b = right.node] = nodes;
  const node = arithmetic(emission, operator, a, b);
  return withStatus(emission, numberValue(emission, node, scale, range), left.status, right.status);
}

export function multiplyValues(
  left: Value,
  right: Value,
  emission: Emission,
  range: Range = multiplyRanges(left.range, right.range),
): Value {
  const scale = left.scale * right.scale;
  const areNarrow = left.node.type === 'integer' && right.node.type === 'integer';
  const type = areNarrow && fits(range, scale) ? 'integer' : 'wide';
  const [a, b] = [left, right].map(({ node }) => inType(emission, node, type));
  const node = arithmetic(emission, '*', a ?? left.node, b ?? right.node);
  return withStatus(emission, numberValue(emission, node, scale, range), left.status, right.status);
}

export function emitExtremum(expr: Extremum, range: Range, scope: Scope, emit: EmitExpr): Value {
  const values = expr.operands.map((operand) => emit(operand, scope));
  return extremumValue(expr.operator, values, scope.emission, range);
}

export function extremumValue(
  operator: 'min' | 'max',
  values: readonly Value[],
  emission: Emission,
  range: Range = values
    .map((value) => value.range)
    .reduce((left, right) => extremumOfRanges(operator, left, right)),
): Value {
  const { nodes, scale } = align(emission, values, exactly(ZERO));
  const node = extremeOf(emission, operator, nodes);
  const statuses = values.map(({ status }) => status);
  return withStatus(emission, numberValue(emission, node, scale, range), ...statuses);
}

export function noAmount(emission: Emission): Value {
  return literalValue(emission, ZERO);
}

/** ⌊left ÷ right⌋; undetermined where the divisor is not above zero. */
export function emitFloorDivide(
  expr: FloorDivide,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const [a, b] = alignPair(emission, left, right);
  const zero = numberOf(emission, a.type, 0n);
  const one = numberOf(emission, a.type, 1n);
  const isPositive = compareNodes(emission, '>', b, zero);
  const divisor = firstOf(emission, [[isPositive, b]], one);
  const below = arithmetic(emission, '+', arithmetic(emission, '-', a, divisor), one);
  const dividend = firstOf(emission, [[compareNodes(emission, '<', a, zero), below]], a);
  const value = numberValue(emission, divide(emission, dividend, divisor), 1n, range);
  return guardDivisor(expr, [left, right], value, { scope, isPositive, reason: '除数不大于零' });
}

/** 商: rounded at once, in wide integers, for its scale depends on the divisor. */
export function emitQuotient(expr: Quotient, range: Range, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const [a, b] = alignPair(emission, left, right).map((node) => inType(emission, node, 'wide'));
  if (!a || !b) throw new Error('a quotient has two operands');
  const unit = parseRational(expr.unit) ?? ONE;
  const whole = (value: bigint): Node => numberOf(emission, 'wide', value);
  const times = (node: Node, by: bigint): Node => arithmetic(emission, '*', node, whole(by));
  const minus = (node: Node): Node => arithmetic(emission, '-', whole(0n), node);
  const isBelow = (node: Node): Node => compareNodes(emission, '<', node, whole(0n));
  const size = (node: Node): Node => firstOf(emission, [[isBelow(node), minus(node)]], node);
  const isKnown = compareNodes(emission, '!=', b, whole(0n));
  const divisor = times(firstOf(emission, [[isKnown, size(b)]], whole(1n)), unit.numerator);
  const dividend = times(size(a), unit.denominator);
  const units = unsignedQuotient(expr.mode, { dividend, divisor, times }, emission);
  const amount = times(units, unit.numerator);
  const isNegative = compareNodes(emission, '<', signedProduct(a, b, emission), whole(0n));
  const node = firstOf(emission, [[isNegative, minus(amount)]], amount);
  const value = numberValue(emission, node, unit.denominator, range);
  return guardDivisor(expr, [left, right], value, {
    scope,
    isPositive: isKnown,
    reason: '除数为零',
  });
}

/** Below zero where one of both is: of their signs alone, for the product itself may be too large. */
function signedProduct(a: Node, b: Node, emission: Emission): Node {
  const zero = numberOf(emission, 'wide', 0n);
  const sign = (node: Node): Node =>
    firstOf(
      emission,
      [[compareNodes(emission, '<', node, zero), numberOf(emission, 'wide', -1n)]],
      numberOf(emission, 'wide', 1n),
    );
  return arithmetic(emission, '*', sign(a), sign(b));
}

interface Unsigned {
  readonly dividend: Node;
  readonly divisor: Node;
  readonly times: (node: Node, by: bigint) => Node;
}

function unsignedQuotient(
  mode: Quotient['mode'],
  { dividend, divisor, times }: Unsigned,
  emission: Emission,
): Node {
  switch (mode) {
    case 'half-away-from-zero': {
      const sum = arithmetic(emission, '+', times(dividend, 2n), divisor);
      return divide(emission, sum, times(divisor, 2n));
    }
    case 'away-from-zero': {
      const last = arithmetic(emission, '-', divisor, numberOf(emission, 'wide', 1n));
      return divide(emission, arithmetic(emission, '+', dividend, last), divisor);
    }
    default:
      return divide(emission, dividend, divisor);
  }
}

interface DivisorGuard {
  readonly scope: Scope;
  readonly isPositive: Node;
  readonly reason: string;
}

function guardDivisor(
  expr: FloorDivide | Quotient,
  operands: readonly Value[],
  value: Value,
  { scope: { emission }, isPositive, reason }: DivisorGuard,
): Value {
  const known = withStatus(emission, value, ...operands.map(({ status }) => status));
  if (isPositiveLiteral(expr.right)) return known;
  const gap = statusNode(emission, numberOfCause(emission, 'gap', reason));
  return withStatus(
    emission,
    known,
    firstOf(emission, [[isPositive, statusNode(emission, 0)]], gap),
  );
}

function isPositiveLiteral(expr: Expr): boolean {
  return expr.kind === 'literal' && typeof expr.value === 'string' && /^[1-9]/.test(expr.value);
}
