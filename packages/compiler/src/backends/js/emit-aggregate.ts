import { ONE } from '@tiaoli/base';
import type { ChildAggregate, OnlyRecord, SetAggregate } from '@tiaoli/ir';
import { severalRecords } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import { fitsDouble } from '../../passes/range.ts';
import type { Code } from './code.ts';
import { inKind, inScale, literalCode, plainCode, withStatus, zeroOf } from './code.ts';
import type { EmitExpr, RecordScope, Scope } from './emission.ts';
import {
  freshName,
  homeRecord,
  memberCount,
  nameCode,
  nameStatus,
  notGivenStatus,
  statusOfCause,
  statusOfNotApplicable,
} from './emission.ts';
import { isWideSet } from './emit-condition.ts';

type NumberAggregate = SetAggregate | ChildAggregate;

/** One number of the members of a set or of the records of a child entity; 0 of none. */
export function emitAggregate(
  expr: NumberAggregate,
  { range, scale }: { readonly range: Range; readonly scale: bigint },
  scope: Scope,
  emit: EmitExpr,
): Code {
  const { emission } = scope;
  const names: Names = {
    total: freshName(emission, 't'),
    second: freshName(emission, 't'),
    count: freshName(emission, 'n'),
    status: freshName(emission, 's'),
    kind: fitsDouble(range, scale) ? 'number' : 'bigint',
    scale,
  };
  const loop = expr.kind === 'set-aggregate' ? setLoop(expr, scope, emit) : recordLoop(expr, scope);
  const element = emitElement(expr, names, loop.scope, emit);
  const zero = names.kind === 'bigint' ? '0n' : '0';
  const isSum = expr.operator === 'sum' || expr.operator === 'count';
  const hasStatus = loop.status !== undefined || element.hasStatus;
  scope.block.push(
    `let ${names.total} = ${zero};`,
    ...(hasStatus ? [`let ${names.status} = ${loop.status ?? '0'};`] : []),
    ...(isSum ? [] : [`let ${names.second} = ${zero}, ${names.count} = 0;`]),
    loop.head,
    ...loop.scope.block,
    ...element.lines,
    '}',
  );
  const text = expr.operator === 'second-max' ? names.second : names.total;
  return withStatus({ text, kind: names.kind, scale, range }, hasStatus ? names.status : undefined);
}

/** The value of the one record that counts: 不适用 of none, a conflict of several. */
export function emitOnly(expr: OnlyRecord, scope: Scope, emit: EmitExpr): Code {
  const { emission } = scope;
  const [total, count, status] = ['t', 'n', 's'].map((prefix) => freshName(emission, prefix));
  const loop = recordLoop(expr, scope);
  const guard = expr.when && nameStatus(loop.scope, emit(expr.when, loop.scope));
  const value = nameStatus(loop.scope, nameCode(loop.scope, emit(expr.value, loop.scope)));
  const take = [`if (${count} === 0) ${total} = ${value.text};`, `${count}++;`];
  const names = { status: status ?? '' };
  const valued = unlessMissing(value.status, names, take);
  const guarded = guard ? [`if (${guard.text}) {`, ...valued, '}'] : valued;
  const several = statusOfCause(emission, 'conflict', severalRecords);
  const none = statusOfNotApplicable(emission, '');
  scope.block.push(
    `let ${total} = ${zeroOf(value.kind)}, ${count} = 0, ${status} = ${loop.status ?? '0'};`,
    loop.head,
    ...loop.scope.block,
    ...unlessMissing(guard?.status, names, guarded),
    '}',
    `if (${status} === 0) ${status} = ${count} === 1 ? 0 : ${count} === 0 ? ${none} : ${several};`,
  );
  return { ...value, text: total ?? '', status: status ?? '' };
}

interface Names {
  readonly total: string;
  readonly second: string;
  readonly count: string;
  readonly status: string;
  readonly kind: 'number' | 'bigint';
  readonly scale: bigint;
}

interface Loop {
  readonly head: string;
  readonly scope: Scope;
  /** What is missing of the set or of the records themselves. */
  readonly status?: string;
}

function setLoop({ set }: SetAggregate, scope: Scope, emit: EmitExpr): Loop {
  const code = nameStatus(scope, nameCode(scope, emit(set, scope)));
  const member = freshName(scope.emission, 'm');
  const bit = isWideSet(code.enumeration, scope)
    ? `(${code.text} >> BigInt(${member}) & 1n) === 0n`
    : `(${code.text} >> ${member} & 1) === 0`;
  const count = memberCount(scope.emission, code.enumeration);
  return {
    head: `for (let ${member} = 0; ${member} < ${count}; ${member}++) {\nif (${bit}) continue;`,
    scope: { ...scope, block: [], element: plainCode(member, 'index', code.enumeration) },
    ...(code.status !== undefined && { status: code.status }),
  };
}

export function recordLoop({ entity }: Pick<ChildAggregate, 'entity'>, scope: Scope): Loop {
  const { emission } = scope;
  const parentEntity = emission.analysis.index.entities.get(entity)?.parent;
  const parent = homeRecord(parentEntity, scope.record);
  const key = emission.children.get(entity) ?? `c${emission.children.size}`;
  emission.children.set(entity, key);
  const name = freshName(emission, 'r');
  const top: string[] = [];
  const record: RecordScope = { name, entity, parent, top, known: new Map() };
  const list = `${parent.name}.${key}`;
  return {
    head: `for (const ${name} of ${emission.partial ? `${list} ?? []` : list}) {`,
    scope: { emission, record, block: top },
    ...(emission.partial && { status: `(${list} === undefined ? ${notGivenStatus} : 0)` }),
  };
}

/** The body of the loop: what one member or record adds. The guard is looked at first. */
function emitElement(
  { operator, value, when }: NumberAggregate,
  names: Names,
  scope: Scope,
  emit: EmitExpr,
): { readonly lines: readonly string[]; readonly hasStatus: boolean } {
  const guard = when && nameStatus(scope, emit(when, scope));
  const number = operator === 'count' ? literalCode(ONE) : nameStatus(scope, emit(value, scope));
  const code = inScale(number, names.scale);
  const { text } = nameCode(scope, { ...code, text: inKind(code, names.kind) });
  const valued = unlessMissing(number.status, names, takeLines(operator, text, names));
  const guarded = guard ? [`if (${guard.text}) {`, ...valued, '}'] : valued;
  return {
    lines: unlessMissing(guard?.status, names, guarded),
    hasStatus: guard?.status !== undefined || number.status !== undefined,
  };
}

function unlessMissing(
  own: string | undefined,
  { status }: Pick<Names, 'status'>,
  lines: readonly string[],
): readonly string[] {
  if (own === undefined) return lines;
  return [`if (${own} !== 0) ${status} = ${status} || ${own};`, 'else {', ...lines, '}'];
}

function takeLines(
  operator: NumberAggregate['operator'],
  text: string,
  { total, second, count }: Names,
): readonly string[] {
  if (operator === 'sum' || operator === 'count') return [`${total} += ${text};`];
  if (operator === 'max') {
    return [`if (${count} === 0 || ${text} > ${total}) ${total} = ${text};`, `${count}++;`];
  }
  return [
    `if (${count} === 0) ${total} = ${text};`,
    `else if (${text} > ${total}) { ${second} = ${total}; ${total} = ${text}; }`,
    `else if (${count} === 1 || ${text} > ${second}) ${second} = ${text};`,
    `${count}++;`,
  ];
}
