import type { Rational } from '@tiaoli/base';
import { leastCommonMultiple } from '@tiaoli/base';
import type { ValueType } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { anyNumber, exactly, magnitudeOf } from '../../passes/range.ts';
import type { Node, SqlType } from './node.ts';
import { sql } from './node.ts';
import type { Branch, Maker } from './operators.ts';
import {
  arithmetic,
  compareNodes,
  firstOf,
  integer,
  make,
  numberOf,
  statusNode,
  textNode,
  truthNode,
} from './operators.ts';

/** Members of an enumeration are held by index, sets as bits. */
export type ValueKind = 'number' | 'boolean' | 'index' | 'set' | 'text';

/** A node that gives a value. Where the status is not 0 the value is harmless but has no meaning; it is never NULL. */
export interface Value {
  readonly node: Node;
  readonly kind: ValueKind;
  /** Numbers are held as integers: the value times this. */
  readonly scale: bigint;
  readonly range: Range;
  readonly enumeration?: string;
  /** 0 for a value, k > 0 for 不适用 (reason k), k < 0 for missing (cause −k). Absent: always a value. */
  readonly status?: Node;
}

export type Form = Omit<Value, 'node' | 'status'>;

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

/** The column that holds values of a form. */
export function typeOfForm({ kind, range, scale }: Form): 'integer' | 'wide' | 'boolean' | 'text' {
  if (kind === 'boolean' || kind === 'text') return kind;
  return kind === 'number' && !fits(range, scale) ? 'wide' : 'integer';
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

/** Half of what 64 bits hold, so that a sum of two on the way needs no look of its own. */
const limit = 2n ** 62n;

/** True when every value of the range, times `scale`, is an integer well within 64 bits. */
export function fits(range: Range, scale: bigint): boolean {
  const magnitude = magnitudeOf(range);
  return magnitude !== undefined && magnitude.numerator * scale < limit * magnitude.denominator;
}

/** An integer `node` that stands for value × `scale`, held as narrowly as the range allows. */
export function numberValue(maker: Maker, node: Node, scale: bigint, range: Range): Value {
  const type = fits(range, scale) ? 'integer' : 'wide';
  return { node: inType(maker, node, type), kind: 'number', scale, range };
}

export function literalValue(maker: Maker, value: Rational): Value {
  const { numerator, denominator } = value;
  const range = exactly(value);
  const type = fits(range, denominator) ? 'integer' : 'wide';
  return { node: numberOf(maker, type, numerator), kind: 'number', scale: denominator, range };
}

/** A number in 64 bits or in more; an error of the database where it does not fit. */
export function inType(maker: Maker, node: Node, type: SqlType): Node {
  if (node.type === type) return node;
  if (typeof node.constant === 'bigint') return numberOf(maker, type, node.constant);
  return make(maker, type, sql`CAST(${node} AS ${maker.dialect.types[type]})`);
}

/** The value on another scale, a multiple of its own. */
export function inScale(maker: Maker, value: Value, scale: bigint): Value {
  if (value.scale === scale) return value;
  const factor = scale / value.scale;
  const type = value.node.type === 'wide' || !fits(value.range, scale) ? 'wide' : 'integer';
  if (typeof value.node.constant === 'bigint') {
    return { ...value, node: numberOf(maker, type, value.node.constant * factor), scale };
  }
  const node = inType(maker, value.node, type);
  return { ...value, node: arithmetic(maker, '*', node, numberOf(maker, type, factor)), scale };
}

/** Numbers on one scale and in one type; `range` is what is to be made of them. */
export function align(
  maker: Maker,
  values: readonly Value[],
  range: Range,
): { readonly nodes: readonly Node[]; readonly scale: bigint; readonly type: 'integer' | 'wide' } {
  const scale = values.map((value) => value.scale).reduce(leastCommonMultiple, 1n);
  const scaled = values.map((value) => inScale(maker, value, scale).node);
  const isWide = scaled.some(({ type }) => type === 'wide') || !fits(range, scale);
  const type = isWide ? 'wide' : 'integer';
  return { nodes: scaled.map((node) => inType(maker, node, type)), scale, type };
}

/** Two numbers that are compared, on one scale and in one type. */
export function alignPair(maker: Maker, left: Value, right: Value): readonly [Node, Node] {
  const { nodes } = align(maker, [left, right], exactly({ numerator: 0n, denominator: 1n }));
  const [a = left.node, b = right.node] = nodes;
  return [a, b];
}

/** Values of one and the same form, so that one column can hold each. */
export function unify(maker: Maker, values: readonly Value[], range: Range): readonly Value[] {
  const [first] = values;
  if (first?.kind !== 'number') return values;
  const { nodes, scale } = align(maker, values, exactly({ numerator: 0n, denominator: 1n }));
  return values.map((value, at) => ({ ...value, node: nodes[at] ?? value.node, scale, range }));
}

/** All in one form; those that never have a value take the form of the others. */
export function unifyAll(maker: Maker, values: readonly Value[], range: Range): readonly Value[] {
  const unified = unify(
    maker,
    values.filter((value) => !isNothing(value)),
    range,
  );
  const [form] = unified;
  if (!form) return values;
  let at = 0;
  return values.map((value) => {
    if (isNothing(value)) return likeOther(maker, value, form);
    at += 1;
    return unified[at - 1] ?? value;
  });
}

/** True where the status says that there is never a value. */
export function isNothing({ status }: Value): boolean {
  return typeof status?.constant === 'bigint' && status.constant !== 0n;
}

function likeOther(maker: Maker, { status }: Value, other: Value): Value {
  const form = { ...withoutStatus(other), node: zeroNode(maker, other.node.type) };
  return status === undefined ? form : { ...form, status };
}

/** What stands where there is no value. */
export function zeroNode(maker: Maker, type: SqlType): Node {
  switch (type) {
    case 'boolean':
      return truthNode(maker, false);
    case 'text':
      return textNode(maker, '');
    case 'status':
      return statusNode(maker, 0);
    default:
      return numberOf(maker, type, 0n);
  }
}

/** No value of any kind. */
export function gapValue(maker: Maker, status: number): Value {
  return { ...plainValue(integer(maker, 0), 'number'), status: statusNode(maker, status) };
}

/** The first that is not 0; absent when all are. */
export function joinStatus(
  maker: Maker,
  ...statuses: readonly (Node | undefined)[]
): Node | undefined {
  const given = [...new Set(statuses)].filter(
    (status): status is Node => status !== undefined && status.constant !== 0n,
  );
  const last = given.at(-1);
  if (!last) return undefined;
  const branches = given.slice(0, -1).map((status): Branch => [hasNone(maker, status), status]);
  return firstOf(maker, branches, last);
}

/** True where the status says that there is no value. */
export function hasNone(maker: Maker, status: Node): Node {
  return compareNodes(maker, '!=', status, statusNode(maker, 0));
}

/** True where there is a value. */
export function isThere(maker: Maker, { status }: Pick<Value, 'status'>): Node {
  if (status === undefined) return truthNode(maker, true);
  return compareNodes(maker, '=', status, statusNode(maker, 0));
}

export function statusOf(maker: Maker, { status }: Pick<Value, 'status'>): Node {
  return status ?? statusNode(maker, 0);
}

export function withStatus(
  maker: Maker,
  value: Value,
  ...statuses: readonly (Node | undefined)[]
): Value {
  const status = joinStatus(maker, value.status, ...statuses);
  return status === undefined ? withoutStatus(value) : { ...value, status };
}

export function withoutStatus({ status: _, ...plain }: Value): Value {
  return plain;
}
