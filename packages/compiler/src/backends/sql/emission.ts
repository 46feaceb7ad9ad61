import type { Diagnostic, Span } from '@tiaoli/base';
import type { Expr, Undetermined } from '@tiaoli/ir';
import type { Analysis } from '../../passes/analyse.ts';
import type { Range } from '../../passes/range.ts';
import type { RangeContext } from '../../passes/range-of-expr.ts';
import { rangeOfExpr } from '../../passes/range-of-expr.ts';
import type { ScaleContext } from '../../passes/scale-of-expr.ts';
import type { AccumulatorSlot } from './accumulator-slots.ts';
import type { Columns } from './columns.ts';
import type { Dialect } from './dialect.ts';
import type { Node, Pool } from './node.ts';
import type { Value } from './value.ts';

/** What the emission of one program collects as it goes. */
export interface Emission {
  readonly dialect: Dialect;
  readonly pool: Pool;
  readonly analysis: Analysis;
  /** The ranges of the analysis, as interval arithmetic takes them. */
  readonly ranges: RangeContext;
  readonly scales: ScaleContext;
  readonly yearStart: { readonly month: number; readonly day: number };
  /** True when facts may be absent: then what needs them is missing. */
  readonly partial: boolean;
  /** Inputs that are given with every claim. */
  readonly given: ReadonlySet<string>;
  /** Members of each enumeration by index: the declared ones, then others met. */
  readonly members: Map<string, string[]>;
  readonly notApplicable: string[];
  readonly causes: {
    readonly cause: Undetermined['cause'] | 'not-given';
    readonly reason: string;
  }[];
  readonly columns: Columns;
  /** The records of each child entity, as one scope: its nodes have the number of the record free. */
  readonly records: Map<string, RecordScope>;
  readonly slots: Map<string, AccumulatorSlot>;
  /** The period of the claim for each way to tell periods apart. */
  readonly instances: Map<string, Instance>;
  /** What cannot be written in SQL, by code and place. */
  readonly refused: Map<string, Diagnostic>;
  /** Where the definition at hand stands. */
  origin: Span | undefined;
}

/** The period in which the claim falls. */
export interface Instance {
  readonly node: Node;
  readonly status?: Node;
}

/** A record at hand: the claim (with everything above it), or one of its children. */
export interface RecordScope {
  readonly entity?: string;
  readonly parent?: RecordScope;
  /** Its number among the records of its entity, from 1; absent for the claim. */
  readonly position?: Node;
  /** Definitions, inputs and accumulators that were emitted before. */
  readonly known: Map<string, Value>;
}

export interface Scope {
  readonly emission: Emission;
  readonly record: RecordScope;
  /** Member at hand inside a set aggregate. */
  readonly element?: Value;
}

/** The record to which what belongs to `entity` belongs: the nearest of that entity, else the claim. */
export function homeRecord(entity: string | undefined, record: RecordScope): RecordScope {
  let home = record;
  while (home.parent && home.entity !== entity) home = home.parent;
  return home;
}

/** The scope of a record itself. */
export function topScope({ emission }: Scope, record: RecordScope): Scope {
  return { emission, record };
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

/** The status, above 0, of 不适用 for this reason. */
export function numberOfReason({ notApplicable }: Emission, reason: string): number {
  const index = notApplicable.indexOf(reason);
  return index >= 0 ? index + 1 : notApplicable.push(reason);
}

/** The status, below 0, of what is missing for this cause. */
export function numberOfCause(
  { causes }: Emission,
  cause: Undetermined['cause'],
  reason: string,
): number {
  const index = causes.findIndex((each) => each.cause === cause && each.reason === reason);
  return -(index >= 0 ? index + 1 : causes.push({ cause, reason }));
}

/** Bounds of a numeric expression in the program at hand. */
export function rangeIn({ emission }: Scope, expr: Expr): Range {
  return rangeOfExpr(expr, emission.ranges);
}

/** The dispatcher, handed down so that the families of kinds do not import each other in a circle. */
export type EmitExpr = (expr: Expr, scope: Scope) => Value;
