import { assertNever } from '@tiaoli/base';
import type { Compare, Intersects, Logic, Member, Not, Present } from '@tiaoli/ir';
import { tableCell } from './constant-table.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { memberIndex, textNumber } from './emission.ts';
import type { Node } from './node.ts';
import { int, long } from './node.ts';
import {
  allOf,
  anyOf,
  arithmetic,
  both,
  compareInt,
  compareLong,
  not,
  select,
} from './operators.ts';
import type { Value } from './value.ts';
import { align, isThere, joinStatus, named, namedStatus, truth, withStatus } from './value.ts';

export type ConditionKind = Compare | Logic | Not | Present | Member | Intersects;

/** Truth values; `logic` is Kleene's, `present` looks at the status, the others are strict. */
export function emitCondition(expr: ConditionKind, scope: Scope, emit: EmitExpr): Value {
  switch (expr.kind) {
    case 'compare':
      return emitCompare(expr, scope, emit);
    case 'logic':
      return emitLogic(expr, scope, emit);
    case 'not': {
      const operand = emit(expr.operand, scope);
      return withStatus(scope, truth(not(operand.node)), operand.status);
    }
    case 'present':
      return emitPresent(emit(expr.operand, scope), scope);
    case 'member':
      return emitMember(expr, scope, emit);
    case 'intersects': {
      const set = emit(expr.operand, scope);
      const bits = setBits(expr.members, set.enumeration ?? '', scope);
      const common = arithmetic.and(set.node, long(bits));
      return withStatus(scope, truth(compareLong['!='](common, long(0))), set.status);
    }
    default:
      return assertNever(expr);
  }
}

/** The members as bits. */
export function setBits(members: readonly string[], enumeration: string, scope: Scope): bigint {
  return members.reduce(
    (all, member) => all | (1n << BigInt(memberIndex(scope.emission, enumeration, member))),
    0n,
  );
}

function emitCompare(expr: Compare, scope: Scope, emit: EmitExpr): Value {
  const left = emit(expr.left, scope);
  const right = emit(expr.right, scope);
  const node = comparison(expr, [left, right], scope);
  return withStatus(scope, truth(node), left.status, right.status);
}

function comparison(
  { operator, order }: Compare,
  values: readonly [Value, Value],
  scope: Scope,
): Node {
  const [left, right] = values;
  if (left.kind === 'boolean') {
    return compareInt[operator === '=' ? '=' : '!='](left.node, right.node);
  }
  const compareNodes = compareLong[operator];
  if (left.kind === 'number') {
    const { nodes } = align(values, scope.emission);
    return compareNodes(nodes[0] ?? long(0), nodes[1] ?? long(0));
  }
  const isRanked = left.kind === 'index' && order && operator !== '=' && operator !== '!=';
  if (!isRanked) return compareNodes(left.node, right.node);
  return compareNodes(rankOf(left, order, scope), rankOf(right, order, scope));
}

function rankOf({ node, enumeration = '' }: Value, order: readonly string[], scope: Scope): Node {
  const ranks = (scope.emission.members.get(enumeration) ?? []).map((name) => order.indexOf(name));
  if (ranks.every((rank, index) => rank === index)) return node;
  return tableCell(ranks.map(BigInt), node, scope.emission);
}

/** One operand that decides is enough; only if none does, what is missing prevails. */
function emitLogic({ operator, operands }: Logic, scope: Scope, emit: EmitExpr): Value {
  const values = operands.map((operand) => emit(operand, scope));
  if (values.every(({ status }) => status === undefined)) {
    const nodes = values.map(({ node }) => node);
    return truth(operator === 'and' ? allOf(nodes) : anyOf(nodes));
  }
  const deciding = values.map(({ node, status }) => {
    const decides = operator === 'and' ? not(node) : node;
    return status === undefined ? decides : both(not(status.node), decides);
  });
  const decided = named(scope, truth(anyOf(deciding)));
  const missing = joinStatus(scope, ...values.map(({ status }) => status));
  const value = operator === 'and' ? truth(not(decided.node)) : decided;
  if (!missing) return value;
  const status = select(decided.node, int(0), missing.node);
  return { ...value, status: namedStatus(scope, status, missing.mayMiss) };
}

function emitPresent({ status }: Value, scope: Scope): Value {
  if (status === undefined) return truth(int(1));
  const value = truth(isThere(status));
  if (!status.mayMiss) return value;
  const missing = select(compareInt['<'](status.node, int(0)), status.node, int(0));
  return { ...value, status: namedStatus(scope, missing, true) };
}

function emitMember({ operand, members }: Member, scope: Scope, emit: EmitExpr): Value {
  const value = named(scope, emit(operand, scope));
  const tests = members.map((member) => isMember(value, member, scope));
  return withStatus(scope, truth(anyOf(tests)), value.status);
}

/** Whether a text or a member is the one of that name. */
export function isMember({ node, kind, enumeration }: Value, member: string, scope: Scope): Node {
  const { emission } = scope;
  const wanted =
    kind === 'text'
      ? textNumber(emission, member)
      : memberIndex(emission, enumeration ?? '', member);
  return compareLong['='](node, long(wanted));
}
