import { assertNever } from '@tiaoli/base';
import type { CaseBranch, Cases, Combine, Expr, OrElse } from '@tiaoli/ir';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { addRanges, exactly, joinRanges } from '../../passes/range.ts';
import type { EmitExpr, Scope } from './emission.ts';
import { freshLocal, inBlock, statusOfCause, statusOfNotApplicable } from './emission.ts';
import type { Node, Statement } from './node.ts';
import { constantOf, int, isSameNode, local, long } from './node.ts';
import { both, compareInt, compareLong, either, not, select } from './operators.ts';
import { addSafely } from './overflow.ts';
import type { Status, Value } from './value.ts';
import {
  fits,
  isAbsent,
  isNothing,
  isThere,
  joinStatus,
  likeOther,
  named,
  namedNode,
  namedStatus,
  plainValue,
  truth,
  unify,
  withoutStatus,
  zeroNode,
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

/** One way to go: when `guard` holds, the value of `emit`. */
export interface Way {
  readonly guard: Value;
  readonly emit: (scope: Scope) => Value;
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

/** No value of any kind. */
export function gapValue(status: Status): Value {
  return { ...plainValue(long(0), 'number'), status };
}

/** What instructions cost about as much as a branch that is guessed wrongly half of the time. */
const cheapest = 16;

/** One way or the other: both worked out where that is cheap, else branches that set one local. */
export function emitWay(
  way: Way,
  otherwise: (scope: Scope) => Value,
  range: Range,
  scope: Scope,
): Value {
  const yes = inBlock(scope, way.emit);
  const no = inBlock(scope, otherwise);
  const [value, other] = unifyWays(yes.result, no.result, range, scope);
  const { guard } = way;
  const lines = [...yes.lines, ...no.lines];
  const cost = costOf(value.node) + costOf(other.node) + costOfLines(lines);
  if (cost <= cheapest) {
    scope.block.push(...lines);
    return selectWay(guard, value, other, scope);
  }
  const target = freshLocal(scope, value.node.type);
  const statuses = [value, other, guard].map(({ status }) => status);
  const status = statuses.some((each) => each) ? freshLocal(scope, 'i32') : undefined;
  const assign = (chosen: Value): readonly Statement[] => [
    { kind: 'set', local: target, value: chosen.node },
    ...setStatus(status, chosen.status?.node),
  ];
  const branch: Statement = {
    kind: 'if',
    condition: guard.node,
    yes: [...yes.lines, ...assign(value)],
    no: [...no.lines, ...assign(other)],
  };
  scope.block.push(
    ...unlessMissing(guard.status, { target, status, zero: zeroNode(value.kind) }, branch),
  );
  const result = { ...withoutStatus(value), range, node: local(value.node.type, target) };
  if (status === undefined) return result;
  const mayMiss = statuses.some((each) => each?.mayMiss);
  return { ...result, status: { node: local('i32', status), mayMiss } };
}

function setStatus(status: number | undefined, node: Node = int(0)): readonly Statement[] {
  return status === undefined ? [] : [{ kind: 'set', local: status, value: node }];
}

function unlessMissing(
  missing: Status | undefined,
  { target, status, zero }: { target: number; status: number | undefined; zero: Node },
  branch: Statement,
): readonly Statement[] {
  if (!missing) return [branch];
  const none: Statement = { kind: 'set', local: target, value: zero };
  const lost = [none, ...setStatus(status, missing.node)];
  return [{ kind: 'if', condition: missing.node, yes: lost, no: [branch] }];
}

function selectWay(guard: Value, value: Value, other: Value, scope: Scope): Value {
  const { node: condition } = named(scope, truth(guard.node));
  const node = select(condition, value.node, other.node);
  const result = named(scope, { ...withoutStatus(value), node });
  const zeroed = [value, other].every(isZeroed);
  const own = selectStatus(condition, value.status, other.status, { scope, zeroed });
  const status = guard.status ? joinStatus(scope, guard.status, own) : own;
  return status ? { ...result, status } : result;
}

function selectStatus(
  condition: Node,
  yes: Status | undefined,
  no: Status | undefined,
  { scope, zeroed }: { readonly scope: Scope; readonly zeroed: boolean },
): Status | undefined {
  if (!yes && !no) return undefined;
  const [a, b] = [yes?.node ?? int(0), no?.node ?? int(0)];
  const mayMiss = yes?.mayMiss === true || no?.mayMiss === true;
  if (isSameNode(a, b)) return { node: a, mayMiss };
  const status = { ...namedStatus(scope, select(condition, a, b), mayMiss), zeroed };
  const [never, always] = [constantOf(a), constantOf(b)];
  if (never === undefined || always === undefined) return status;
  if (never !== 0n && always !== 0n) return status;
  return { ...status, holds: never === 0n ? condition : namedNode(scope, not(condition)) };
}

/** Whether what has no value is held as 0. */
export function isZeroed(value: Value): boolean {
  const { status } = value;
  if (status === undefined || status.zeroed) return true;
  return isNothing(value) && constantOf(value.node) === 0n;
}

/** Beyond the cheapest where anything but a local is set. */
function costOfLines(lines: readonly Statement[]): number {
  return lines.reduce(
    (sum, line) => sum + (line.kind === 'set' ? costOf(line.value) : cheapest + 1),
    0,
  );
}

/** How many instructions; a division or a call counts as many. */
function costOf(node: Node): number {
  if (node.kind === 'call') return cheapest + 1;
  if (node.kind !== 'op') return node.kind === 'load' ? 1 + costOf(node.address) : 0;
  const isDivision = node.code.length === 1 && (node.code[0] === 0x7f || node.code[0] === 0x80);
  return node.args.reduce((sum, each) => sum + costOf(each), isDivision ? 6 : 1);
}

/** Both in one form; a way that gives no value takes the form of the other. */
export function unifyWays(
  left: Value,
  right: Value,
  range: Range,
  { emission }: Scope,
): readonly [Value, Value] {
  if (isNothing(left)) return [likeOther(left, right), right];
  if (isNothing(right)) return [left, likeOther(right, left)];
  const [a = left, b = right] = unify([left, right], range, emission);
  return [a, b];
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

/** All in one form; those that give no value take the form of the others. */
function unifyAll(values: readonly Value[], range: Range, scope: Scope): readonly Value[] {
  const valued = values.filter((value) => !isNothing(value));
  const unified = unify(valued, range, scope.emission);
  const [form] = unified;
  if (!form) return values;
  return values.map((value) => {
    const at = valued.indexOf(value);
    return at < 0 ? likeOther(value, form) : (unified[at] ?? value);
  });
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

/** 就高, 就低, 累加: skips 不适用; 不适用 when all are, with the reason of the first. */
function combineValues(
  operator: Combine['operator'],
  given: readonly Value[],
  range: Range,
  scope: Scope,
): Value {
  const values = unifyAll(given, range, scope).map((value) => named(scope, value));
  const form = values.find((value) => !isNothing(value)) ?? values[0];
  if (!form) throw new Error('a combination has an operand');
  const none = statusOfNotApplicable(scope.emission, '');
  const start: Combined = {
    node: long(0),
    range: exactly(zero),
    status: firstReason(values[0], none, scope),
  };
  const all = values.reduce((best, value) => takeBetter(operator, best, value, scope), start);
  const missing = joinStatus(scope, ...values.map(({ status }) => lostOf(status, scope)));
  const always = values.some(({ status }) => status === undefined);
  const status = always ? missing : joinStatus(scope, missing, all.status);
  const result = { ...withoutStatus(form), range, node: all.node };
  return status ? { ...result, status } : result;
}

const zero = { numerator: 0n, denominator: 1n };

interface Combined {
  readonly node: Node;
  readonly range: Range;
  readonly status: Status;
}

/** Why there is none, should all be 不适用. */
function firstReason(first: Value | undefined, none: Status, scope: Scope): Status {
  if (!first?.status) return none;
  const node = first.status.node;
  return namedStatus(scope, select(node, node, none.node), first.status.mayMiss);
}

function lostOf(status: Status | undefined, scope: Scope): Status | undefined {
  if (!status?.mayMiss) return undefined;
  const node = select(compareInt['<'](status.node, int(0)), status.node, int(0));
  return namedStatus(scope, node, true);
}

function takeBetter(
  operator: Combine['operator'],
  best: Combined,
  value: Value,
  scope: Scope,
): Combined {
  if (isNothing(value)) return best;
  const isValue = value.status ? isThere(value.status) : int(1);
  const range =
    operator === 'sum'
      ? addRanges(best.range, joinRanges(value.range, exactly(zero)))
      : value.range;
  const isSafe = fits(range, value.scale) && fits(value.range, value.scale);
  const isBetter =
    operator === 'sum'
      ? int(1)
      : either(
          best.status.node,
          compareLong[operator === 'highest' ? '>' : '<'](value.node, best.node),
        );
  const taken =
    operator === 'sum' ? addSafely(best.node, value.node, isSafe, scope.emission) : value.node;
  const isTaken = named(scope, truth(both(isValue, asTruth(isBetter)))).node;
  return {
    node: named(scope, { ...value, node: select(isTaken, taken, best.node) }).node,
    range,
    status: namedStatus(scope, select(isTaken, int(0), best.status.node), best.status.mayMiss),
  };
}

/** Statuses are no truth values. */
function asTruth(node: Node): Node {
  return compareInt['!='](node, int(0));
}
