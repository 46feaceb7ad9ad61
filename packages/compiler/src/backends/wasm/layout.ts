import type { Accumulator, ValueType } from '@tiaoli/ir';
import { startsAbsent } from '@tiaoli/ir';
import type { Capacity } from './capacity.ts';
import type { ChildField, Column, Field } from './columns.ts';
import type { Emission } from './emission.ts';
import type { RunColumns } from './emit-runs.ts';
import type { ResultColumn } from './emit-step.ts';
import type { SumParts } from './emit-sums.ts';
import type { TotalParts } from './emit-totals.ts';
import type { Region } from './node.ts';
import type { ValueKind } from './value.ts';

/** How a value is held, for whoever converts it. */
export interface CellForm {
  /** `money`, `rate` … as the language names it. */
  readonly type: ValueType['kind'];
  /** Members by index, sets as bits, texts by their number in the dictionary, truth as 0 and 1. */
  readonly held: ValueKind;
  /** The number held, divided by this, is the value (money in fen). */
  readonly scale: string;
  /** Names by index, for members and sets. */
  readonly members?: readonly string[];
}

/** A column in memory: little-endian integers, one behind the other. */
export interface ColumnPlace {
  readonly offset: number;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly signed: boolean;
}

export interface FieldPlace extends CellForm {
  readonly input: string;
  readonly entity: string;
  readonly optional: boolean;
  readonly value: ColumnPlace;
  /** 0 not given (the value must be 0 then), 1 given, 2 expressly none; absent: always given. */
  readonly given?: ColumnPlace;
  /** Bounds of the number held; absent ends are open. */
  readonly low?: string;
  readonly high?: string;
}

export interface SpellPlace extends CellForm {
  readonly input: string;
  readonly entity: string;
  /** The stretches of row r stand from `starts[r]` to before `starts[r + 1]`. */
  readonly starts: ColumnPlace;
  readonly given: ColumnPlace;
  /** First and last day. */
  readonly from: ColumnPlace;
  readonly to: ColumnPlace;
  readonly value: ColumnPlace;
}

export interface ChildPlace {
  readonly entity: string;
  readonly parent?: string;
  /** The records of the parent's row r stand from `starts[r]` to before `starts[r + 1]`. */
  readonly starts: ColumnPlace;
  /** Whether the list is given; absent: always. */
  readonly given?: ColumnPlace;
}

/**
 * Of the person at hand, 64 bits each: the value and, elsewhere, its period; by key a count, then period, value and keys
 * of each entry.
 *
 * What goes from one program to the next in mid-year goes through `readState` and `writeState`.
 */
export interface AccumulatorPlace extends CellForm {
  readonly name: string;
  readonly offset: number;
  /** Where the period stands, which accumulators that are always written together share; absent by key. */
  readonly instance?: number;
  readonly period: Accumulator['period'];
  /** 不适用 before the first claim of a period. */
  readonly absent: boolean;
  /** Forms of the keys; absent without. */
  readonly keys?: readonly CellForm[];
}

export interface ResultPlace extends CellForm {
  readonly definition: string;
  readonly name: string;
  readonly value: ColumnPlace;
  /** 0 for a value, k > 0 for 不适用 (reason k), k < 0 for missing (cause −k); absent: always a value. */
  readonly status?: ColumnPlace;
}

/**
 * Sums of a result: for each group the sum, how many values, and how many missing, of 64 bits each; see `readSums`.
 *
 * They go on from call to call: the host reads and clears them before they could pass 64 bits, at the latest after each.
 */
export interface SumPlace {
  readonly definition: string;
  readonly offset: number;
  /** False where there is always a value: then there are as many as claims, and they are not counted again. */
  readonly counted: boolean;
}

/** A result added up for each person, and what became of it against what was before. */
export interface TotalPlace {
  readonly definition: string;
  readonly total: ColumnPlace;
  /** The host writes here what the other program's `total` was. */
  readonly before: ColumnPlace;
  /**
   * For each group, of 64 bits each: how many have more, less, the same; by how much more, by how much less (below
   * zero); then how many differences lie below the first edge, from it to below the second … at the last or above.
   */
  readonly changes: number;
}

export interface CatalogueSitePlace {
  readonly catalogue: string;
  /** The keys, of 64 bits each. */
  readonly offset: number;
  readonly keys: readonly CellForm[];
}

/** Everything that a host must know of a module; plain JSON. */
export interface WasmLayout {
  readonly version: 1;
  readonly capacity: Capacity;
  readonly memoryBytes: number;
  /** Of each person, and one behind the last: the first claim. */
  readonly people: ColumnPlace;
  readonly rowFlags: ColumnPlace;
  readonly unitFlags: ColumnPlace;
  readonly groups: ColumnPlace;
  readonly fields: readonly FieldPlace[];
  readonly spells: readonly SpellPlace[];
  readonly children: readonly ChildPlace[];
  readonly accumulators: readonly AccumulatorPlace[];
  readonly results: readonly ResultPlace[];
  readonly sums: readonly SumPlace[];
  /** Of each group, how many claims are in the sums. */
  readonly claims: number;
  /** Bytes from the sums (and the claims) of one group to those of the next. */
  readonly sumStride: number;
  readonly totals: readonly TotalPlace[];
  /** Bytes from the changes of one group to those of the next. */
  readonly changeStride: number;
  /** How many edges there are, then the edges in ascending order, of 64 bits each; the host writes them. */
  readonly edges: number;
  readonly catalogues: readonly CatalogueSitePlace[];
  /** Members by index, of every enumeration that cells of catalogues have. */
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
  /** Texts that the program knows, by their numbers; the host numbers others from here on. */
  readonly texts: readonly string[];
  readonly notApplicable: readonly string[];
  readonly causes: readonly { readonly cause: string; readonly reason: string }[];
}

