import { ONE } from '@tiaoli/base';
import type { ChildAggregate, OnlyRecord, SetAggregate } from '@tiaoli/ir';
import { severalRecords } from '@tiaoli/ir';
import type { Range } from '../../passes/range.ts';
import type { ChildField } from './columns.ts';
import { childFieldOf, columnNode, listOf } from './columns.ts';
import type { Emission, EmitExpr, Scope } from './emission.ts';
import { homeRecord, memberCount, numberOfCause, numberOfReason } from './emission.ts';
import { hasBits } from './emit-condition.ts';
import type { Node, SqlType } from './node.ts';
import { nodeOf, sql } from './node.ts';
import type { Branch } from './operators.ts';
import {
  allOf,
  arithmetic,
  coalesce,
  compareNodes,
  extremeOf,
  firstOf,
  integer,
  make,
  numberOf,
  onlyWhere,
  statusNode,
  truthNode,
} from './operators.ts';
import { refuse } from './refusals.ts';
import type { Value } from './value.ts';
import {
  fits,
  hasNone,
  inScale,
  inType,
  isThere,
  joinStatus,
  literalValue,
  numberValue,
  plainValue,
  statusOf,
  withStatus,
  zeroNode,
} from './value.ts';

interface Form {
  readonly range: Range;
  readonly scale: bigint;
}

/** One value of the members of a set or of the records of a child entity. */
export function emitAggregate(
  expr: SetAggregate | ChildAggregate | OnlyRecord,
  form: Form,
  scope: Scope,
  emit: EmitExpr,
): Value {
  if (expr.kind === 'set-aggregate') return emitSetAggregate(expr, form, scope, emit);
  return expr.operator === 'only'
    ? emitOnly(expr, scope, emit)
    : emitChildAggregate(expr, form, scope, emit);
}

/** One number of the members of a set; 0 of none. Sets have few members, so each stands in the text. */
function emitSetAggregate(expr: SetAggregate, form: Form, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const set = emit(expr.set, scope);
  const count = memberCount(emission, set.enumeration);
  const type = fits(form.range, form.scale) ? 'integer' : 'wide';
  const elements = Array.from({ length: count }, (_, member) => {
    const element = plainValue(integer(emission, member), 'index', set.enumeration);
    const isHeld = hasBits(set.node, 1n << BigInt(member), emission);
    const one = elementOf(expr, { ...form, type }, { ...scope, element }, emit);
    return {
      node: one.node,
      counts: allOf(emission, [isHeld, one.counts]),
      status: firstOf(emission, [[isHeld, one.status]], statusNode(emission, 0)),
    };
  });
  const node = numberOfMembers(expr.operator, elements, type, emission);
  const statuses = elements.map(({ status }) => status);
  const value = numberValue(emission, node, form.scale, form.range);
  return withStatus(emission, value, set.status, ...statuses);
}

function numberOfMembers(
  operator: SetAggregate['operator'],
  elements: readonly Element[],
  type: 'integer' | 'wide',
  emission: Emission,
): Node {
  const zero = numberOf(emission, type, 0n);
  if (operator === 'sum' || operator === 'count') {
    return elements
      .map(({ counts, node }) => firstOf(emission, [[counts, node]], zero))
      .reduce((sum, term) => arithmetic(emission, '+', sum, term), zero);
  }
  const terms = elements.map(({ counts, node }) => onlyWhere(emission, counts, node));
  if (terms.length === 0) return zero;
  const best = operator === 'max' ? extremeOf(emission, 'max', terms) : secondOf(terms, emission);
  return best ? coalesce(emission, best, zero) : zero;
}

/** The second greatest of those that are not NULL: NULL where there are not two. */
function secondOf(terms: readonly Node[], emission: Emission): Node | undefined {
  let best = terms[0];
  let second: Node | undefined;
  for (const term of terms.slice(1)) {
    if (!best) return undefined;
    const both = allOf(
      emission,
      [best, term].map((node) => make(emission, 'boolean', sql`(${node} IS NOT NULL)`)),
    );
    const lesser = onlyWhere(emission, both, extremeOf(emission, 'min', [best, term]));
    second = second ? extremeOf(emission, 'max', [second, lesser]) : lesser;
    best = extremeOf(emission, 'max', [best, term]);
  }
  return second;
}

/** What one member or record adds. */
interface Element {
  readonly node: Node;
  /** Whether it counts: the guard holds, and there is a value. */
  readonly counts: Node;
  readonly status: Node;
}

function elementOf(
  { operator, value, when }: SetAggregate | ChildAggregate,
  { scale, type }: { readonly scale: bigint; readonly type: 'integer' | 'wide' },
  scope: Scope,
  emit: EmitExpr,
): Element {
  const { emission } = scope;
  const number = operator === 'count' ? literalValue(emission, ONE) : emit(value, scope);
  const scaled = inType(emission, inScale(emission, number, scale).node, type);
  return guarded({ ...number, node: scaled }, when && emit(when, scope), emission);
}

