import type { Accumulator, Expr } from '@tiaoli/ir';
import { keyScale } from '../../passes/held-alike.ts';
import { insuredYearOf, monthIndexOf } from './calendar.ts';
import { listOf } from './columns.ts';
import type { Emission, EmitExpr, Instance, Scope } from './emission.ts';
import { homeRecord, topScope } from './emission.ts';
import type { Node, Part, SqlType } from './node.ts';
import { nodeOf, sql } from './node.ts';
import {
  allOf,
  coalesce,
  compareNodes,
  firstOf,
  integer,
  make,
  statusNode,
  textNode,
  truthNode,
} from './operators.ts';
import type { Form, Value } from './value.ts';
import { inScale, inType, joinStatus, kindOfType, typeOfForm, zeroNode } from './value.ts';

/** The columns of the state that hold an accumulator. */
export interface SlotColumns {
  readonly value: string;
  /** Of which period the value is; absent for accumulators that never end. */
  readonly period?: string;
  /** True once it was written; of those by key the list of their keys stands in its place. */
  readonly written: string;
}

/** Where the state holds an accumulator, and how the claim at hand finds it there. */
export interface AccumulatorSlot {
  readonly columns: SlotColumns;
  /** The period of the claim. */
  readonly instance: Instance;
  /** True where what is stored is of the same period as the claim. */
  readonly isCurrent: Node;
  /** What is stored, of whatever period; never NULL. */
  readonly stored: Node;
  /** For accumulators by key: the text of the keys, and where it stands among the keys, 0 if nowhere. */
  readonly entry?: { readonly key: Node; readonly position: Node };
  /** Status of the place itself: the date or a key may be missing. */
  readonly status?: Node;
  readonly form: Form;
}

/** A column of the state before the claim. */
export function stateNode({ pool }: Emission, type: SqlType, column: string): Node {
  return nodeOf(pool, type, [column], { isState: true });
}

/** The place of an accumulator, worked out once for the claim (`top`). */
export function slotOf(accumulator: Accumulator, top: Scope, emit: EmitExpr): AccumulatorSlot {
  const { emission } = top;
  const known = emission.slots.get(accumulator.id);
  if (known) return known;
  const form = formOf(accumulator, emission);
  const at = emission.slots.size;
  const columns: SlotColumns = {
    value: `a${at}`,
    ...(accumulator.period !== 'ever' && { period: `g${at}` }),
    written: `w${at}`,
  };
  const instance = instanceOf(accumulator, top, emit);
  const place = { columns, form, instance };
  const slot =
    accumulator.by.length > 0
      ? entrySlot(place, accumulator.by, top, emit)
      : plainSlot(place, emission);
  emission.slots.set(accumulator.id, slot);
  return slot;
}

function formOf({ id, type }: Accumulator, { analysis }: Emission): Form {
  const facts = analysis.accumulators.get(id);
  if (!facts) throw new Error(`not analysed: ${id}`);
  const kind = kindOfType(type);
  const enumeration = 'enumeration' in type ? { enumeration: type.enumeration } : {};
  const scale = kind === 'number' ? facts.scale : 1n;
  return { kind, scale, range: facts.range, ...enumeration };
}

type Place = Pick<AccumulatorSlot, 'columns' | 'form' | 'instance'>;

function plainSlot(place: Place, emission: Emission): AccumulatorSlot {
  const { columns, form, instance } = place;
  const isWritten = stateNode(emission, 'boolean', columns.written);
  const isSame = columns.period
    ? compareNodes(
        emission,
        '=',
        stateNode(emission, instance.node.type, columns.period),
        instance.node,
      )
    : truthNode(emission, true);
  return {
    columns,
    form,
    instance,
    stored: stateNode(emission, typeOfForm(form), columns.value),
    isCurrent: allOf(emission, [isWritten, isSame]),
    ...(instance.status && { status: instance.status }),
  };
}

/** The slot of an accumulator under keys that a reference names, worked out where it stands. */
export function otherSlot(
  accumulator: Accumulator,
  keys: readonly Expr[],
  scope: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const top = topScope(scope, homeRecord(undefined, scope.record));
  return entrySlot(slotOf(accumulator, top, emit), keys, scope, emit);
}

