import type { Node, WasmType } from './node.ts';
import { constantOf, int, isSameNode, long } from './node.ts';

type Binary = (left: Node, right: Node) => Node;

function operator(type: WasmType, ...code: readonly number[]): Binary {
  return (left, right) => ({ kind: 'op', type, code, args: [left, right] });
}

function unary(type: WasmType, ...code: readonly number[]): (operand: Node) => Node {
  return (operand) => ({ kind: 'op', type, code, args: [operand] });
}

/** Comparisons of two `i64`, as truth. */
export const compareLong = {
  '=': operator('i32', 0x51),
  '!=': operator('i32', 0x52),
  '<': operator('i32', 0x53),
  '>': operator('i32', 0x55),
  '<=': operator('i32', 0x57),
  '>=': operator('i32', 0x59),
} as const;

/** Of numbers without a sign. */
export const isAboveUnsigned = operator('i32', 0x56);

export const compareInt = {
  '=': operator('i32', 0x46),
  '!=': operator('i32', 0x47),
  '<': operator('i32', 0x48),
  '>': operator('i32', 0x4a),
  '>=': operator('i32', 0x4e),
} as const;

const longSum = operator('i64', 0x7c);
const longDifference = operator('i64', 0x7d);
const longProduct = operator('i64', 0x7e);

/** Arithmetic of `i64`; it wraps, so that whoever uses it has shown that it does not. */
export const arithmetic = {
  add: (left: Node, right: Node): Node => {
    if (constantOf(right) === 0n) return left;
    return constantOf(left) === 0n ? right : longSum(left, right);
  },
  subtract: (left: Node, right: Node): Node =>
    constantOf(right) === 0n ? left : longDifference(left, right),
  multiply: (left: Node, right: Node): Node => {
    if (constantOf(right) === 1n) return left;
    return constantOf(left) === 1n ? right : longProduct(left, right);
  },
  /** Toward zero; traps for a divisor of zero. */
  divide: operator('i64', 0x7f),
  divideUnsigned: operator('i64', 0x80),
  and: operator('i64', 0x83),
  or: operator('i64', 0x84),
  exclusiveOr: operator('i64', 0x85),
  shiftLeft: operator('i64', 0x86),
  shiftRight: operator('i64', 0x87),
} as const;

export const intArithmetic = {
  add: operator('i32', 0x6a),
  subtract: operator('i32', 0x6b),
  multiply: operator('i32', 0x6c),
  shiftLeft: operator('i32', 0x74),
} as const;

export const isZeroLong = unary('i32', 0x50);
const isZeroInt = unary('i32', 0x45);
const intAnd = operator('i32', 0x71);
const intOr = operator('i32', 0x72);

/** Truth values are 0 and 1. */
export function not(operand: Node): Node {
  const known = constantOf(operand);
  return known === undefined ? isZeroInt(operand) : int(known === 0n ? 1 : 0);
}

export function both(left: Node, right: Node): Node {
  const [a, b] = [constantOf(left), constantOf(right)];
  if (a === 0n || b === 1n) return left;
  return a === 1n || b === 0n ? right : intAnd(left, right);
}

export function either(left: Node, right: Node): Node {
  const [a, b] = [constantOf(left), constantOf(right)];
  if (a === 1n || b === 0n) return left;
  return a === 0n || b === 1n ? right : intOr(left, right);
}

export function allOf(nodes: readonly Node[]): Node {
  return nodes.reduce(both, int(1));
}

export function anyOf(nodes: readonly Node[]): Node {
  return nodes.reduce(either, int(0));
}

/** Both values are worked out, then one is taken. */
export function select(condition: Node, yes: Node, no: Node): Node {
  const known = constantOf(condition);
  if (known !== undefined) return known === 0n ? no : yes;
  if (isSameNode(yes, no)) return yes;
  return { kind: 'op', type: yes.type, code: [0x1b], args: [yes, no, condition] };
}

export const wrap = unary('i32', 0xa7);
export const extend = unary('i64', 0xac);
export const extendUnsigned = unary('i64', 0xad);
export const toDouble = unary('f64', 0xb9);
export const intToDouble = unary('f64', 0xb7);
export const magnitudeOfDouble = unary('f64', 0x99);
export const timesDouble = operator('f64', 0xa2);
export const isAtLeastDouble = operator('i32', 0x66);
export const isSameDouble = operator('i32', 0x61);
/** Saturates; 0 for what is no number. */
export const toLong = unary('i64', 0xfc, 0x06);

/** ⌊dividend ÷ divisor⌋ for a dividend that is not below zero and a positive constant. */
export function quotient(dividend: Node, divisor: bigint | number): Node {
  return BigInt(divisor) === 1n ? dividend : arithmetic.divideUnsigned(dividend, long(divisor));
}