/** The guard is looked at first. */
function guarded(value: Value, guard: Value | undefined, emission: Emission): Element {
  const zero = statusNode(emission, 0);
  const holds = guard
    ? allOf(emission, [isThere(emission, guard), guard.node])
    : truthNode(emission, true);
  const lost: Branch[] = guard?.status ? [[hasNone(emission, guard.status), guard.status]] : [];
  const status = firstOf(emission, [...lost, [holds, statusOf(emission, value)]], zero);
  return { node: value.node, counts: allOf(emission, [holds, isThere(emission, value)]), status };
}

/** One number of the records of a child entity; 0 of none. */
function emitChildAggregate(expr: ChildAggregate, form: Form, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const records = recordsOf(expr, scope);
  const type = fits(form.range, form.scale) ? 'integer' : 'wide';
  const element = elementOf(expr, { ...form, type }, records.scope, emit);
  const zero = numberOf(emission, type, 0n);
  const node =
    expr.operator === 'max'
      ? greatestOf(element, records, emission)
      : sumOf(firstOf(emission, [[element.counts, element.node]], zero), records, emission);
  const value = numberValue(emission, coalesce(emission, node, zero), form.scale, form.range);
  return withStatus(emission, value, records.status, statusOfAll(element, records, emission));
}

/** The value of the one record that counts: 不适用 of none, a conflict of several. */
function emitOnly(expr: OnlyRecord, scope: Scope, emit: EmitExpr): Value {
  const { emission } = scope;
  const records = recordsOf(expr, scope);
  const value = emit(expr.value, records.scope);
  const element = guarded(value, expr.when && emit(expr.when, records.scope), emission);
  const [none, one] = [integer(emission, 0), integer(emission, 1)];
  const counted = sumOf(firstOf(emission, [[element.counts, one]], none), records, emission);
  const count = coalesce(emission, counted, none);
  const several = numberOfCause(emission, 'conflict', severalRecords);
  const ways: Branch[] = [
    [compareNodes(emission, '=', count, one), statusNode(emission, 0)],
    [compareNodes(emission, '=', count, none), statusNode(emission, numberOfReason(emission, ''))],
  ];
  const found = firstOf(emission, ways, statusNode(emission, several));
  const node = coalesce(
    emission,
    greatestOf(element, records, emission),
    zeroNode(emission, value.node.type),
  );
  const lost = joinStatus(emission, records.status, statusOfAll(element, records, emission));
  const plain: Value = { ...value, node };
  const status = joinStatus(emission, lost, found);
  return status ? { ...plain, status } : plain;
}

interface Records {
  readonly child: ChildField;
  readonly scope: Scope;
  /** What is missing of the list itself. */
  readonly status?: Node;
}

function recordsOf({ entity }: Pick<ChildAggregate, 'entity'>, scope: Scope): Records {
  const { emission } = scope;
  const child = childFieldOf(emission, entity);
  const parent = homeRecord(emission.analysis.index.entities.get(entity)?.parent, scope.record);
  if (parent.position) refuse(emission, 'records-of-records');
  const known = emission.records.get(entity);
  const position = nodeOf(emission.pool, 'status', [child.variable], { free: [child.variable] });
  const record = known ?? { entity, parent, position, known: new Map() };
  emission.records.set(entity, record);
  if (!emission.partial) return { child, scope: { emission, record } };
  const list = columnNode(emission, 'status', child.column);
  const isAbsent = make(emission, 'boolean', sql`(${list} IS NULL)`);
  const status = firstOf(emission, [[isAbsent, statusNode(emission, -1)]], statusNode(emission, 0));
  return { child, scope: { emission, record }, status };
}

/** The list of a node for each record. */
function listFor(node: Node, { child }: Records, emission: Emission): Node {
  const type: SqlType = node.type === 'status' ? 'integers' : listOf(scalar(node.type));
  const body = node.type === 'status' ? inType(emission, node, 'integer') : node;
  const parts = emission.dialect.each([child.count], child.variable, [body]);
  return nodeOf(emission.pool, type, parts, { binds: child.variable });
}

function scalar(type: SqlType): 'integer' | 'wide' | 'boolean' | 'text' {
  if (type === 'integer' || type === 'wide' || type === 'boolean' || type === 'text') return type;
  throw new Error(`no list has ${type}`);
}

function sumOf(term: Node, records: Records, emission: Emission): Node {
  const type = term.type === 'wide' ? 'wide' : 'integer';
  const list = listFor(term, records, emission);
  return make(emission, type, emission.dialect.sum([list], type));
}

function greatestOf({ node, counts }: Element, records: Records, emission: Emission): Node {
  const list = listFor(onlyWhere(emission, counts, node), records, emission);
  return make(emission, node.type, emission.dialect.extreme('max', [list], node.type));
}

/** What is missing of a record is missing of all. */
function statusOfAll({ status }: Element, records: Records, emission: Emission): Node | undefined {
  if (status.constant === 0n) return undefined;
  const list = listFor(status, records, emission);
  const zero = integer(emission, 0);
  const [least, most] = (['min', 'max'] as const).map((operator) =>
    coalesce(
      emission,
      make(emission, 'integer', emission.dialect.extreme(operator, [list], 'integer')),
      zero,
    ),
  );
  if (!least || !most) return undefined;
  const isLost = compareNodes(emission, '<', least, zero);
  return inType(emission, firstOf(emission, [[isLost, least]], most), 'status');
}
