import { assertNever } from '@tiaoli/base';
import type { Compare, Intersects, Logic, Member, Not, Present } from '@tiaoli/ir';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { memberIndex } from './emission.ts';
import type { Node } from './node.ts';
import { sql } from './node.ts';
import type { Branch } from './operators.ts';
import {
  allOf,
  anyOf,
  compareNodes,
  firstOf,
  integer,
  make,
  not,
  statusNode,
  textNode,
  truthNode,
} from './operators.ts';
import type { Value } from './value.ts';
import { alignPair, hasNone, isThere, truth, withStatus } from './value.ts';

export type ConditionKind = Compare | Logic | Not | Present | Member | Intersects;

/** Truth values; `logic` is Kleene's, `present` looks at the status, the others are strict. */
export function emitCondition(expr: ConditionKind, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  switch (expr.kind) {
    case 'compare':
      return emitCompare(expr, scope, emit);
    case 'logic':
      return emitLogic(expr, scope, emit);
    case 'not': {
      const operand = emit(expr.operand, scope);
      return withStatus(emission, truth(not(emission, operand.node)), operand.status);
    }
    case 'present':
      return emitPresent(emit(expr.operand, scope), emission);
    case 'member': {
      const operand = emit(expr.operand, scope);
      const tests = expr.members.map((member) => isMember(operand, member, emission));
      return withStatus(emission, truth(anyOf(emission, tests)), operand.status);
    }
    case 'intersects': {
      const set = emit(expr.operand, scope);
      const bits = setBits(expr.members, set.enumeration ?? '', emission);
      return withStatus(emission, truth(hasBits(set.node, bits, emission)), set.status);
    }
    default:
      return assertNever(expr);
  }
}

/** The members as bits. */
export function setBits(
  members: readonly string[],
  enumeration: string,
  emission: Emission,
): bigint {
  return members.reduce(
    (all, member) => all | (1n << BigInt(memberIndex(emission, enumeration, member))),
    0n,
  );
}

/** Whether a set has one of these members. */
export function hasBits(set: Node, bits: bigint, emission: Emission): Node {
  if (typeof set.constant === 'bigint') return truthNode(emission, (set.constant & bits) !== 0n);
  const both = make(emission, 'integer', sql`(${set} & ${integer(emission, bits)})`);
  return compareNodes(emission, '!=', both, integer(emission, 0));
}

/** Whether a member or a text is this one. */
export function isMember(value: Value, member: string, emission: Emission): Node {
  const wanted =
    value.kind === 'text'
      ? textNode(emission, member)
      : integer(emission, memberIndex(emission, value.enumeration ?? '', member));
  return compareNodes(emission, '=', value.node, wanted);
}

function emitCompare(expr: Compare, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const [a, b] = comparable(expr, [left, right], emission);
  const node = compareNodes(emission, expr.operator, a, b);
  return withStatus(emission, truth(node), left.status, right.status);
}

/** Both sides in a form in which the database compares them as meant. */
function comparable(
  { order, operator }: Compare,
  [left, right]: readonly [Value, Value],
  emission: Emission,
): readonly [Node, Node] {
  if (left.kind === 'number') return alignPair(emission, left, right);
  if (left.kind !== 'index' || !order || operator === '=' || operator === '!=') {
    return [left.node, right.node];
  }
  const names = emission.members.get(left.enumeration ?? '') ?? [];
  const ranks = names.map((name) => order.indexOf(name));
  if (ranks.every((rank, index) => rank === index)) return [left.node, right.node];
  return [rankOf(left.node, ranks, emission), rankOf(right.node, ranks, emission)];
}

function rankOf(member: Node, ranks: readonly number[], emission: Emission): Node {
  const branches = ranks.map(
    (rank, index): Branch => [
      compareNodes(emission, '=', member, integer(emission, index)),
      integer(emission, rank),
    ],
  );
  return firstOf(emission, branches, integer(emission, -1));
}

/** One operand that decides is enough; only if none does, what is missing prevails. */
function emitLogic({ operator, operands }: Logic, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const values = operands.map((operand) => emit(operand, scope));
  const isAnd = operator === 'and';
  const deciding = values.map((value) =>
    allOf(emission, [isThere(emission, value), isAnd ? not(emission, value.node) : value.node]),
  );
  if (values.every(({ status }) => status === undefined)) {
    const nodes = values.map(({ node }) => node);
    return truth(isAnd ? allOf(emission, nodes) : anyOf(emission, nodes));
  }
  const isDecided = anyOf(emission, deciding);
  const lost = values.flatMap(({ status }): Branch[] =>
    status ? [[hasNone(emission, status), status]] : [],
  );
  const none = statusNode(emission, 0);
  const status = firstOf(emission, [[isDecided, none], ...lost], none);
  const node = isAnd ? not(emission, isDecided) : isDecided;
  return withStatus(emission, truth(node), status);
}

function emitPresent(value: Value, emission: Emission): Value {
  const { status } = value;
  if (status === undefined) return truth(truthNode(emission, true));
  const zero = statusNode(emission, 0);
  const isMissing = compareNodes(emission, '<', status, zero);
  const lost = firstOf(emission, [[isMissing, status]], zero);
  return withStatus(emission, truth(isThere(emission, value)), lost);
}
