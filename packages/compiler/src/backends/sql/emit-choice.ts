import { assertNever } from '@tiaoli/base';
import type { CaseBranch, Cases, Combine, OrElse } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { numberOfCause } from './emission.ts';
import { combineValues } from './emit-combine.ts';
import type { Node } from './node.ts';
import type { Branch } from './operators.ts';
import { allOf, anyOf, compareNodes, firstOf, not, statusNode } from './operators.ts';
import type { Value } from './value.ts';
import {
  gapValue,
  hasNone,
  isThere,
  joinStatus,
  statusOf,
  unifyAll,
  withoutStatus,
  withStatus,
} from './value.ts';

/** Kinds that choose among operands and pass on the 不适用 of what they choose. */
export function emitChoice(
  expr: Cases | Combine | OrElse,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  switch (expr.kind) {
    case 'cases':
      return emitCases(expr, range, scope, emit);
    case 'combine': {
      const values = expr.operands.map((operand) => emit(operand, scope));
      return combineValues(expr.operator, values, range, scope.emission);
    }
    case 'or-else':
      return emitOrElse(expr, range, scope, emit);
    default:
      return assertNever(expr);
  }
}

/** One way to go: when `guard` holds, the value. */
export interface Way {
  readonly guard: Value;
  readonly value: Value;
}

function emitCases(expr: Cases, range: Range, scope: Scope, emit: EmitExpr): Value {
  const ways = expr.branches.map(({ when, value }) => ({
    guard: emit(when, scope),
    value: emit(value, scope),
  }));
  const otherwise = emitOtherwise(expr, scope, emit);
  return expr.overlap === 'checked'
    ? agreedWay(ways, otherwise, { range, labels: labelsOf(expr.branches) }, scope.emission)
    : firstWay(ways, otherwise, range, scope.emission);
}

function emitOtherwise({ otherwise, branches }: Cases, scope: Scope, emit: EmitExpr): Value {
  if (otherwise) return emit(otherwise, scope);
  const reason = `没有一种情形适用：${labelsOf(branches).join('、')}`;
  return gapValue(scope.emission, numberOfCause(scope.emission, 'gap', reason));
}

/** Cases without a label are known by their number, from 1. */
function labelsOf(branches: readonly CaseBranch[]): readonly string[] {
  return branches.map(({ label }, at) => label ?? String(at + 1));
}

/** The first way of which the guard holds; a guard that is missing before it makes the whole missing. */
export function firstWay(
  ways: readonly Way[],
  otherwise: Value,
  range: Range,
  emission: Emission,
): Value {
  const unified = unifyAll(emission, [...ways.map(({ value }) => value), otherwise], range);
  const last = unified.at(-1) ?? otherwise;
  const nodes = ways.map(({ guard }, at): Branch => [guard.node, (unified[at] ?? last).node]);
  const statuses = ways.flatMap(({ guard }, at): Branch[] => [
    ...(guard.status ? [[hasNone(emission, guard.status), guard.status] satisfies Branch] : []),
    [guard.node, statusOf(emission, unified[at] ?? last)],
  ]);
  const node = firstOf(emission, nodes, last.node);
  const status = firstOf(emission, statuses, statusOf(emission, last));
  return withStatus(emission, { ...withoutStatus(last), node, range }, status);
}

interface Agreement {
  readonly range: Range;
  readonly labels: readonly string[];
}

/** Every guard is looked at; branches that hold must agree. */
function agreedWay(
  ways: readonly Way[],
  otherwise: Value,
  { range, labels }: Agreement,
  emission: Emission,
): Value {
  const guards = ways.map(({ guard }) => guard.node);
  const first = firstWay(
    ways.map(({ guard, value }) => ({ guard: withoutStatus(guard), value })),
    otherwise,
    range,
    emission,
  );
  const missing = joinStatus(emission, ...ways.map(({ guard }) => guard.status));
  const conflict = `${labels.map((label) => `「${label}」`).join('、')}中有同时适用而结果不同的`;
  const values = unifyAll(emission, [first, ...ways.map(({ value }) => value)], range);
  const one = values[0] ?? first;
  const others = values.slice(1).map((value, at) => ({ value, guard: guards[at] }));
  const unknown = others.flatMap(({ value, guard }): Branch[] =>
    value.status && guard
      ? [[allOf(emission, [guard, isMissing(emission, value.status)]), value.status]]
      : [],
  );
  const differing = others.flatMap(({ value, guard }) =>
    guard ? [allOf(emission, [guard, differs(one, value, emission)])] : [],
  );
  const status = firstOf(
    emission,
    [
      ...(missing ? [[hasNone(emission, missing), missing] satisfies Branch] : []),
      ...unknown,
      [
        anyOf(emission, differing),
        statusNode(emission, numberOfCause(emission, 'conflict', conflict)),
      ],
    ],
    statusOf(emission, first),
  );
  return withStatus(emission, { ...withoutStatus(one), range }, status);
}

function isMissing(emission: Emission, status: Node): Node {
  return compareNodes(emission, '<', status, statusNode(emission, 0));
}

/** Both 不适用 is no difference, for whatever reason. */
function differs(left: Value, right: Value, emission: Emission): Node {
  const [here, there] = [isThere(emission, left), isThere(emission, right)];
  const isOther = not(emission, compareNodes(emission, '=', left.node, right.node));
  const alone = [
    allOf(emission, [here, not(emission, there)]),
    allOf(emission, [not(emission, here), there]),
  ];
  return anyOf(emission, [...alone, allOf(emission, [here, there, isOther])]);
}

function emitOrElse(expr: OrElse, range: Range, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const operand = emit(expr.operand, scope);
  if (operand.status === undefined) return operand;
  const fallback = emit(expr.fallback, scope);
  const [own = operand, other = fallback] = unifyAll(emission, [operand, fallback], range);
  const isAbsent = compareNodes(emission, '>', operand.status, statusNode(emission, 0));
  const node = firstOf(emission, [[isAbsent, other.node]], own.node);
  const status = firstOf(emission, [[isAbsent, statusOf(emission, other)]], operand.status);
  return withStatus(emission, { ...withoutStatus(own), node, range }, status);
}
