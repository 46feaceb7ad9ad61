import type { Accumulator, Definition, Expr, ModuleIndex, ValueType } from '@tiaoli/ir';
import { printExpr, startsAbsent } from '@tiaoli/ir';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import type { Code } from './code.ts';
import type { Emission } from './emission.ts';
import { inputForm } from './emit-reference.ts';
import type { EmittedResult, EmittedStep } from './emit-step.ts';

/** How a value is held, for whoever converts it. */
export interface ValueForm {
  /** `money`, `rate` … as the language names it. */
  readonly type: ValueType['kind'];
  /** `number`: a double; `bigint`; members of an enumeration by index; sets as bits; `text`, `boolean`. */
  readonly held: Code['kind'];
  /** The number held, divided by this, is the value (money in fen). */
  readonly scale: string;
  /** Names by index, for members and sets. */
  readonly members?: readonly string[];
}

export interface FieldRow extends ValueForm {
  readonly key: string;
  readonly input: string;
  readonly entity: string;
  readonly optional: boolean;
  /** True when the field may be left out. */
  readonly defaulted: boolean;
  /** A list of [first day, last day, value]. */
  readonly spells: boolean;
  /** Bounds of the number held, as text; absent ends are open. */
  readonly low?: string;
  readonly high?: string;
}

export interface AccumulatorRow extends ValueForm {
  readonly key: string;
  readonly name: string;
  /** The field of the state that tells of which period the value is. */
  readonly group?: string;
  /** By key (按 …): the field is a Map of [period, value]. */
  readonly keyed: boolean;
  /** 不适用 before the first claim of a period. */
  readonly absent: boolean;
  readonly period: Accumulator['period'];
  readonly low?: string;
  readonly high?: string;
}

export interface ResultRow extends ValueForm {
  readonly key: string;
  /** The key of its status; absent: it always has a value. */
  readonly status?: string;
  readonly definition: string;
  readonly name: string;
}

export interface TraceRow extends ValueForm {
  readonly definition: string;
  readonly name: string;
  readonly step?: string;
  readonly case?: string;
  readonly formula: { readonly zh: string; readonly en: string };
  readonly operands: readonly (ValueForm & {
    readonly name: { readonly zh: string; readonly en: string };
  })[];
  readonly clause?: { readonly document: string; readonly path: readonly string[] };
}

/** The static tables of a calculator: all names stand here and nowhere else. */
/** The results of the records of one entity. */
export interface RecordRow {
  readonly key: string;
  readonly entity: string;
  readonly results: readonly ResultRow[];
}

export interface CalculatorTables {
  readonly fields: readonly FieldRow[];
  readonly children: readonly { readonly key: string; readonly entity: string }[];
  readonly accumulators: readonly AccumulatorRow[];
  readonly results: readonly ResultRow[];
  /** What `results` lists for each record of an entity. */
  readonly records: readonly RecordRow[];
  /** Reasons of 不适用: status k > 0 is the k-th. */
  readonly notApplicable: readonly string[];
  /** Causes of what is missing: status −k is the k-th. */
  readonly causes: readonly { readonly cause: string; readonly reason: string }[];
  readonly trace?: readonly TraceRow[];
}

export function tablesOf(
  accumulators: readonly Accumulator[],
  { results, records }: Pick<EmittedStep, 'results' | 'records'>,
  emission: Emission,
): CalculatorTables {
  const { index } = emission.analysis;
  return {
    fields: fieldRows(emission),
    children: [...emission.children].map(([entity, key]) => ({ key, entity })),
    accumulators: accumulators.flatMap((accumulator) => {
      const slot = emission.slots.get(accumulator.id);
      return slot ? [accumulatorRow(accumulator, slot, emission)] : [];
    }),
    results: results.map((each, at) => resultRow(each, at, emission)),
    records: records.map(({ key, entity, results: own }) => ({
      key,
      entity,
      results: own.map((each, at) => resultRow(each, at, emission)),
    })),
    notApplicable: emission.notApplicable,
    causes: emission.causes,
    ...(emission.traced && {
      trace: emission.trace.map((entry) => traceRow(entry, index, emission)),
    }),
  };
}

function resultRow({ definition, code }: EmittedResult, at: number, emission: Emission): ResultRow {
  return {
    key: `r${at}`,
    ...(code.status !== undefined && { status: `s${at}` }),
    definition: definition.id,
    name: definition.name,
    ...formOf(definition.type, code, emission),
  };
}

function formOf(
  type: ValueType,
  { kind, scale, enumeration }: Omit<Code, 'text'>,
  { members }: Emission,
): ValueForm {
  const names = enumeration === undefined ? undefined : members.get(enumeration);
  return { type: type.kind, held: kind, scale: scale.toString(), ...(names && { members: names }) };
}

function bounds({ range, scale, kind }: Omit<Code, 'text'>): { low?: string; high?: string } {
  if (kind !== 'number' && kind !== 'bigint') return {};
  const held = (value: Code['range']['low']) =>
    value && ((value.numerator * scale) / value.denominator).toString();
  const low = held(range.low);
  const high = held(range.high);
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

function fieldRows(emission: Emission): readonly FieldRow[] {
  const { index } = emission.analysis;
  return [...emission.fields.values()].map(({ key, input: id, spells }) => {
    const input = index.inputs.get(id);
    const form = inputForm(input);
    return {
      key,
      input: id,
      entity: input?.entity ?? '',
      optional: input?.optional ?? false,
      defaulted: spells || input?.default !== undefined || input?.spells === true,
      spells,
      ...formOf(input?.type ?? { kind: 'date' }, form, emission),
      ...bounds(form),
    };
  });
}

function accumulatorRow(
  accumulator: Accumulator,
  slot: AccumulatorSlot,
  emission: Emission,
): AccumulatorRow {
  return {
    key: slot.key,
    name: accumulator.name,
    ...(slot.group !== undefined && { group: slot.group }),
    keyed: slot.by !== undefined,
    absent: startsAbsent(accumulator),
    period: accumulator.period,
    ...formOf(accumulator.type, slot.form, emission),
    ...bounds(slot.form),
  };
}

function traceRow(
  { definition, form, operands }: Emission['trace'][number],
  index: ModuleIndex,
  emission: Emission,
): TraceRow {
  const { id, name, origin, body, type } = definition;
  return {
    definition: id,
    name,
    ...(origin.step && { step: origin.step }),
    ...(origin.case !== undefined && { case: origin.case }),
    formula: bothLanguages(body, index),
    operands: operands.map((operand) => ({
      name: bothLanguages(operand.expr, index),
      ...formOf(operandType(operand.expr, index), operand.form, emission),
    })),
    ...(origin.clause && { clause: origin.clause }),
    ...formOf(type, form, emission),
  };
}

function bothLanguages(expr: Expr, index: ModuleIndex) {
  return { zh: printExpr(expr, index, 'zh'), en: printExpr(expr, index, 'en') };
}

function operandType(expr: Expr, index: ModuleIndex): ValueType {
  const found: Pick<Definition, 'type'> | undefined =
    expr.kind === 'definition'
      ? index.definitions.get(expr.definition)
      : expr.kind === 'accumulator'
        ? index.accumulators.get(expr.accumulator)
        : expr.kind === 'input'
          ? index.inputs.get(expr.input)
          : undefined;
  return found?.type ?? { kind: 'date' };
}