function entrySlot(
  place: Place,
  by: readonly Expr[],
  scope: Scope,
  emit: EmitExpr,
): AccumulatorSlot {
  const { emission } = scope;
  const { dialect } = emission;
  const { columns, form, instance } = place;
  const keys = by.map((expr) => emit(expr, scope));
  const key = keyText(keys, emission);
  const all = stateNode(emission, 'texts', columns.written);
  const zero = statusNode(emission, 0);
  const position = coalesce(
    emission,
    make(emission, 'status', dialect.position([all], [key])),
    zero,
  );
  const type = typeOfForm(form);
  const values = stateNode(emission, listOf(type), columns.value);
  const cell = make(emission, type, dialect.element([values], [position]));
  const isFound = compareNodes(emission, '>', position, zero);
  const status = joinStatus(emission, instance.status, ...keys.map((each) => each.status));
  return {
    columns,
    form,
    instance,
    entry: { key, position },
    stored: coalesce(emission, cell, zeroNode(emission, type)),
    isCurrent: allOf(emission, [isFound, isOfPeriod(place, position, emission)]),
    ...(status !== undefined && { status }),
  };
}

function isOfPeriod({ columns, instance }: Place, position: Node, emission: Emission): Node {
  if (!columns.period) return truthNode(emission, true);
  const type = periodType(instance);
  const periods = stateNode(emission, listOf(type), columns.period);
  const cell = make(emission, type, emission.dialect.element([periods], [position]));
  const known = coalesce(emission, cell, zeroNode(emission, type));
  return compareNodes(emission, '=', known, instance.node);
}

export function periodType({ node }: Instance): 'integer' | 'text' {
  return node.type === 'text' ? 'text' : 'integer';
}

/** The text under which the state holds what has these keys. */
export function keyText(keys: readonly Value[], emission: Emission): Node {
  const texts = keys.map((key) => textOf(key, emission));
  const [first, ...rest] = texts;
  if (!first) return textNode(emission, '');
  if (rest.length === 0) return first;
  const parts = rest.flatMap((text): Part[] => [" || '|' || ", text]);
  return make(emission, 'text', ['(', first, ...parts, ')']);
}

function textOf(key: Value, emission: Emission): Node {
  const { node, kind } = key;
  if (kind === 'text') return node;
  if (kind === 'boolean') {
    const digit = (value: number): Node => integer(emission, value);
    return asText(firstOf(emission, [[node, digit(1)]], digit(0)), emission);
  }
  return asText(kind === 'number' ? inScale(emission, key, keyScale).node : node, emission);
}

function asText(node: Node, emission: Emission): Node {
  return make(emission, 'text', sql`CAST(${node} AS ${emission.dialect.types.text})`);
}

/** What tells the periods of an accumulator apart. */
function periodKey({ period, on, instance }: Accumulator): string {
  return instance ? `${period} ${JSON.stringify(instance)}` : `${period} ${on}`;
}

/** The period of the claim, shared by all accumulators that tell periods apart in the same way. */
function instanceOf(accumulator: Accumulator, top: Scope, emit: EmitExpr): Instance {
  const { emission } = top;
  if (accumulator.period === 'ever') return { node: integer(emission, 0) };
  const { instances } = emission;
  const key = periodKey(accumulator);
  const known = instances.get(key);
  if (known) return known;
  const source: Expr = accumulator.instance ?? { kind: 'input', input: accumulator.on };
  const { node, status } = emit(source, top);
  const instance = {
    node: periodNode(accumulator, node, emission),
    ...(status && { status }),
  };
  instances.set(key, instance);
  return instance;
}

function periodNode({ period }: Accumulator, node: Node, emission: Emission): Node {
  if (period !== 'year' && period !== 'month') return node;
  const day = inType(emission, node, 'integer');
  return period === 'month'
    ? monthIndexOf(emission, day)
    : insuredYearOf(emission, day, emission.yearStart);
}
