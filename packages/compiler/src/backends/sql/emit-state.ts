import type { Accumulator, Expr, Program } from '@tiaoli/ir';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import { keyText, periodType, slotOf, stateNode } from './accumulator-slots.ts';
import { listOf } from './columns.ts';
import type { Emission, Scope } from './emission.ts';
import { isWithin } from './emit-admission.ts';
import { emitExpr } from './emit-expr.ts';
import { emitDefinition } from './emit-reference.ts';
import type { Node, SqlType } from './node.ts';
import type { Branch } from './operators.ts';
import {
  allOf,
  anyOf,
  coalesce,
  compareNodes,
  firstOf,
  make,
  not,
  statusNode,
} from './operators.ts';
import type { Value } from './value.ts';
import { inScale, inType, isThere, joinStatus, typeOfForm } from './value.ts';

/** A column of the state: what it holds after the claim. */
export interface StateColumn {
  readonly column: string;
  readonly type: SqlType;
  readonly next: Node;
}

export interface EmittedState {
  readonly columns: readonly StateColumn[];
  /** True where what is written lies within the ranges that the analysis took for granted. */
  readonly admitted: Node;
}

/** What the claim makes of the state. */
export function emitState({ accumulators }: Program, scope: Scope): EmittedState {
  const { emission } = scope;
  const parts = accumulators.map((accumulator) => {
    const slot = slotOf(accumulator, scope, emitExpr);
    return slot.entry
      ? keyedState(accumulator, slot, slot.entry, scope)
      : plainState(accumulator, slot, scope);
  });
  return {
    columns: parts.flatMap(({ columns }) => columns),
    admitted: allOf(
      emission,
      parts.map(({ admitted }) => admitted),
    ),
  };
}

function plainState(accumulator: Accumulator, slot: AccumulatorSlot, scope: Scope): EmittedState {
  const { emission } = scope;
  const { columns, instance, form } = slot;
  const next = emitDefinition(accumulator.next, scope, emitExpr);
  const status = joinStatus(emission, slot.status, next.status);
  const isWritten = isThere(emission, status ? { status } : {});
  const written = (column: string, node: Node): StateColumn => {
    const before = stateNode(emission, node.type, column);
    return { column, type: node.type, next: firstOf(emission, [[isWritten, node]], before) };
  };
  const held = heldNode(next, slot, emission);
  const before = stateNode(emission, 'boolean', columns.written);
  return {
    columns: [
      { column: columns.written, type: 'boolean', next: anyOf(emission, [before, isWritten]) },
      ...(columns.period ? [written(columns.period, instance.node)] : []),
      written(columns.value, held),
    ],
    admitted: anyOf(emission, [not(emission, isWritten), isWithin(held, form, emission)]),
  };
}

function heldNode(next: Value, { form }: AccumulatorSlot, emission: Emission): Node {
  if (form.kind !== 'number') return next.node;
  return inType(emission, inScale(emission, next, form.scale).node, typeOfForm(form));
}

interface Lists {
  readonly keys: Node;
  readonly periods?: Node;
  readonly values: Node;
}

interface Entry {
  readonly key: Node;
  readonly value: Node;
  readonly isWritten: Node;
}

/** What the claim writes under its own key, and under each other that it names, one after the other. */
function keyedState(
  accumulator: Accumulator,
  slot: AccumulatorSlot,
  { key }: NonNullable<AccumulatorSlot['entry']>,
  scope: Scope,
): EmittedState {
  const { emission } = scope;
  const { columns, instance, form } = slot;
  const own = emitDefinition(accumulator.next, scope, emitExpr);
  const entries = [
    entryOf(own, key, slot.status, slot, emission),
    ...(accumulator.writes ?? []).map((write) => otherEntry(write, slot, scope)),
  ];
  const type = listOf(heldType(slot));
  const period = columns.period;
  const periodsType = listOf(periodType(instance));
  let lists: Lists = {
    keys: stateNode(emission, 'texts', columns.written),
    ...(period && { periods: stateNode(emission, periodsType, period) }),
    values: stateNode(emission, type, columns.value),
  };
  for (const entry of entries) lists = put(entry, lists, instance.node, emission);
  return {
    columns: [
      { column: columns.written, type: 'texts', next: lists.keys },
      ...(period && lists.periods
        ? [{ column: period, type: periodsType, next: lists.periods }]
        : []),
      { column: columns.value, type, next: lists.values },
    ],
    admitted: allOf(
      emission,
      entries.map(({ isWritten, value }) =>
        anyOf(emission, [not(emission, isWritten), isWithin(value, form, emission)]),
      ),
    ),
  };
}

function heldType({ form }: AccumulatorSlot): ReturnType<typeof typeOfForm> {
  return typeOfForm(form);
}

function otherEntry(
  { keys, next: id }: { readonly keys: readonly Expr[]; readonly next: string },
  slot: AccumulatorSlot,
  scope: Scope,
): Entry {
  const { emission } = scope;
  const next = emitDefinition(id, scope, emitExpr);
  const values = keys.map((each) => emitExpr(each, scope));
  const statuses = values.map(({ status }) => status);
  const status = joinStatus(emission, slot.instance.status, ...statuses);
  return entryOf(next, keyText(values, emission), status, slot, emission);
}

function entryOf(
  next: Value,
  key: Node,
  placeStatus: Node | undefined,
  slot: AccumulatorSlot,
  emission: Emission,
): Entry {
  const status = joinStatus(emission, placeStatus, next.status);
  return {
    key,
    value: heldNode(next, slot, emission),
    isWritten: isThere(emission, status ? { status } : {}),
  };
}

/** The lists with a period and a value under a key, in its old place or behind the last. */
function put(
  { key, value, isWritten }: Entry,
  { keys, periods, values }: Lists,
  instance: Node,
  emission: Emission,
): Lists {
  const { dialect } = emission;
  const zero = statusNode(emission, 0);
  const place = make(emission, 'status', dialect.position([keys], [key]));
  const position = coalesce(emission, place, zero);
  const isNew = compareNodes(emission, '=', position, zero);
  const isKnown = not(emission, isNew);
  const writtenIn = (list: Node, element: Node): Node => {
    const ways: Branch[] = [
      [
        allOf(emission, [isWritten, isKnown]),
        make(emission, list.type, dialect.replace([list], [position], [element])),
      ],
      [isWritten, make(emission, list.type, dialect.append([list], [element]))],
    ];
    return firstOf(emission, ways, list);
  };
  return {
    keys: firstOf(
      emission,
      [
        [
          allOf(emission, [isWritten, isNew]),
          make(emission, 'texts', dialect.append([keys], [key])),
        ],
      ],
      keys,
    ),
    ...(periods && { periods: writtenIn(periods, instance) }),
    values: writtenIn(values, value),
  };
}
