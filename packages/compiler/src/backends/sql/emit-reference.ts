import { compare, ZERO } from '@tiaoli/base';
import type { AccumulatorRef, InputDeclaration, InputRef } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import { joinRanges } from '../../passes/range.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { otherSlot, slotOf } from './accumulator-slots.ts';
import type { Field } from './columns.ts';
import { columnNode, fieldOf, listOf, spellFieldOf, typeOfField } from './columns.ts';
import type { Emission, EmitExpr, RecordScope, Scope } from './emission.ts';
import { homeRecord, numberOfReason, topScope } from './emission.ts';
import { firstWay } from './emit-choice.ts';
import type { Node } from './node.ts';
import { nodeOf, sql } from './node.ts';
import {
  allOf,
  coalesce,
  compareNodes,
  firstOf,
  make,
  numberOf,
  statusNode,
  truthNode,
} from './operators.ts';
import { refuse } from './refusals.ts';
import type { Form, Value } from './value.ts';
import {
  gapValue,
  joinStatus,
  statusOf,
  truth,
  unify,
  withoutStatus,
  withStatus,
  zeroNode,
} from './value.ts';

/** A definition, emitted once for its record. */
export function emitDefinition(id: string, scope: Scope, emit: EmitExpr): Value {
  const definition = scope.emission.analysis.index.definitions.get(id);
  if (!definition) throw new Error(`a verified program has the definition ${id}`);
  const home = homeRecord(definition.entity, scope.record);
  const known = home.known.get(id);
  if (known) return known;
  const { emission } = scope;
  const outer = emission.origin;
  emission.origin = definition.origin.span;
  const value = emit(definition.body, topScope(scope, home));
  emission.origin = outer;
  home.known.set(id, value);
  return value;
}

/** The fact given; at a date the spell of that day; else the default; else missing. */
export function emitInput(expr: InputRef, scope: Scope, emit: EmitExpr): Value {
  const input = scope.emission.analysis.index.inputs.get(expr.input);
  const home = homeRecord(input?.entity, scope.record);
  const key = expr.at === undefined ? expr.input : `${expr.input} ${expr.at}`;
  const known = home.known.get(key);
  if (known) return known;
  const top = topScope(scope, home);
  const plain = readInput(expr.input, input, top, emit);
  const value =
    expr.at !== undefined && input?.spells ? readSpell(expr.at, input, plain, top, emit) : plain;
  home.known.set(key, value);
  return value;
}

/** The cell of a record: of the claim a column, of another a place in a list. */
function cellOf(
  emission: Emission,
  { position }: RecordScope,
  type: ReturnType<typeof typeOfField>,
  column: string,
): Node {
  if (!position) return byBytes(columnNode(emission, type, column), emission);
  const list = columnNode(emission, listOf(type), column);
  return byBytes(make(emission, type, emission.dialect.element([list], [position])), emission);
}

/** A text of whatever order its column has, for comparison by its bytes. */
function byBytes(node: Node, emission: Emission): Node {
  const { byBytes: order } = emission.dialect;
  if (node.type !== 'text' || order === '') return node;
  return make(emission, 'text', ['(', node, order, ')']);
}

function readInput(
  id: string,
  input: InputDeclaration | undefined,
  { emission, record }: Scope,
  emit: EmitExpr,
): Value {
  const field = fieldOf(emission, id, record.position !== undefined);
  const type = typeOfField(field);
  const cell = cellOf(emission, record, type, field.column);
  const own: Value = {
    ...field.form,
    node: coalesce(emission, cell, harmless(field.form, emission, type)),
  };
  const mayBeLeftOut = input?.default !== undefined || input?.spells === true;
  const isOptional = input?.optional === true;
  const mayLack = !emission.given.has(id) && (isOptional || mayBeLeftOut || emission.partial);
  if (!mayLack) return own;
  const fallback = input?.default;
  const scope = topScope({ emission, record }, record);
  const otherwise = fallback ? emit(fallback, scope) : gapValue(emission, -1);
  const isGiven = make(emission, 'boolean', sql`(${cell} IS NOT NULL)`);
  const none = noneOf(field, emission, record);
  const ways = [
    { guard: truth(isGiven), value: own },
    ...(none
      ? [{ guard: truth(none), value: gapValue(emission, numberOfReason(emission, '')) }]
      : []),
  ];
  const range = fallback ? joinRanges(field.form.range, otherwise.range) : field.form.range;
  return firstWay(ways, otherwise, range, emission);
}

