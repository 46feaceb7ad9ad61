import { ONE } from '@tiaoli/base';
import type { ChildAggregate, OnlyRecord, SetAggregate } from '@tiaoli/ir';
import { severalRecords } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { cell, childFieldOf } from './columns.ts';
import type { EmitExpr, RecordScope, Scope } from './emission.ts';
import {
  freshLocal,
  homeRecord,
  memberCount,
  statusOfCause,
  statusOfNotApplicable,
} from './emission.ts';
import { hasMember } from './emit-lookup.ts';
import type { Node, Statement } from './node.ts';
import { int, local, long } from './node.ts';
import {
  arithmetic,
  both,
  compareInt,
  compareLong,
  either,
  intArithmetic,
  not,
  select,
} from './operators.ts';
import { addSafely } from './overflow.ts';
import type { Status, Value } from './value.ts';
import {
  fits,
  inScale,
  literalValue,
  named,
  namedNode,
  namedStatus,
  notGiven,
  plainValue,
  withoutStatus,
  zeroNode,
} from './value.ts';

type NumberAggregate = SetAggregate | ChildAggregate;

interface Form {
  readonly range: Range;
  readonly scale: bigint;
}

/** One number of the members of a set or of the records of a child entity; 0 of none. */
export function emitAggregate(
  expr: NumberAggregate,
  form: Form,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const names: Names = {
    total: freshLocal(scope, 'i64'),
    second: freshLocal(scope, 'i64'),
    count: freshLocal(scope, 'i32'),
    status: freshLocal(scope, 'i32'),
  };
  const loop = expr.kind === 'set-aggregate' ? setLoop(expr, scope, emit) : recordLoop(expr, scope);
  const element = emitElement(expr, { names, form, loop }, emit);
  scope.block.push(
    { kind: 'set', local: names.total, value: long(0) },
    { kind: 'set', local: names.second, value: long(0) },
    { kind: 'set', local: names.count, value: int(0) },
    { kind: 'set', local: names.status, value: loop.status?.node ?? int(0) },
    ...loop.around([...loop.scope.block, ...element.lines]),
  );
  const at = expr.operator === 'second-max' ? names.second : names.total;
  const value: Value = { node: local('i64', at), kind: 'number', ...form };
  if (loop.status === undefined && !element.hasStatus) return value;
  return { ...value, status: { node: local('i32', names.status), mayMiss: true } };
}

/** The value of the one record that counts: 不适用 of none, a conflict of several. */
export function emitOnly(expr: OnlyRecord, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const loop = recordLoop(expr, scope);
  const guard = expr.when && emit(expr.when, loop.scope);
  const value = named(loop.scope, emit(expr.value, loop.scope));
  const { type } = value.node;
  const [total, count, status] = [
    freshLocal(scope, type),
    freshLocal(scope, 'i32'),
    freshLocal(scope, 'i32'),
  ];
  const isFirst = not(local('i32', count));
  const take: readonly Statement[] = [
    { kind: 'set', local: total, value: select(isFirst, value.node, local(type, total)) },
    increment(count),
  ];
  const valued = unlessMissing(value.status, status, take);
  const guarded = guard ? onlyIf(guard.node, valued) : valued;
  const several = statusOfCause(emission, 'conflict', severalRecords);
  const none = statusOfNotApplicable(emission, '');
  const counted = local('i32', count);
  const ofCount = select(
    counted,
    select(compareInt['='](counted, int(1)), int(0), several.node),
    none.node,
  );
  scope.block.push(
    { kind: 'set', local: total, value: zeroNode(value.kind) },
    { kind: 'set', local: count, value: int(0) },
    { kind: 'set', local: status, value: loop.status?.node ?? int(0) },
    ...loop.around([...loop.scope.block, ...unlessMissing(guard?.status, status, guarded)]),
    ...onlyIf(not(local('i32', status)), [{ kind: 'set', local: status, value: ofCount }]),
  );
  const result = { ...withoutStatus(value), node: local(type, total) };
  return { ...result, status: { node: local('i32', status), mayMiss: true } };
}

interface Names {
  readonly total: number;
  readonly second: number;
  readonly count: number;
  readonly status: number;
}

export interface Loop {
  readonly scope: Scope;
  /** The loop, with that as its body. */
  readonly around: (body: readonly Statement[]) => readonly Statement[];
  /** What is missing of the set or of the records themselves. */
  readonly status?: Status;
}

