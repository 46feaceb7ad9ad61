import type { ShiftedDays } from './announced-days.ts';
import type { Bounds } from './integers.ts';
import { bounds, hullOf, meet } from './integers.ts';
import type { KnownForms } from './known-forms.ts';
import { knownBounds, noKnownForms } from './known-forms.ts';
import type { Form } from './linear-form.ts';
import type { Proofs } from './proofs.ts';
import { createProofs } from './proofs.ts';

/** What a fact or a part of the prior state is, to whoever asks for a witness. */
export type Source =
  | {
      readonly kind: 'input';
      readonly input: string;
      readonly at?: string;
      /** For facts that are not shared by a person's claims: of which one, from 2 on. */
      readonly claim?: number;
    }
  | { readonly kind: 'accumulator'; readonly accumulator: string };

/** Why a term or a condition is only known by its range: a construct outside the fragment. */
export type Construct =
  | 'child-aggregate'
  | 'other-key'
  | 'quotient'
  | 'product'
  | 'division'
  | 'calendar'
  | 'catalogue'
  | 'working-days'
  | 'second-max';

/** An integer that forms are made of: a fact, or what the program computes of others. */
export type NumberTerm = Bounds & { readonly id: number } & TermMeaning;

export type TermMeaning =
  /** The fact or accumulator times `scale`. */
  | { readonly kind: 'fact'; readonly source: Source; readonly scale: bigint }
  /** ⌊argument ÷ divisor⌋ of an integer form. */
  | { readonly kind: 'floor'; readonly argument: Form; readonly divisor: bigint }
  /** The greater of 0 and an integer form. */
  | { readonly kind: 'positive'; readonly argument: Form }
  /** The value of the branch whose condition holds; at most one does. Meaningless where none does. */
  | { readonly kind: 'choice'; readonly branches: readonly ChoiceBranch[] }
  /** left × right, integer forms neither of which has few values. */
  | { readonly kind: 'product'; readonly left: Form; readonly right: Form }
  /** A calendar function of a day (or, for `year-start`, a year), piecewise linear in it. */
  | { readonly kind: 'calendar'; readonly shape: CalendarShape; readonly argument: Form }
  /** The numerator of an amount of the program, as a number of its own: what it is made of is asked last. */
  | { readonly kind: 'step'; readonly of: Form }
  /** Known by its range alone. */
  | { readonly kind: 'opaque'; readonly construct: Construct };

export type CalendarShape = DateShape | WorkingDayShape;

/** The n-th working day behind the argument. */
export interface WorkingDayShape {
  readonly part: 'working-days';
  readonly days: ShiftedDays;
}

export interface DateShape {
  readonly part:
    | 'year'
    | 'insured-year'
    | 'month'
    | 'day'
    | 'months'
    | 'first-of-next-month'
    | 'year-start';
  /** For `months`: how many. */
  readonly months: number;
  /** For `insured-year`: its first day. */
  readonly start: { readonly month: number; readonly day: number };
}

export interface ChoiceBranch {
  readonly when: Condition;
  readonly value: Form;
}

/** A fact with finitely many values, each a bit. */
export interface FiniteTerm {
  readonly id: number;
  readonly meaning: FiniteMeaning;
  readonly size: number;
}

export type FiniteMeaning =
  /** An enumeration or a text: bit i is `members[i]`. */
  | { readonly kind: 'member'; readonly source: Source; readonly members: readonly string[] }
  /** A boolean: bit 0 is false, bit 1 is true. */
  | { readonly kind: 'truth'; readonly source: Source }
  /** Whether an optional fact is given: bit 1. */
  | { readonly kind: 'given'; readonly source: Source }
  /** Whether `member` is in the set: bit 1. */
  | { readonly kind: 'in-set'; readonly source: Source; readonly member: string }
  /** Something of a construct outside the fragment. */
  | { readonly kind: 'opaque'; readonly construct: Construct };

/** Conditions in negation normal form, interned: equal ones are the same object. */
export type Condition = { readonly id: number } & (
  | { readonly kind: 'true' }
  | { readonly kind: 'false' }
  | LinearCondition
  | { readonly kind: 'within'; readonly finite: number; readonly mask: bigint }
  | { readonly kind: 'all'; readonly parts: readonly Condition[] }
  | { readonly kind: 'any'; readonly parts: readonly Condition[] }
);

/** `form ≥ bound` or `form ≤ bound`; the form is primitive, without constant, its first coefficient positive. */
export interface LinearCondition {
  readonly kind: 'at-least' | 'at-most';
  readonly form: Form;
  /** `keyOfForm(form)`. */
  readonly key: string;
  readonly bound: bigint;
}

