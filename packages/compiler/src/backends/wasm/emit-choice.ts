import { assertNever } from '@tiaoli/base';
import type { CaseBranch, Cases, Combine, Expr, OrElse } from '@tiaoli/ir';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { freshLocal, inBlock, statusOfCause } from './emission.ts';
import { combineValues } from './emit-combine.ts';
import { emitWay, gapValue, setStatus, unifyAll } from './emit-way.ts';
import type { Node, Statement } from './node.ts';
import { int, local } from './node.ts';
import { both, compareInt, compareLong, either, not, select } from './operators.ts';
import type { Status, Value } from './value.ts';
import { isAbsent, joinStatus, named, truth, withoutStatus, zeroNode } from './value.ts';

/** Kinds that choose among operands and pass on the 不适用 of what they choose. */
export function emitChoice(
  expr: Cases | Combine | OrElse,
  range: Range,
  scope: Scope,
  emit: EmitExpr,
): Value {
  switch (expr.kind) {
    case 'cases':
      return expr.overlap === 'checked'
        ? emitChecked(expr, range, scope, emit)
        : emitFirst(expr, range, scope, emit);
    case 'combine': {
      const values = expr.operands.map((operand) => emit(operand, scope));
      return combineValues(expr.operator, values, range, scope);
    }
    case 'or-else':
      return emitOrElse(expr, range, scope, emit);
    default:
      return assertNever(expr);
  }
}

function emitFirst(expr: Cases, range: Range, scope: Scope, emit: EmitExpr): Value {
  const [branch, ...rest] = expr.branches;
  if (!branch) return emitOtherwise(expr, scope, emit);
  const others: Cases = { ...expr, branches: rest };
  return emitWay(
    { guard: emit(branch.when, scope), emit: (inner) => emit(branch.value, inner) },
    (inner) =>
      rest.length === 0 ? emitOtherwise(expr, inner, emit) : emitFirst(others, range, inner, emit),
    range,
    scope,
  );
}

function emitOtherwise({ otherwise, branches }: Cases, scope: Scope, emit: EmitExpr): Value {
  if (otherwise) return emit(otherwise, scope);
  const reason = `没有一种情形适用：${labelsOf(branches).join('、')}`;
  return gapValue(statusOfCause(scope.emission, 'gap', reason));
}

/** Cases without a label are known by their number, from 1. */
function labelsOf(branches: readonly CaseBranch[]): readonly string[] {
  return branches.map(({ label }, at) => label ?? String(at + 1));
}

/** Every guard is looked at; branches that hold must agree. */
function emitChecked(expr: Cases, range: Range, scope: Scope, emit: EmitExpr): Value {
  const guards = expr.branches.map(({ when }) => named(scope, emit(when, scope)));
  const ways = expr.branches.map(({ value }) => inBlock(scope, (inner) => emit(value, inner)));
  const rest = inBlock(scope, (inner) => emitOtherwise(expr, inner, emit));
  const values = unifyAll([...ways.map(({ result }) => result), rest.result], range, scope);
  const last = values.at(-1) ?? rest.result;
  const form = values[0] ?? last;
  const [target, status, count] = [form.node.type, 'i32', 'i32'].map((type) =>
    freshLocal(scope, type === 'i64' ? 'i64' : 'i32'),
  );
  const names = {
    target: target ?? 0,
    status: status ?? 0,
    count: count ?? 0,
    type: form.node.type,
  };
  const labels = labelsOf(expr.branches).map((label) => `「${label}」`);
  const reason = `${labels.join('、')}中有同时适用而结果不同的`;
  const conflict = statusOfCause(scope.emission, 'conflict', reason);
  const missing = joinStatus(scope, ...guards.map((guard) => guard.status));
  const taken = ways.map(
    ({ lines }, at): Statement => ({
      kind: 'if',
      condition: guards[at]?.node ?? int(0),
      yes: [...lines, takeChecked(values[at] ?? form, names, conflict)],
      no: [],
    }),
  );
  const none: Statement = {
    kind: 'if',
    condition: not(local('i32', names.count)),
    yes: [...rest.lines, ...takeFirst(last, names)],
    no: [],
  };
  scope.block.push(
    { kind: 'set', local: names.target, value: zeroNode(form.kind) },
    { kind: 'set', local: names.status, value: missing?.node ?? int(0) },
    { kind: 'set', local: names.count, value: int(0) },
    {
      kind: 'if',
      condition: not(local('i32', names.status)),
      yes: [...taken, none],
      no: [],
    },
  );
  const value = { ...withoutStatus(form), range, node: local(form.node.type, names.target) };
  return { ...value, status: { node: local('i32', names.status), mayMiss: true } };
}

interface CheckedNames {
  readonly target: number;
  readonly status: number;
  readonly count: number;
  readonly type: Node['type'];
}

function takeFirst(
  { node, status }: Value,
  { target, status: into, count }: CheckedNames,
): readonly Statement[] {
  return [
    { kind: 'set', local: target, value: node },
    { kind: 'set', local: into, value: status?.node ?? int(0) },
    { kind: 'set', local: count, value: int(1) },
  ];
}

/** The first value is taken; another that differs is a conflict, unless both are 不适用 or something is missing already. */
function takeChecked(value: Value, names: CheckedNames, conflict: Status): Statement {
  const [so, target] = [local('i32', names.status), local(names.type, names.target)];
  const own = value.status?.node ?? int(0);
  const compareNodes = names.type === 'i64' ? compareLong['!='] : compareInt['!='];
  const differs = either(
    compareInt['!='](so, own),
    both(not(own), compareNodes(target, value.node)),
  );
  const bothNone = both(compareInt['>'](so, int(0)), compareInt['>'](own, int(0)));
  const isConflict = both(compareInt['>='](so, int(0)), both(differs, not(bothNone)));
  return {
    kind: 'if',
    condition: not(local('i32', names.count)),
    yes: takeFirst(value, names),
    no: [
      {
        kind: 'if',
        condition: isConflict,
        yes: setStatus(names.status, select(compareInt['<'](own, int(0)), own, conflict.node)),
        no: [],
      },
    ],
  };
}

function emitOrElse(expr: OrElse, range: Range, scope: Scope, emit: EmitExpr): Value {
  const operand = named(scope, emit(expr.operand, scope));
  const { status } = operand;
  if (status === undefined) return operand;
  const plain = withoutStatus(operand);
  if (status.zeroed && !status.mayMiss && isNumberZero(expr.fallback)) return plain;
  return emitWay(
    { guard: truth(isAbsent(status)), emit: (inner) => emit(expr.fallback, inner) },
    () => (status.mayMiss ? { ...plain, status } : plain),
    range,
    scope,
  );
}

function isNumberZero(expr: Expr): boolean {
  return expr.kind === 'literal' && numberOf(expr)?.numerator === 0n;
}