function setLoop({ set }: SetAggregate, scope: Scope, emit: EmitExpr): Loop {
  const value = named(scope, emit(set, scope));
  const member = freshLocal(scope, 'i64');
  const at = local('i64', member);
  const count = memberCount(scope.emission, value.enumeration);
  return {
    scope: { ...scope, block: [], element: plainValue(at, 'index', value.enumeration) },
    around: (body) => [
      { kind: 'set', local: member, value: long(0) },
      {
        kind: 'while',
        condition: compareLong['<'](at, long(count)),
        body: [
          ...onlyIf(hasMember(value.node, at), body),
          { kind: 'set', local: member, value: arithmetic.add(at, long(1)) },
        ],
      },
    ],
    ...(value.status !== undefined && { status: value.status }),
  };
}

/** A loop over the records of a child entity of the nearest record of its parent. */
export function recordLoop({ entity }: Pick<ChildAggregate, 'entity'>, scope: Scope): Loop {
  const { emission, locals } = scope;
  const parentEntity = emission.analysis.index.entities.get(entity)?.parent;
  const parent = homeRecord(parentEntity, scope.record);
  const { starts, given } = childFieldOf(emission, entity);
  const index = freshLocal(scope, 'i32');
  const row = local('i32', index);
  const top: Statement[] = [];
  const record: RecordScope = { row, entity, parent, top, known: new Map() };
  const end = namedNode(scope, cell(starts, parent.row, 1));
  const start = namedNode(scope, cell(starts, parent.row));
  const isGiven = given && cell(given, parent.row);
  return {
    scope: { emission, locals, record, block: top },
    around: (body) => [
      { kind: 'set', local: index, value: start },
      {
        kind: 'while',
        condition: compareInt['<'](row, end),
        body: [...body, increment(index)],
      },
    ],
    ...(isGiven && {
      status: namedStatus(scope, select(isGiven, int(0), notGiven.node), true),
    }),
  };
}

export function increment(index: number): Statement {
  return { kind: 'set', local: index, value: intArithmetic.add(local('i32', index), int(1)) };
}

export function onlyIf(condition: Node, yes: readonly Statement[]): readonly Statement[] {
  return [{ kind: 'if', condition, yes, no: [] }];
}

interface Element {
  readonly names: Names;
  readonly form: Form;
  readonly loop: Loop;
}

/** The body of the loop: what one member or record adds. The guard is looked at first. */
function emitElement(
  { operator, value, when }: NumberAggregate,
  { names, form, loop: { scope } }: Element,
  emit: EmitExpr,
): { readonly lines: readonly Statement[]; readonly hasStatus: boolean } {
  const { emission } = scope;
  const guard = when && emit(when, scope);
  const number = operator === 'count' ? literalValue(ONE, emission) : emit(value, scope);
  const { node } = named(scope, inScale(number, form.scale, emission));
  const isSafe = fits(form.range, form.scale) && fits(number.range, form.scale);
  const take = takeLines(operator, node, names, (a, b) => addSafely(a, b, isSafe, emission));
  const valued = unlessMissing(number.status, names.status, take);
  const guarded = guard ? onlyIf(guard.node, valued) : valued;
  return {
    lines: unlessMissing(guard?.status, names.status, guarded),
    hasStatus: guard?.status !== undefined || number.status !== undefined,
  };
}

/** `lines`, or the first status that is not 0. */
function unlessMissing(
  own: Status | undefined,
  status: number,
  lines: readonly Statement[],
): readonly Statement[] {
  if (own === undefined) return lines;
  const so = local('i32', status);
  const first: Statement = { kind: 'set', local: status, value: select(so, so, own.node) };
  return [{ kind: 'if', condition: own.node, yes: [first], no: lines }];
}

function takeLines(
  operator: NumberAggregate['operator'],
  node: Node,
  names: Names,
  add: (left: Node, right: Node) => Node,
): readonly Statement[] {
  const [total, second] = [local('i64', names.total), local('i64', names.second)];
  const count = local('i32', names.count);
  if (operator === 'sum' || operator === 'count') {
    return [{ kind: 'set', local: names.total, value: add(total, node) }];
  }
  const isTop = either(not(count), compareLong['>'](node, total));
  const top: Statement = { kind: 'set', local: names.total, value: select(isTop, node, total) };
  if (operator === 'max') return [top, increment(names.count)];
  // What was the greatest is the second from now on; else the member may be the second itself.
  const isSecond = either(compareInt['='](count, int(1)), compareLong['>'](node, second));
  const other = select(isSecond, node, second);
  const next = select(both(not(not(count)), isTop), total, select(count, other, second));
  return [{ kind: 'set', local: names.second, value: next }, top, increment(names.count)];
}