/** Every term and condition of one or more programs, each once. Grows; nothing in it changes. */
export interface Pool {
  readonly numbers: NumberTerm[];
  readonly finites: FiniteTerm[];
  readonly conditions: Condition[];
  readonly known: Map<string, number>;
  readonly negations: Map<number, Condition>;
  /** What conditions come to together, by kind and ids. */
  readonly joined: Map<string, Condition>;
  /** Sets with at most so many members. */
  readonly cardinalities: Map<
    string,
    { readonly finites: readonly number[]; readonly most: number }
  >;
  /** The value that a fact has by default, by term and by finite term. */
  readonly usualNumbers: Map<number, bigint>;
  readonly usualFinites: Map<number, number>;
  readonly knownForms: KnownForms;
  /** What was proved in this pool and in others, and the numbers of the meanings of its terms and conditions there. */
  readonly proofs: Proofs;
  readonly termMeanings: Map<number, number>;
  readonly conditionMeanings: Map<number, number>;
  /** Facts and accumulators that the programs of the session do not declare alike. */
  readonly atOdds: Set<string>;
}

export function createPool(proofs: Proofs = createProofs()): Pool {
  const pool: Pool = {
    numbers: [],
    finites: [],
    conditions: [],
    known: new Map(),
    negations: new Map(),
    joined: new Map(),
    cardinalities: new Map(),
    usualNumbers: new Map(),
    usualFinites: new Map(),
    knownForms: noKnownForms(),
    proofs,
    termMeanings: new Map(),
    conditionMeanings: new Map(),
    atOdds: new Set(),
  };
  pool.conditions.push({ id: 0, kind: 'false' }, { id: 1, kind: 'true' });
  return pool;
}

/** The number term with this meaning; `range` is used when it is new. */
export function internNumber(
  pool: Pool,
  key: string,
  meaning: TermMeaning,
  range: () => Bounds,
): number {
  return intern(pool, `n ${key}`, pool.numbers.length, (id) =>
    pool.numbers.push({ ...range(), ...meaning, id }),
  );
}

export function internFinite(
  pool: Pool,
  key: string,
  meaning: FiniteMeaning,
  size: number,
): FiniteTerm {
  const id = intern(pool, `f ${key}`, pool.finites.length, (next) =>
    pool.finites.push({ id: next, meaning, size }),
  );
  return finiteOf(pool, id);
}

function intern(pool: Pool, key: string, next: number, add: (id: number) => void): number {
  const known = pool.known.get(key);
  if (known !== undefined) return known;
  pool.known.set(key, next);
  add(next);
  return next;
}

export function numberOf(pool: Pool, id: number): NumberTerm {
  const term = pool.numbers[id];
  if (!term) throw new RangeError(`no such term: ${id}`);
  return term;
}

export function finiteOf(pool: Pool, id: number): FiniteTerm {
  const term = pool.finites[id];
  if (!term) throw new RangeError(`no such finite term: ${id}`);
  return term;
}

/** Every value of a finite term. */
export function fullMask({ size }: FiniteTerm): bigint {
  return (1n << BigInt(size)) - 1n;
}

/** What the declared domains alone say of the numerator of a form. */
export function boundsOfForm(pool: Pool, form: Form): Bounds {
  const known = knownBounds(pool.knownForms, form);
  return meet(
    boundsWith(form, (id) => numberOf(pool, id)),
    known,
  );
}

/** Bounds of the numerator of a form from bounds of its terms. */
export function boundsWith(
  form: Form,
  boundsOfTerm: (id: number) => {
    readonly low?: bigint | undefined;
    readonly high?: bigint | undefined;
  },
): Bounds {
  let low: bigint | undefined = form.constant;
  let high: bigint | undefined = form.constant;
  for (const [at, id] of form.ids.entries()) {
    const coefficient = form.coefficients[at] ?? 0n;
    const term = boundsOfTerm(id);
    const [least, most] = coefficient > 0n ? [term.low, term.high] : [term.high, term.low];
    low = low === undefined || least === undefined ? undefined : low + coefficient * least;
    high = high === undefined || most === undefined ? undefined : high + coefficient * most;
    if (low === undefined && high === undefined) return {};
  }
  return bounds(low, high);
}

/** What the declared domains say of any of some integer forms. */
export function hullOfForms(pool: Pool, forms: readonly Form[]): Bounds {
  return hullOf(forms.map((form) => boundsOfForm(pool, form)));
}

/** Equal for calendar functions that are the same. */
export function keyOfShape(shape: CalendarShape): string {
  if (shape.part === 'working-days') return `working-days ${shape.days.key}`;
  const { part, months, start } = shape;
  return `${part} ${months} ${start.month}-${start.day}`;
}
