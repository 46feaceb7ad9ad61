import type { Rational, Validity } from '@tiaoli/base';
import { isEqual, parseDate, parseRational, printRational, rational } from '@tiaoli/base';
import type { Literal, Undetermined } from '@tiaoli/ir';

/** A value at run time: money in fen, rates per one, dates as day numbers; enumerations by member name. */
export type Value = Rational | boolean | string | ReadonlySet<string>;

/** Why no value can be given though the facts are complete. */
export interface Cause {
  readonly cause: Undetermined['cause'];
  /** In Chinese, as the source says it or the catalogue words it. */
  readonly reason: string;
}

/** What an expression or a definition comes to. */
export type Outcome =
  | { readonly status: 'value'; readonly value: Value }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | {
      readonly status: 'missing';
      /** Ids of inputs, in the order met; for records that are not given the id of their entity. */
      readonly fields: readonly string[];
      readonly causes: readonly Cause[];
    };

export type Missing = Extract<Outcome, { status: 'missing' }>;

/** A value during a stretch of days. */
export interface Spell {
  readonly validity: Validity;
  readonly value: Value;
}

/** One record with everything that is visible to it. */
export interface Facts {
  /** By input id (`on`: the day for which the program is bound); null = expressly none (或 无); absent = not given. */
  readonly inputs: ReadonlyMap<string, Value | null>;
  /** Dated spells of 按日 inputs, by input id. */
  readonly spells?: ReadonlyMap<string, readonly Spell[]>;
  /** Records of child entities, by entity id; absent = not given, which is not the same as none. */
  readonly children: ReadonlyMap<string, readonly Facts[]>;
}

export function valueOutcome(value: Value): Outcome {
  return { status: 'value', value };
}

export function notApplicableOutcome(reason: string): Outcome {
  return { status: 'not-applicable', reason };
}

export function missingFields(...fields: readonly string[]): Missing {
  return { status: 'missing', fields, causes: [] };
}

export function undetermined(cause: Cause['cause'], reason: string): Missing {
  return { status: 'missing', fields: [], causes: [{ cause, reason }] };
}

/** The union of what is missing, in the order met. */
export function joinMissing(outcomes: readonly Missing[]): Missing {
  const fields = new Set(outcomes.flatMap((outcome) => outcome.fields));
  const causes = new Map(
    outcomes
      .flatMap((outcome) => outcome.causes)
      .map((cause) => [`${cause.cause} ${cause.reason}`, cause]),
  );
  return { status: 'missing', fields: [...fields], causes: [...causes.values()] };
}

const knownLiterals = new WeakMap<Literal, Value>();

/** The value that a literal writes, read once. Throws on an ill-formed one (`verify` reports those). */
export function valueOfLiteral(literal: Literal): Value {
  const known = knownLiterals.get(literal);
  if (known !== undefined) return known;
  const value = readLiteral(literal);
  knownLiterals.set(literal, value);
  return value;
}

function readLiteral({ type, value }: Literal): Value {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return new Set(value);
  if (type.kind === 'text' || type.kind === 'enumeration') return value;
  const date = type.kind === 'date' ? parseDate(value) : undefined;
  const number = date === undefined ? parseRational(value) : rational(date);
  if (number === undefined) throw new Error(`ill-formed literal of ${type.kind}: ${value}`);
  return number;
}

export function isNumber(value: Value): value is Rational {
  return typeof value === 'object' && 'numerator' in value;
}

export function isSet(value: Value): value is ReadonlySet<string> {
  return typeof value === 'object' && !('numerator' in value);
}

export function isSameValue(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return isEqual(left, right);
  if (isSet(left) && isSet(right)) {
    return left.size === right.size && [...left].every((member) => right.has(member));
  }
  return left === right;
}

/** The text of a value in keys of the state: exact numbers, dates as day numbers, members of a set in order. */
export function printKey(value: Value): string {
  if (isNumber(value)) return printRational(value);
  return isSet(value) ? membersInOrder(value).join(',') : String(value);
}

/** Ascending by code unit, so that no result depends on the order in which a set was given. */
export function membersInOrder(set: ReadonlySet<string>): readonly string[] {
  return [...set].toSorted((left, right) => (left < right ? -1 : 1));
}
