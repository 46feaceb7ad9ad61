import type { Rational } from '@tiaoli/base';
import { leastCommonMultiple } from '@tiaoli/base';
import type { ValueType } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { anyNumber, exactly, magnitudeOf } from '../../passes/range.ts';
import type { Emission, Scope } from './emission.ts';
import { freshLocal } from './emission.ts';
import type { Node } from './node.ts';
import { constantOf, int, isAtom, isSameNode, local, long } from './node.ts';
import { compareInt, not, select } from './operators.ts';
import { addSafely, multiplySafely, overflow, subtractSafely } from './overflow.ts';

/** Members of an enumeration are held by index, sets as bits, texts by their number in a dictionary, truth as `i32`. */
export type ValueKind = 'number' | 'boolean' | 'index' | 'set' | 'text';

/** 0 for a value, k > 0 for 不适用 (reason k), k < 0 for missing (cause −k). */
export interface Status {
  /** INVARIANT: a constant or a local. */
  readonly node: Node;
  /** False when it is never below 0: 不适用 at most. */
  readonly mayMiss: boolean;
  /** True exactly where there is a value, if it is known how to tell without the status. */
  readonly holds?: Node;
  /** True when the value is held as 0 wherever there is none. */
  readonly zeroed?: boolean;
}

/** True where there is a value. */
export function isThere({ node, holds }: Status): Node {
  return holds ?? not(node);
}

/** True where the status says 不适用. */
export function isAbsent({ node, holds, mayMiss }: Status): Node {
  return holds && !mayMiss ? not(holds) : compareInt['>'](node, int(0));
}

/** Instructions that give a value. Where the status is not 0 the value is harmless but has no meaning. */
export interface Value {
  readonly node: Node;
  readonly kind: ValueKind;
  /** Numbers are held as integers: the value times this. */
  readonly scale: bigint;
  readonly range: Range;
  readonly enumeration?: string;
  /** Absent: always a value. */
  readonly status?: Status;
}

export function kindOfType(type: ValueType): ValueKind {
  switch (type.kind) {
    case 'boolean':
    case 'text':
    case 'set':
      return type.kind;
    case 'enumeration':
      return 'index';
    default:
      return 'number';
  }
}

export function plainValue(node: Node, kind: ValueKind, enumeration?: string): Value {
  return {
    node,
    kind,
    scale: 1n,
    range: anyNumber,
    ...(enumeration !== undefined && { enumeration }),
  };
}

export function truth(node: Node): Value {
  return plainValue(node, 'boolean');
}

export function numberValue(node: Node, scale: bigint, range: Range): Value {
  return { node, kind: 'number', scale, range };
}

export function literalValue(value: Rational, emission: Emission): Value {
  const { numerator, denominator } = value;
  const range = exactly(value);
  const node = fits(range, denominator) ? long(numerator) : overflow(emission);
  return numberValue(node, denominator, range);
}

/** Half of what 64 bits hold, so that a sum of two needs no look of its own. */
const limit = 2n ** 62n;

/** True when every value of the range, times `scale`, is an integer well within 64 bits. */
export function fits(range: Range, scale: bigint): boolean {
  const magnitude = magnitudeOf(range);
  return magnitude !== undefined && magnitude.numerator * scale < limit * magnitude.denominator;
}

/** True for a constant that 64 bits hold well. */
export function isHeld(value: bigint): boolean {
  return value < limit && value > -limit;
}

export function zeroNode(kind: ValueKind): Node {
  return kind === 'boolean' ? int(0) : long(0);
}

/** The value on another scale, a multiple of its own. */
export function inScale(value: Value, scale: bigint, emission: Emission): Value {
  if (value.scale === scale) return value;
  const factor = scale / value.scale;
  const known = constantOf(value.node);
  if (known !== undefined && isHeld(known * factor)) {
    return { ...value, node: long(known * factor), scale };
  }
  if (!isHeld(factor)) return { ...value, node: overflow(emission), scale };
  const node = multiplySafely(value.node, long(factor), fits(value.range, scale), emission);
  return { ...value, node, scale };
}

/** Numbers on one scale. */
export function align(
  values: readonly Value[],
  emission: Emission,
): { readonly nodes: readonly Node[]; readonly scale: bigint } {
  const scale = values.map((value) => value.scale).reduce(leastCommonMultiple, 1n);
  return { nodes: values.map((value) => inScale(value, scale, emission).node), scale };
}

/** Values of one and the same form, so that one local can hold each. */
export function unify(
  values: readonly Value[],
  range: Range,
  emission: Emission,
): readonly Value[] {
  const [first] = values;
  if (first?.kind !== 'number') return values;
  const { nodes, scale } = align(values, emission);
  return values.map((value, at) => ({ ...value, node: nodes[at] ?? value.node, scale, range }));
}

export function sumNode(
  operator: '+' | '-',
  [left, right]: readonly [Node, Node],
  isSafe: boolean,
  emission: Emission,
): Node {
  return operator === '+'
    ? addSafely(left, right, isSafe, emission)
    : subtractSafely(left, right, isSafe, emission);
}

/** A local that holds the value, so that it is worked out once. */
export function named(scope: Scope, value: Value): Value {
  return { ...value, node: namedNode(scope, value.node) };
}

export function namedNode(scope: Scope, node: Node): Node {
  if (isAtom(node)) return node;
  const index = freshLocal(scope, node.type);
  scope.block.push({ kind: 'set', local: index, value: node });
  return local(node.type, index);
}

export function namedStatus(scope: Scope, node: Node, mayMiss: boolean): Status {
  return { node: namedNode(scope, node), mayMiss };
}

export const notGiven: Status = { node: int(-1), mayMiss: true };

/** True where the status says that there is never a value. */
export function isNothing({ status }: Value): boolean {
  return status !== undefined && (constantOf(status.node) ?? 0n) !== 0n;
}

/** The first that is not 0; absent when all are. */
export function joinStatus(
  scope: Scope,
  ...statuses: readonly (Status | undefined)[]
): Status | undefined {
  const given = statuses.flatMap((status) =>
    status === undefined || constantOf(status.node) === 0n ? [] : [status],
  );
  const joined = given.reduceRight<Status | undefined>((rest, status) => {
    if (rest === undefined || isSameNode(rest.node, status.node)) return status;
    if (constantOf(status.node) !== undefined) return status;
    const node = select(status.node, status.node, rest.node);
    return namedStatus(scope, node, status.mayMiss || rest.mayMiss);
  }, undefined);
  // How one value is held says nothing of another that takes over its status.
  return joined && { ...joined, zeroed: false };
}

export function withStatus(
  scope: Scope,
  value: Value,
  ...statuses: readonly (Status | undefined)[]
): Value {
  if (statuses.every((status) => status === undefined)) return value;
  const status = joinStatus(scope, value.status, ...statuses);
  return status === undefined ? value : { ...value, status };
}

export function withoutStatus({ status: _, ...plain }: Value): Value {
  return plain;
}

/** The form of `other`, with the status of a value that there never is. */
export function likeOther({ status }: Value, other: Value): Value {
  const form = { ...withoutStatus(other), node: zeroNode(other.kind) };
  return status === undefined ? form : { ...form, status };
}
