import { leastCommonMultiple, parseRational } from '@tiaoli/base';
import type { KeyMatch, Lookup, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import { coversAll } from '../../passes/covers-all.ts';
import { numberOf } from '../../passes/literal-value.ts';
import type { Range } from '../../passes/range.ts';
import { combinations, matchesPoint } from '../../passes/table-points.ts';
import { tableCell } from './constant-table.ts';
import type { EmitExpr, Scope } from './emission.ts';
import {
  freshLocal,
  inBlock,
  memberCount,
  statusOfCause,
  statusOfNotApplicable,
} from './emission.ts';
import { isMember } from './emit-condition.ts';
import { emitWay, gapValue } from './emit-way.ts';
import type { Node, Statement } from './node.ts';
import { int, local, long } from './node.ts';
import {
  allOf,
  anyOf,
  arithmetic,
  both,
  compareInt,
  compareLong,
  either,
  isZeroLong,
  not,
  select,
} from './operators.ts';
import type { Value } from './value.ts';
import {
  fits,
  inScale,
  named,
  namedStatus,
  plainValue,
  truth,
  withoutStatus,
  withStatus,
} from './value.ts';

type Row = Lookup['rows'][number];

/** The value of the first row in order that matches; of each member, and the best of them, where a key is a set. */
export function emitLookup(expr: Lookup, range: Range, scope: Scope, emit: EmitExpr): Value {
  const keys = expr.keys.map((key) => named(scope, emit(key, scope)));
  const statuses = keys.map(({ status }) => status);
  const plainKeys = keys.map(withoutStatus);
  const value =
    emitTable(expr, plainKeys, range, scope) ??
    emitMembers(
      expr,
      plainKeys,
      { range, isTotal: coversAll(expr, scope.emission.ranges) },
      scope,
      emit,
    );
  return withStatus(scope, value, ...statuses);
}

interface Choice {
  readonly range: Range;
  readonly isTotal: boolean;
}

/** Takes the first key that is a set apart, a loop over its members each. */
function emitMembers(
  expr: Lookup,
  keys: readonly Value[],
  choice: Choice,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const column = keys.findIndex(({ kind }) => kind === 'set');
  const set = keys[column];
  if (!set) return emitRows(rowsInOrder(expr.rows), keys, choice, scope, emit);
  const member = freshLocal(scope, 'i64');
  const element = plainValue(local('i64', member), 'index', set.enumeration);
  const inner = keys.with(column, element);
  const { lines, result } = inBlock(scope, (block) =>
    named(block, emitMembers(expr, inner, choice, block, emit)),
  );
  return emitBest(expr, set, { member, lines, value: { ...result, range: choice.range } }, scope);
}

interface OneMember {
  readonly member: number;
  readonly lines: readonly Statement[];
  readonly value: Value;
}

/** The empty set is looked up as member −1, which only `any` and `otherwise` match. */
function emitBest({ best }: Lookup, set: Value, one: OneMember, scope: Scope): Value {
  const { emission } = scope;
  const { member, lines, value } = one;
  const at = local('i64', member);
  const [target, status, missing] = [
    freshLocal(scope, 'i64'),
    freshLocal(scope, 'i32'),
    freshLocal(scope, 'i32'),
  ];
  const names = { target, status, missing };
  const isEmpty = isZeroLong(set.node);
  const isHeld = either(compareLong['<'](at, long(0)), hasMember(set.node, at));
  const last = select(isEmpty, long(0), long(memberCount(emission, set.enumeration)));
  const end = named(scope, plainValue(last, 'index')).node;
  const none = statusOfNotApplicable(emission, '');
  scope.block.push(
    { kind: 'set', local: target, value: long(0) },
    { kind: 'set', local: status, value: none.node },
    { kind: 'set', local: missing, value: int(0) },
    { kind: 'set', local: member, value: select(isEmpty, long(-1), long(0)) },
    {
      kind: 'while',
      condition: compareLong['<'](at, end),
      body: [
        {
          kind: 'if',
          condition: isHeld,
          yes: [...lines, ...takeBest(value, best, names)],
          no: [],
        },
        { kind: 'set', local: member, value: arithmetic.add(at, long(1)) },
      ],
    },
  );
  const result: Value = { ...withoutStatus(value), node: local('i64', target) };
  if (value.status === undefined) return result;
  const [lost, so] = [local('i32', missing), local('i32', status)];
  return { ...result, status: namedStatus(scope, select(lost, lost, so), true) };
}

/** Whether the set holds the member of that index. */
export function hasMember(set: Node, index: Node): Node {
  const bit = arithmetic.and(arithmetic.shiftRight(set, index), long(1));
  return not(isZeroLong(bit));
}

function takeBest(
  { node, status }: Value,
  best: Lookup['best'],
  names: { readonly target: number; readonly status: number; readonly missing: number },
): readonly Statement[] {
  const own = status?.node ?? int(0);
  const [lost, so] = [local('i32', names.missing), local('i32', names.status)];
  const isBetter = compareLong[best === 'lowest' ? '<' : '>'](node, local('i64', names.target));
  const isTaken = both(not(own), either(compareInt['!='](so, int(0)), isBetter));
  const isFirstLost = both(compareInt['<'](own, int(0)), not(lost));
  const isReason = both(compareInt['>'](own, int(0)), compareInt['!='](so, int(0)));
  return [
    {
      kind: 'if',
      condition: isTaken,
      yes: [
        { kind: 'set', local: names.target, value: node },
        { kind: 'set', local: names.status, value: int(0) },
      ],
      no: [],
    },
    { kind: 'set', local: names.missing, value: select(isFirstLost, own, lost) },
    { kind: 'set', local: names.status, value: select(isReason, own, so) },
  ];
}

/** Row after row; the last one needs no test where the rows cover every key. */
function emitRows(
  rows: readonly Row[],
  keys: readonly Value[],
  { range, isTotal }: Choice,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const [row, ...rest] = rows;
  if (!row) return gapValue(statusOfCause(scope.emission, 'gap', '表中没有这一行'));
  const tests = row.match.flatMap((match, column) => testOf(match, keys[column], scope));
  if (tests.length === 0 || (isTotal && rest.length === 0)) return emit(row.value, scope);
  return emitWay(
    { guard: truth(allOf(tests)), emit: (inner) => emit(row.value, inner) },
    (inner) => emitRows(rest, keys, { range, isTotal }, inner, emit),
    range,
    scope,
  );
}

function testOf(match: KeyMatch, key: Value | undefined, scope: Scope): readonly Node[] {
  if (!key || match.kind === 'any' || match.kind === 'otherwise') return [];
  if (match.kind === 'range') return rangeTests(match, key, scope);
  return [anyOf(match.members.map((member) => memberTest(member, key, scope)))];
}

function memberTest(member: string, key: Value, scope: Scope): Node {
  if (key.kind === 'boolean') return member === 'true' ? key.node : not(key.node);
  if (key.kind === 'text' || key.kind === 'index') return isMember(key, member, scope);
  const value = parseRational(member);
  if (!value || key.scale % value.denominator !== 0n) return int(0);
  return compareLong['='](key.node, long((value.numerator * key.scale) / value.denominator));
}

/** A bound on the scale of the key; the key is scaled up where the bound has more decimals. */
function rangeTests({ low, high }: NumberRange, key: Value, scope: Scope): readonly Node[] {
  const test = (
    bound: NumberRange['low'],
    strict: '<' | '>',
    loose: '<=' | '>=',
  ): readonly Node[] => {
    const value = bound && parseRational(bound.value);
    if (!bound || !value) return [];
    const scale = leastCommonMultiple(key.scale, value.denominator);
    const limit = (value.numerator * scale) / value.denominator;
    const { node } = inScale(key, scale, scope.emission);
    return [compareLong[bound.included ? loose : strict](node, long(limit))];
  };
  return [...test(low, '>', '>='), ...test(high, '<', '<=')];
}

/** Cells that are all numbers, by members alone: a table in memory. */
function emitTable(
  expr: Lookup,
  keys: readonly Value[],
  range: Range,
  scope: Scope,
): Value | undefined {
  const values = expr.rows.map(({ value }) => numberOf(value));
  if (keys.length === 0 || keys.some(({ kind }) => kind !== 'index')) return undefined;
  if (!values.every((value) => value !== undefined)) return undefined;
  const scale = values.map(({ denominator }) => denominator).reduce(leastCommonMultiple, 1n);
  if (!fits(range, scale)) return undefined;
  const counts = keys.map(({ enumeration }) => memberCount(scope.emission, enumeration));
  const points = combinations(counts);
  if (points.length === 0 || points.length > 4096) return undefined;
  const rows = rowsInOrder(expr.rows);
  const enumerations = keys.map(({ enumeration }) => enumeration);
  const { members } = scope.emission;
  const cells = points.map((point) =>
    rows.find((row) => matchesPoint(row, enumerations, point, members)),
  );
  const numbers = cells.map((row) => row && numberOf(row.value));
  if (!numbers.every((number) => number !== undefined)) return undefined;
  const index = keys.reduce<Node>(
    (sum, { node }, column) =>
      column === 0
        ? node
        : arithmetic.add(arithmetic.multiply(sum, long(counts[column] ?? 1)), node),
    long(0),
  );
  const held = numbers.map(({ numerator, denominator }) => (numerator * scale) / denominator);
  const node = tableCell(held, index, scope.emission);
  return named(scope, { node, kind: 'number', scale, range });
}
