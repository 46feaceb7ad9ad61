import type { Definition, Expr, Undetermined } from '@tiaoli/ir';
import type { Analysis } from '../../passes/analyse.ts';
import type { Range } from '../../passes/range.ts';
import type { RangeContext } from '../../passes/range-of-expr.ts';
import { rangeOfExpr } from '../../passes/range-of-expr.ts';
import type { ScaleContext } from '../../passes/scale-of-expr.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import type { Code } from './code.ts';
import type { RuntimeFunction } from './runtime-source.ts';

/** What the emission of one program collects as it goes. */
export interface Emission {
  readonly analysis: Analysis;
  /** The ranges of the analysis, as interval arithmetic takes them. */
  readonly ranges: RangeContext;
  readonly scales: ScaleContext;
  readonly yearStart: { readonly month: number; readonly day: number };
  /** True when facts may be absent: then what needs them is missing, else it is undefined behaviour. */
  readonly partial: boolean;
  readonly traced: boolean;
  /** Members of each enumeration by index: the declared ones, then others met. */
  readonly members: Map<string, string[]>;
  /** Module-level constants: their text, and the name by which code reads them. */
  readonly constants: Map<string, string>;
  readonly notApplicable: string[];
  readonly causes: {
    readonly cause: Undetermined['cause'] | 'not-given';
    readonly reason: string;
  }[];
  readonly fields: Map<string, Field>;
  readonly children: Map<string, string>;
  readonly runtime: Set<RuntimeFunction>;
  /** Where each accumulator stands, once it was asked for. */
  readonly slots: Map<string, AccumulatorSlot>;
  /** Name of the stored period, by what accumulators share it. */
  readonly groups: Map<string, string>;
  /** Name of the variable that is true where the stored period of a group is that of the claim. */
  readonly currents: Map<string, string>;
  /** The instance of the claim for each way to tell periods apart, in variables. */
  readonly instances: Map<string, InstanceCode>;
  readonly counters: Map<string, number>;
  /** Variables of statuses that are never below 0: 不适用 at most, never missing. */
  readonly neverMissing: Set<string>;
  /** What the steps of a traced run stand for, in the order of their emission. */
  readonly trace: TraceEntry[];
  /** Whose remainders are kept (traced emission): roundings elsewhere are those of another step. */
  remainder: RemainderTarget | undefined;
}

/** A step of a traced run: a definition, and what its formula reads. */
export interface TraceEntry {
  readonly definition: Definition;
  readonly form: Code;
  readonly operands: readonly { readonly expr: Expr; readonly form: Code }[];
}

export interface RemainderTarget {
  readonly definition: string;
  /** The array that collects them, once there is a rounding. */
  name?: string;
}

/** Emits what belongs to another step than the one at hand: its roundings are not that one's. */
export function apart<T>(emission: Emission, definition: string, emit: () => T): T {
  const outer = emission.remainder;
  emission.remainder = outer?.definition === definition ? outer : undefined;
  const result = emit();
  emission.remainder = outer;
  return result;
}

/** Code of the period in which the claim falls. */
export interface InstanceCode {
  readonly text: string;
  readonly status?: string;
}

/** A fact that the emitted code reads. */
export interface Field {
  readonly key: string;
  readonly input: string;
  readonly spells: boolean;
}

/** A record at hand: the claim (`f`, with everything above it), or one of its children. */
export interface RecordScope {
  readonly name: string;
  readonly entity?: string;
  readonly parent?: RecordScope;
  /** The statements of the record itself, outside any branch: what is needed more than once goes there. */
  readonly top: string[];
  /** Codes of definitions, inputs and accumulators that are already in a variable. */
  readonly known: Map<string, Code>;
}

export interface Scope {
  readonly emission: Emission;
  readonly record: RecordScope;
  /** The statements of the innermost block. */
  readonly block: string[];
  /** Member at hand inside a set aggregate. */
  readonly element?: Code;
}

