import type { DayNumber, Span, Validity } from '@tiaoli/base';
import type { Facts, Value } from '@tiaoli/interpreter';
import type { Accumulator } from '@tiaoli/ir';

/** The facts of one record as given, each with its place in the file. */
export interface CaseRecord {
  /** Id of its entity. */
  readonly entity: string;
  /** For people: `claims[0]`, `person`. */
  readonly path: string;
  readonly span: Span;
  /** By input id; null = explicitly none. */
  readonly inputs: Map<string, Value | null>;
  readonly spells: Map<string, readonly Spell[]>;
  readonly places: Map<string, Place>;
  readonly children: Map<string, readonly CaseRecord[]>;
}

export interface Spell {
  readonly validity: Validity;
  readonly value: Value;
}

export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface CaseClaim extends CaseRecord {
  readonly id: string;
  /** Where the id is given; the whole claim where it is not. */
  readonly idSpan: Span;
  /** Day of settlement, when given: claims are settled in its order. */
  readonly settledAt?: DayNumber;
  /** 作废: the claim was settled once and does not count any more; what followed is settled again without it. */
  readonly voided?: boolean;
}

/** A case as decoded: a person's or a household's facts, the claims in order of settlement, what was accumulated before. */
export interface Case {
  /** Records of the entities above the claim; of 参保人 several, where a household is settled. */
  readonly subjects: readonly CaseRecord[];
  readonly claims: readonly CaseClaim[];
  readonly before: readonly AccumulatedValue[];
}

/** A value of an accumulator before the first claim; without `instance` it belongs to the first claim's own period. */
export interface AccumulatedValue {
  readonly accumulator: Accumulator;
  /** The values of `Accumulator.by`, printed and joined with `|`; empty without keys. */
  readonly key: string;
  /** Whose it is, of an accumulator that is not kept by person; absent for the person of the first claim. */
  readonly person?: string;
  readonly value: Value;
  readonly instance?: string | number;
}

export function newRecord(entity: string, path: string, span: Span): CaseRecord {
  return {
    entity,
    path,
    span,
    inputs: new Map(),
    spells: new Map(),
    places: new Map(),
    children: new Map(),
  };
}

/** What the interpreter sees on an event: its own facts and those of everything above it, with the lists there. */
export function factsOf(record: CaseRecord, above: readonly CaseRecord[]): Facts {
  const own = recordFacts(record, above);
  // An example without a list has an empty one on its claims: the household's own prevails.
  const lists = above.flatMap((each) => [...recordFacts(each, above).children]);
  return { ...own, children: new Map([...own.children, ...lists]) };
}

/** The facts of a record and of those above it, and its lists. */
export function recordFacts(record: CaseRecord, above: readonly CaseRecord[]): Facts {
  const visible = [...above, record];
  return {
    inputs: new Map(visible.flatMap(({ inputs }) => [...inputs])),
    spells: new Map(visible.flatMap(({ spells }) => [...spells])),
    children: new Map(
      [...record.children].map(([entity, children]) => [
        entity,
        children.map((child) => recordFacts(child, visible)),
      ]),
    ),
  };
}
