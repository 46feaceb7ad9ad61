import type { Accumulator, ValueType } from '@tiaoli/ir';
import { startsAbsent, typeOfExpr } from '@tiaoli/ir';
import { keyScale } from '../../passes/held-alike.ts';
import type { Field, SpellField } from './columns.ts';
import { listOf, typeOfField } from './columns.ts';
import type { DialectName } from './dialect.ts';
import type { Emission } from './emission.ts';
import type { Form, ValueKind } from './value.ts';
import { kindOfType, typeOfForm } from './value.ts';
import { claimsTable, stateTable } from './write-query.ts';

/** How a value stands in a column, for whoever converts it. */
export interface SqlForm {
  /** `money`, `rate` … as the language names it. */
  readonly type: ValueType['kind'];
  /** Members by index, sets as bits, texts as they are. */
  readonly held: ValueKind;
  /** The number held, divided by this, is the value (money in fen). */
  readonly scale: string;
  /** Names by index, for members and sets. */
  readonly members?: readonly string[];
  /** The type of the column: `BIGINT`, for what 64 bits cannot be proved to hold `HUGEINT`, `NUMERIC`, `DECIMAL(38, 0)`. */
  readonly column: string;
}

/** NULL: not given. Of a record: a list with a place for each. */
export interface SqlField extends SqlForm {
  readonly input: string;
  readonly entity: string;
  readonly name: string;
  /** Of an optional fact: the column that is true where there is expressly none. */
  readonly none?: string;
  readonly isList: boolean;
  /** Bounds of the number held; absent ends are open. */
  readonly low?: string;
  readonly high?: string;
}

/** Three lists of one length, NULL where the fact is not given by the day: first day, last day, value. */
export interface SqlSpell extends SqlForm {
  readonly input: string;
  readonly entity: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
}

/** `name`: how many records there are; NULL: the list is not given. */
export interface SqlChild {
  readonly entity: string;
  readonly name: string;
}

/**
 * Of the person after the claim. Of those by key `value`, `period` and `written` are lists of one length: what is
 * held, of which period, under which key (parts joined by `|`: members by index, truth as 0 and 1, numbers × 1,000,000).
 */
export interface SqlAccumulator extends SqlForm {
  readonly name: string;
  readonly period: Accumulator['period'];
  /** 不适用 before the first claim of a period. */
  readonly absent: boolean;
  readonly value: string;
  /** Year, month or day number, or the text of a visit; absent for accumulators that never end. */
  readonly periodColumn?: string;
  /** True once it was written, or the keys. */
  readonly written: string;
  /** Forms of the parts of a key; absent without keys. */
  readonly keys?: readonly Omit<SqlForm, 'column'>[];
}

export interface SqlResult extends SqlForm {
  readonly definition: string;
  readonly name: string;
  /** NULL where the status is not 0. */
  readonly value: string;
  /** 0 for a value, k > 0 for 不适用 (reason k), k < 0 for missing (cause −k); absent: always a value. */
  readonly status?: string;
}

/** Everything that whoever runs the query must know; plain JSON. */
export interface SqlLayout {
  readonly version: 1;
  readonly dialect: DialectName;
  /** Of this name there must be a table or view with `person`, `seq` (1, 2, … without gaps) and the columns below. */
  readonly claims: string;
  /** A row for each person with `person` and the columns of the accumulators; only where the query starts from it. */
  readonly state?: string;
  readonly fields: readonly SqlField[];
  readonly spells: readonly SqlSpell[];
  readonly children: readonly SqlChild[];
  readonly accumulators: readonly SqlAccumulator[];
  readonly results: readonly SqlResult[];
  readonly notApplicable: readonly string[];
  readonly causes: readonly { readonly cause: string; readonly reason: string }[];
}

export interface LaidOut {
  readonly accumulators: readonly Accumulator[];
  readonly results: readonly {
    readonly definition: { readonly id: string; readonly name: string; readonly type: ValueType };
    readonly form: Form;
    readonly value: string;
    readonly status?: string;
  }[];
  readonly start: 'zero' | 'table';
}