/** The record to which what belongs to `entity` belongs: the nearest of that entity, else the claim. */
export function homeRecord(entity: string | undefined, record: RecordScope): RecordScope {
  let home = record;
  while (home.parent && home.entity !== entity) home = home.parent;
  return home;
}

/** The scope on the statements of a record itself, outside every branch and loop in it. */
export function topScope({ emission }: Scope, record: RecordScope): Scope {
  return { emission, record, block: record.top };
}

/** `d0`, `d1` …: no name of a policy ever becomes an identifier. */
export function freshName({ counters }: Emission, prefix: string): string {
  const next = counters.get(prefix) ?? 0;
  counters.set(prefix, next + 1);
  return `${prefix}${next}`;
}

/** The name of a module-level constant with this text. */
export function constantOf({ constants }: Emission, text: string): string {
  const known = constants.get(text);
  if (known !== undefined) return known;
  const name = `k${constants.size}`;
  constants.set(text, name);
  return name;
}

/** A text for emitted code, as a constant of its own. */
export function textConstant(emission: Emission, text: string): string {
  return constantOf(emission, JSON.stringify(text).replace(/[\u007f-\uffff<>]/g, escapeUnit));
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function memberIndex({ members }: Emission, enumeration: string, member: string): number {
  const known = members.get(enumeration) ?? [];
  const index = known.indexOf(member);
  if (index >= 0) return index;
  members.set(enumeration, [...known, member]);
  return known.length;
}

export function memberCount({ members }: Emission, enumeration: string | undefined): number {
  return members.get(enumeration ?? '')?.length ?? 0;
}

export function statusOfNotApplicable({ notApplicable }: Emission, reason: string): string {
  const index = notApplicable.indexOf(reason);
  return `${index >= 0 ? index + 1 : notApplicable.push(reason)}`;
}

export function statusOfCause(
  { causes }: Emission,
  cause: Undetermined['cause'],
  reason: string,
): string {
  const index = causes.findIndex((each) => each.cause === cause && each.reason === reason);
  return `-${index >= 0 ? index + 1 : causes.push({ cause, reason })}`;
}

/** The status of what is missing because a fact was not given. */
export const notGivenStatus = '-1';

/** A variable that holds `code`, so that it is worked out once. */
export function nameCode(scope: Scope, code: Code): Code {
  if (/^\(?-?\w+\)?$/.test(code.text)) return code;
  const name = freshName(scope.emission, 't');
  scope.block.push(`const ${name} = ${code.text};`);
  return { ...code, text: name };
}

/** The same for its status. */
export function nameStatus(scope: Scope, code: Code): Code {
  if (code.status === undefined || /^-?\w+$/.test(code.status)) return code;
  const name = freshName(scope.emission, 's');
  scope.block.push(`const ${name} = ${code.status};`);
  noteStatus(scope.emission, name, [code.status]);
  return { ...code, status: name };
}

/** True when no part of the status can be below 0; absent: there is always a value. */
export function isNeverMissing({ neverMissing }: Emission, status: string | undefined): boolean {
  const parts = status?.replace(/[()]/g, '').split(' || ') ?? [];
  return parts.every((part) => /^\d+$/.test(part) || neverMissing.has(part));
}

/** Remembers what is known of a variable that takes one of these statuses, or 0. */
export function noteStatus(
  emission: Emission,
  name: string,
  statuses: readonly (string | undefined)[],
): void {
  if (statuses.every((status) => isNeverMissing(emission, status))) emission.neverMissing.add(name);
}

/** What `emit` gives, with its statements apart. */
export function inBlock<T>(
  scope: Scope,
  emit: (scope: Scope) => T,
): { readonly lines: readonly string[]; readonly result: T } {
  const block: string[] = [];
  const result = emit({ ...scope, block });
  return { lines: block, result };
}

/** Bounds of a numeric expression in the program at hand. */
export function rangeIn({ emission }: Scope, expr: Expr): Range {
  return rangeOfExpr(expr, emission.ranges);
}

/** The dispatcher, handed down so that the families of kinds do not import each other in a circle. */
export type EmitExpr = (expr: Expr, scope: Scope) => Code;