function noneOf({ none }: Field, emission: Emission, record: RecordScope): Node | undefined {
  if (none === undefined) return undefined;
  const cell = cellOf(emission, record, 'boolean', none);
  return coalesce(emission, cell, truthNode(emission, false));
}

/** What stands in the place of a fact that is not given: within its bounds, so that nothing made of it leaves its own. */
function harmless({ kind, range, scale }: Form, emission: Emission, type: Node['type']): Node {
  const { low, high } = range;
  if (kind !== 'number') return zeroNode(emission, type);
  const nearest =
    low && compare(low, ZERO) > 0 ? low : high && compare(high, ZERO) < 0 ? high : ZERO;
  return numberOf(emission, type, (nearest.numerator * scale) / nearest.denominator);
}

/** The first stretch of days that holds the date; what is given without days where there are no stretches. */
function readSpell(
  at: string,
  input: InputDeclaration,
  plain: Value,
  top: Scope,
  emit: EmitExpr,
): Value {
  const { emission, record } = top;
  const { dialect, pool } = emission;
  if (record.position) return refuse(emission, 'spells-of-records');
  const date = emit({ kind: 'input', input: at }, top);
  const field = spellFieldOf(emission, input);
  const type = typeOfField(field);
  const [from, to] = [field.from, field.to].map((name) => columnNode(emission, 'integers', name));
  const values = columnNode(emission, listOf(type), field.value);
  if (!from || !to) throw new Error('a stretch has two ends');
  const variable = 'j';
  const each = nodeOf(pool, 'status', [variable], { free: [variable] });
  const end = (list: Node): Node => make(emission, 'integer', dialect.element([list], [each]));
  const holds = allOf(emission, [
    compareNodes(emission, '<=', end(from), date.node),
    compareNodes(emission, '>=', end(to), date.node),
  ]);
  const count = coalesce(
    emission,
    make(emission, 'status', dialect.length([from])),
    statusNode(emission, 0),
  );
  const found = nodeOf(
    pool,
    'status',
    sql`COALESCE(${dialect.firstWhere([count], variable, [holds])}, 0)`,
    { binds: variable },
  );
  const cell = byBytes(make(emission, type, dialect.element([values], [found])), emission);
  const own: Value = {
    ...field.form,
    node: coalesce(emission, cell, harmless(field.form, emission, type)),
  };
  const range = joinRanges(field.form.range, plain.range);
  const [read = own, rest = plain] = unify(emission, [own, plain], range);
  const zero = statusNode(emission, 0);
  const isGiven = make(emission, 'boolean', sql`(${from} IS NOT NULL)`);
  const isFound = compareNodes(emission, '>', found, zero);
  const foundStatus = firstOf(emission, [[isFound, zero]], statusNode(emission, -1));
  const node = firstOf(emission, [[isGiven, read.node]], rest.node);
  const status = firstOf(
    emission,
    [[isGiven, joinStatus(emission, date.status, foundStatus) ?? zero]],
    statusOf(emission, rest),
  );
  return withStatus(emission, { ...withoutStatus(read), node, range }, status);
}

/** The value before the claim, read once; under keys that the reference names, read where it stands. */
export function emitAccumulator(
  { accumulator: id, keys }: AccumulatorRef,
  scope: Scope,
  emit: EmitExpr,
): Value {
  const { emission } = scope;
  const accumulator = emission.analysis.index.accumulators.get(id);
  if (!accumulator) throw new Error(`a verified program has the accumulator ${id}`);
  const isAbsent = startsAbsent(accumulator);
  if (keys) return readSlot(otherSlot(accumulator, keys, scope, emit), isAbsent, emission);
  const root = homeRecord(undefined, scope.record);
  const known = root.known.get(id);
  if (known) return known;
  const slot = slotOf(accumulator, topScope(scope, root), emit);
  const value = readSlot(slot, isAbsent, emission);
  root.known.set(id, value);
  return value;
}

/** `isAbsent`: before the first claim of a period there is no value, else it is zero. */
function readSlot(
  { form, isCurrent, stored, status }: AccumulatorSlot,
  isAbsent: boolean,
  emission: Emission,
): Value {
  const node = firstOf(emission, [[isCurrent, stored]], zeroNode(emission, stored.type));
  const value: Value = { ...form, node };
  if (!isAbsent) return withStatus(emission, value, status);
  const none = statusNode(emission, numberOfReason(emission, ''));
  const absent = firstOf(emission, [[isCurrent, statusNode(emission, 0)]], none);
  return withStatus(emission, value, status, absent);
}