export interface LaidOut {
  readonly accumulators: readonly Accumulator[];
  readonly results: readonly ResultColumn[];
  readonly runs: RunColumns;
  readonly groups: Column;
  readonly sums: SumParts;
  readonly watched: TotalParts;
  readonly memoryBytes: number;
}

export function layoutOf(parts: LaidOut, emission: Emission): WasmLayout {
  const { columns, sites, capacity } = emission;
  return {
    version: 1,
    capacity,
    memoryBytes: parts.memoryBytes,
    people: placeOf(parts.runs.people),
    rowFlags: placeOf(parts.runs.rowFlags),
    unitFlags: placeOf(parts.runs.unitFlags),
    groups: placeOf(parts.groups),
    fields: [...columns.fields.values()].map((field) => fieldPlace(field, emission)),
    spells: [...columns.spells.values()].map((field) => ({
      ...inputPlace(field, emission),
      starts: placeOf(field.starts),
      given: placeOf(field.given),
      from: placeOf(field.from),
      to: placeOf(field.to),
      value: placeOf(field.value),
    })),
    children: [...columns.children.values()].map((field) => childPlace(field, emission)),
    accumulators: parts.accumulators.flatMap((each) => accumulatorPlace(each, emission)),
    results: parts.results.map((each) => resultPlace(each, emission)),
    sums: parts.sums.cells.map(({ result, skip }) => ({
      definition: result.definition.id,
      offset: offsetOf(parts.sums.region) + skip,
      counted: result.status !== undefined,
    })),
    claims: offsetOf(parts.sums.region),
    sumStride: parts.sums.stride,
    totals: parts.watched.totals.map(({ result, total, before, changes }) => ({
      definition: result.definition.id,
      total: placeOf(total),
      before: placeOf(before),
      changes: offsetOf(changes),
    })),
    changeStride: parts.watched.stride,
    edges: offsetOf(parts.watched.edges),
    catalogues: sites.map(({ catalogue, keys, forms }) => ({
      catalogue: catalogue.id,
      offset: offsetOf(keys),
      keys: forms.map((form, at) =>
        cellForm(catalogue.keys[at]?.type ?? { kind: 'text' }, form, emission),
      ),
    })),
    enumerations: Object.fromEntries(
      sites.flatMap(({ catalogue }) =>
        catalogue.columns.flatMap(({ type }) =>
          type.kind === 'enumeration'
            ? [[type.enumeration, emission.members.get(type.enumeration) ?? []]]
            : [],
        ),
      ),
    ),
    texts: emission.texts,
    notApplicable: emission.notApplicable,
    causes: emission.causes,
  };
}

function offsetOf({ offset = 0 }: Region): number {
  return offset;
}

function placeOf({ region, bytes, signed }: Column): ColumnPlace {
  return { offset: offsetOf(region), bytes, signed };
}

function cellForm(
  type: ValueType,
  { kind, scale, enumeration }: Field['form'],
  { members }: Emission,
): CellForm {
  const names = enumeration === undefined ? undefined : members.get(enumeration);
  return { type: type.kind, held: kind, scale: scale.toString(), ...(names && { members: names }) };
}

function inputPlace(
  { input: id, form }: Pick<Field, 'input' | 'form'>,
  emission: Emission,
): CellForm & { readonly input: string; readonly entity: string } {
  const input = emission.analysis.index.inputs.get(id);
  return {
    input: id,
    entity: input?.entity ?? '',
    ...cellForm(input?.type ?? { kind: 'date' }, form, emission),
  };
}

function fieldPlace(field: Field, emission: Emission): FieldPlace {
  const input = emission.analysis.index.inputs.get(field.input);
  const { low, high } = field.form.range;
  const held = (end: typeof low): string | undefined =>
    end && `${(end.numerator * field.form.scale) / end.denominator}`;
  return {
    ...inputPlace(field, emission),
    optional: input?.optional ?? false,
    value: placeOf(field.value),
    ...(field.given && { given: placeOf(field.given) }),
    ...(low && { low: held(low) ?? '' }),
    ...(high && { high: held(high) ?? '' }),
  };
}

function childPlace(
  { entity, starts, given }: ChildField,
  { analysis, columns }: Emission,
): ChildPlace {
  const parent = analysis.index.entities.get(entity)?.parent;
  const isBelow = parent !== undefined && columns.children.has(parent);
  return {
    entity,
    ...(isBelow && { parent }),
    starts: placeOf(starts),
    ...(given && { given: placeOf(given) }),
  };
}

function accumulatorPlace(accumulator: Accumulator, emission: Emission): AccumulatorPlace[] {
  const slot = emission.slots.get(accumulator.id);
  if (!slot) return [];
  const { name, type, period } = accumulator;
  const keys = slot.keys?.map((key) => cellForm({ kind: typeOfKey(key.kind) }, key, emission));
  return [
    {
      name,
      offset: offsetOf(slot.region),
      ...(slot.group && { instance: offsetOf(slot.group.region) }),
      period,
      absent: startsAbsent(accumulator),
      ...cellForm(type, slot.form, emission),
      ...(keys && { keys }),
    },
  ];
}

/** What the type of a key is called does not matter to its text. */
function typeOfKey(kind: ValueKind): 'decimal' | 'boolean' | 'text' {
  if (kind === 'number') return 'decimal';
  return kind === 'boolean' ? 'boolean' : 'text';
}

function resultPlace(
  { definition, form, value, status }: ResultColumn,
  emission: Emission,
): ResultPlace {
  return {
    definition: definition.id,
    name: definition.name,
    value: placeOf(value),
    ...(status && { status: placeOf(status) }),
    ...cellForm(definition.type, form, emission),
  };
}