export function layoutOf({ accumulators, results, start }: LaidOut, emission: Emission): SqlLayout {
  const { columns, dialect } = emission;
  return {
    version: 1,
    dialect: dialect.name,
    claims: claimsTable,
    ...(start === 'table' && accumulators.length > 0 && { state: stateTable }),
    fields: [...columns.fields.values()].map((field) => fieldOf(field, emission)),
    spells: [...columns.spells.values()].map((field) => spellOf(field, emission)),
    children: [...columns.children.values()].map(({ entity, column }) => ({
      entity,
      name: column,
    })),
    accumulators: accumulators.flatMap((each) => accumulatorOf(each, emission)),
    results: results.map(({ definition, form, value, status }) => ({
      definition: definition.id,
      name: definition.name,
      ...formOf(definition.type, form, emission),
      value,
      ...(status !== undefined && { status }),
    })),
    notApplicable: emission.notApplicable,
    causes: emission.causes,
  };
}

function cellForm(
  type: ValueType,
  { kind, scale, enumeration }: Form,
  { members }: Emission,
): Omit<SqlForm, 'column'> {
  const names = enumeration === undefined ? undefined : members.get(enumeration);
  return { type: type.kind, held: kind, scale: scale.toString(), ...(names && { members: names }) };
}

function formOf(type: ValueType, form: Form, emission: Emission, isList = false): SqlForm {
  const sqlType = typeOfForm(form);
  const { types } = emission.dialect;
  return {
    ...cellForm(type, form, emission),
    column: types[isList ? listOf(sqlType) : sqlType],
  };
}

function fieldOf(field: Field, emission: Emission): SqlField {
  const { analysis } = emission;
  const input = analysis.index.inputs.get(field.input);
  const entity = input?.entity ?? '';
  const { isList } = field;
  const { low, high } = field.form.range;
  const held = (end: typeof low): string | undefined =>
    end && `${(end.numerator * field.form.scale) / end.denominator}`;
  return {
    input: field.input,
    entity,
    name: field.column,
    ...(field.none !== undefined && { none: field.none }),
    isList,
    ...formOf(input?.type ?? { kind: 'date' }, field.form, emission, isList),
    ...(low && { low: held(low) ?? '' }),
    ...(high && { high: held(high) ?? '' }),
  };
}

function spellOf({ input: id, form, from, to, value }: SpellField, emission: Emission): SqlSpell {
  const input = emission.analysis.index.inputs.get(id);
  const type = input?.type ?? ({ kind: 'date' } as const);
  const column = emission.dialect.types[listOf(typeOfField({ form }))];
  return {
    input: id,
    entity: input?.entity ?? '',
    from,
    to,
    value,
    ...cellForm(type, form, emission),
    column,
  };
}

function accumulatorOf(accumulator: Accumulator, emission: Emission): readonly SqlAccumulator[] {
  const slot = emission.slots.get(accumulator.id);
  if (!slot) return [];
  const { name, type, period, by } = accumulator;
  const { columns, form } = slot;
  const isKeyed = slot.entry !== undefined;
  return [
    {
      name,
      period,
      absent: startsAbsent(accumulator),
      value: columns.value,
      ...(columns.period !== undefined && { periodColumn: columns.period }),
      written: columns.written,
      ...formOf(type, form, emission, isKeyed),
      ...(isKeyed && {
        keys: by.map((key) =>
          keyForm(typeOfExpr(key, emission.analysis.index)?.type ?? { kind: 'text' }, emission),
        ),
      }),
    },
  ];
}

function keyForm(type: ValueType, emission: Emission): Omit<SqlForm, 'column'> {
  const kind = kindOfType(type);
  const scale = kind === 'number' ? keyScale : 1n;
  const enumeration = 'enumeration' in type ? { enumeration: type.enumeration } : {};
  return cellForm(type, { kind, scale, range: {}, ...enumeration }, emission);
}
