import { leastCommonMultiple, parseRational } from '@tiaoli/base';
import type { KeyMatch, Lookup, NumberRange } from '@tiaoli/ir';
import { rowsInOrder } from '@tiaoli/ir';
import { coversAll } from '../../passes/covers-all.ts';
import type { Range } from '../../passes/range.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { memberCount, numberOfCause, numberOfReason } from './emission.ts';
import type { Way } from './emit-choice.ts';
import { firstWay } from './emit-choice.ts';
import { bestOf } from './emit-combine.ts';
import { hasBits, isMember } from './emit-condition.ts';
import type { Node } from './node.ts';
import type { Branch } from './operators.ts';
import {
  allOf,
  anyOf,
  compareNodes,
  firstOf,
  integer,
  not,
  numberOf,
  statusNode,
  truthNode,
} from './operators.ts';
import type { Value } from './value.ts';
import {
  gapValue,
  inScale,
  isThere,
  plainValue,
  truth,
  unifyAll,
  withoutStatus,
  withStatus,
} from './value.ts';

type Row = Lookup['rows'][number];

/** The value of the first row in order that matches; of each member, and the best of them, where a key is a set. */
export function emitLookup(expr: Lookup, range: Range, scope: Scope, emit: EmitExpr): Value {
  const keys = expr.keys.map((key) => emit(key, scope));
  const choice = { range, isTotal: coversAll(expr, scope.emission.ranges) };
  const value = emitMembers(expr, keys.map(withoutStatus), choice, scope, emit);
  return withStatus(scope.emission, value, ...keys.map(({ status }) => status));
}

interface Choice {
  readonly range: Range;
  readonly isTotal: boolean;
}

/** Takes the first key that is a set apart, and looks each member up that it may have. */
function emitMembers(
  expr: Lookup,
  keys: readonly Value[],
  choice: Choice,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const column = keys.findIndex(({ kind }) => kind === 'set');
  const set = keys[column];
  if (!set) return emitRows(expr, keys, choice, scope, emit);
  const count = memberCount(emission, set.enumeration);
  // The empty set is looked up as member −1, which only `any` and `otherwise` match.
  const looked = Array.from({ length: count + 1 }, (_, at): Looked => {
    const member = at - 1;
    const key = plainValue(integer(emission, member), 'index', set.enumeration);
    const isHeld =
      member < 0
        ? compareNodes(emission, '=', set.node, integer(emission, 0))
        : hasBits(set.node, 1n << BigInt(member), emission);
    return { isHeld, value: emitMembers(expr, keys.with(column, key), choice, scope, emit) };
  });
  return bestMember(looked, expr.best, choice.range, emission);
}

interface Looked {
  readonly isHeld: Node;
  readonly value: Value;
}

/** What is missing of a member is missing; else the best value that one has; else 不适用. */
function bestMember(
  looked: readonly Looked[],
  best: Lookup['best'],
  range: Range,
  emission: Emission,
): Value {
  const values = unifyAll(
    emission,
    looked.map(({ value }) => value),
    range,
  );
  const [form] = values;
  if (!form) throw new Error('a set has an enumeration');
  const none = statusNode(emission, numberOfReason(emission, ''));
  const zero = statusNode(emission, 0);
  const held = values.map((value, at): Value => {
    const isHeld = looked[at]?.isHeld ?? truthNode(emission, false);
    const status = firstOf(emission, [[isHeld, value.status ?? zero]], none);
    return { ...value, status };
  });
  const node = bestOf(best === 'lowest' ? 'min' : 'max', held, emission);
  if (values.every(({ status }) => status === undefined)) {
    return { ...withoutStatus(form), node: node ?? form.node, range };
  }
  const lost = held.map(
    ({ status = zero }): Branch => [compareNodes(emission, '<', status, zero), status],
  );
  const some = anyOf(
    emission,
    held.map((value) => isThere(emission, value)),
  );
  const status = firstOf(emission, [...lost, [some, zero]], none);
  return { ...withoutStatus(form), node: node ?? form.node, range, status };
}

/** Row after row; the last one needs no test where the rows cover every key. */
function emitRows(
  expr: Lookup,
  keys: readonly Value[],
  { range, isTotal }: Choice,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const rows = rowsInOrder(expr.rows);
  const ways: Way[] = [];
  for (const [at, row] of rows.entries()) {
    const test = allOf(emission, testsOf(row, keys, emission));
    const isLast = test.constant === true || (isTotal && at === rows.length - 1);
    if (isLast) return firstWay(ways, emit(row.value, scope), range, emission);
    if (test.constant !== false) ways.push({ guard: truth(test), value: emit(row.value, scope) });
  }
  const gap = gapValue(emission, numberOfCause(emission, 'gap', '表中没有这一行'));
  return firstWay(ways, gap, range, emission);
}

function testsOf(row: Row, keys: readonly Value[], emission: Emission): readonly Node[] {
  return row.match.flatMap((match, column) => testOf(match, keys[column], emission));
}

function testOf(match: KeyMatch, key: Value | undefined, emission: Emission): readonly Node[] {
  if (!key || match.kind === 'any' || match.kind === 'otherwise') return [];
  if (match.kind === 'range') return rangeTests(match, key, emission);
  const tests = match.members.map((member) => memberTest(member, key, emission));
  return [anyOf(emission, tests)];
}

function memberTest(member: string, key: Value, emission: Emission): Node {
  if (key.kind === 'boolean') return member === 'true' ? key.node : not(emission, key.node);
  if (key.kind === 'text' || key.kind === 'index') return isMember(key, member, emission);
  const value = parseRational(member);
  if (!value || key.scale % value.denominator !== 0n) return truthNode(emission, false);
  const wanted = (value.numerator * key.scale) / value.denominator;
  return compareNodes(emission, '=', key.node, numberOf(emission, key.node.type, wanted));
}

/** A bound on the scale of the key; the key is scaled up where the bound has more decimals. */
function rangeTests({ low, high }: NumberRange, key: Value, emission: Emission): readonly Node[] {
  const test = (
    bound: NumberRange['low'],
    strict: '<' | '>',
    loose: '<=' | '>=',
  ): readonly Node[] => {
    const value = bound && parseRational(bound.value);
    if (!bound || !value) return [];
    const scale = leastCommonMultiple(key.scale, value.denominator);
    const limit = (value.numerator * scale) / value.denominator;
    const { node } = inScale(emission, key, scale);
    const sign = bound.included ? loose : strict;
    return [compareNodes(emission, sign, node, numberOf(emission, node.type, limit))];
  };
  return [...test(low, '>', '>='), ...test(high, '<', '<=')];
}
