import type { Expr, Undetermined } from '@tiaoli/ir';
import type { Analysis } from '../../passes/analyse.ts';
import type { Range } from '../../passes/range.ts';
import type { RangeContext } from '../../passes/range-of-expr.ts';
import { rangeOfExpr } from '../../passes/range-of-expr.ts';
import type { ScaleContext } from '../../passes/scale-of-expr.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import type { Capacity } from './capacity.ts';
import type { CatalogueSite } from './catalogue-sites.ts';
import type { Columns } from './columns.ts';
import type { FunctionBody, FunctionRef, Node, Region, Statement, WasmType } from './node.ts';
import { int } from './node.ts';
import type { PeriodGroup } from './period-groups.ts';
import type { Status, Value } from './value.ts';

/** What the emission of one program collects as it goes. */
export interface Emission {
  readonly analysis: Analysis;
  /** The ranges of the analysis, as interval arithmetic takes them. */
  readonly ranges: RangeContext;
  readonly scales: ScaleContext;
  readonly yearStart: { readonly month: number; readonly day: number };
  /** True when facts may be absent: then what needs them is missing. */
  readonly partial: boolean;
  /** Inputs that are given with every claim. */
  readonly given: ReadonlySet<string>;
  readonly capacity: Capacity;
  /** Members of each enumeration by index: the declared ones, then others met. */
  readonly members: Map<string, string[]>;
  /** Texts that the program knows, by their numbers. */
  readonly texts: string[];
  readonly notApplicable: string[];
  readonly causes: {
    readonly cause: Undetermined['cause'] | 'not-given';
    readonly reason: string;
  }[];
  /** Everything that lies in memory, in its order. */
  readonly regions: Region[];
  readonly columns: Columns;
  /** Functions beside the step, by name. */
  readonly helpers: Map<string, FunctionBody>;
  /** Functions of the host that are called. */
  readonly imports: Map<string, FunctionRef>;
  /** Places where rows of a catalogue are asked for. */
  readonly sites: CatalogueSite[];
  readonly slots: Map<string, AccumulatorSlot>;
  /** The period of the claim for each way to tell periods apart. */
  readonly instances: Map<string, Instance>;
  /** Accumulators whose values are always of one period, by what makes them so. */
  readonly periodGroups: Map<string, PeriodGroup>;
}

/** The period in which the claim falls. */
export interface Instance {
  readonly node: Node;
  readonly status?: Status;
}

/** A record at hand: the claim (with everything above it), or one of its children. */
export interface RecordScope {
  /** Its number among the records of its entity. */
  readonly row: Node;
  readonly entity?: string;
  readonly parent?: RecordScope;
  /** The statements of the record itself, outside any branch: what is needed more than once goes there. */
  readonly top: Statement[];
  /** Definitions, inputs and accumulators that are already in a local. */
  readonly known: Map<string, Value>;
  /** The branch that is being emitted, where there is one. */
  branch?: OpenBranch;
}

/** The statements of a branch, and the definitions that are read nowhere else and so are worked out there. */
export interface OpenBranch {
  readonly block: Statement[];
  readonly inner: ReadonlyMap<string, Expr>;
}

export interface Scope {
  readonly emission: Emission;
  /** Locals of the function at hand, its parameters first. */
  readonly locals: WasmType[];
  readonly record: RecordScope;
  /** The statements of the innermost block. */
  readonly block: Statement[];
  /** Member at hand inside a set aggregate. */
  readonly element?: Value;
}

/** The record to which what belongs to `entity` belongs: the nearest of that entity, else the claim. */
export function homeRecord(entity: string | undefined, record: RecordScope): RecordScope {
  let home = record;
  while (home.parent && home.entity !== entity) home = home.parent;
  return home;
}

/** The scope on the statements of a record itself, outside every branch and loop in it. */
export function topScope({ emission, locals }: Scope, record: RecordScope): Scope {
  return { emission, locals, record, block: record.top };
}

export function freshLocal({ locals }: Pick<Scope, 'locals'>, type: WasmType): number {
  locals.push(type);
  return locals.length - 1;
}

/** What `emit` gives, with its statements apart. */
export function inBlock<T>(
  scope: Scope,
  emit: (scope: Scope) => T,
): { readonly lines: readonly Statement[]; readonly result: T } {
  const block: Statement[] = [];
  const result = emit({ ...scope, block });
  return { lines: block, result };
}

export function newRegion(emission: Emission, bytes: number, content?: readonly bigint[]): Region {
  const region: Region = { bytes, ...(content && { content }) };
  emission.regions.push(region);
  return region;
}

/** The function of that name, made when it is first asked for. */
export function addHelper(
  { helpers }: Emission,
  name: string,
  make: () => FunctionBody,
): FunctionRef {
  const known = helpers.get(name);
  if (known) return known.ref;
  const body = make();
  helpers.set(name, body);
  return body.ref;
}

/** A function that the host gives. */
export function importOf({ imports }: Emission, ref: FunctionRef): FunctionRef {
  const known = imports.get(ref.name);
  if (known) return known;
  imports.set(ref.name, ref);
  return ref;
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

/** The number of a text in the dictionary. */
export function textNumber({ texts }: Emission, text: string): number {
  const index = texts.indexOf(text);
  return index >= 0 ? index : texts.push(text) - 1;
}

export function statusOfNotApplicable({ notApplicable }: Emission, reason: string): Status {
  const index = notApplicable.indexOf(reason);
  return { node: int(index >= 0 ? index + 1 : notApplicable.push(reason)), mayMiss: false };
}

export function statusOfCause(
  { causes }: Emission,
  cause: Undetermined['cause'],
  reason: string,
): Status {
  const index = causes.findIndex((each) => each.cause === cause && each.reason === reason);
  return { node: int(-(index >= 0 ? index + 1 : causes.push({ cause, reason }))), mayMiss: true };
}

/** Bounds of a numeric expression in the program at hand. */
export function rangeIn({ emission }: Scope, expr: Expr): Range {
  return rangeOfExpr(expr, emission.ranges);
}

/** The dispatcher, handed down so that the families of kinds do not import each other in a circle. */
export type EmitExpr = (expr: Expr, scope: Scope) => Value;
