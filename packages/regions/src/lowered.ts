import type { Undetermined } from '@tiaoli/ir';
import { and, never, or } from './conditions.ts';
import type { Form } from './linear-form.ts';
import type { Condition, Pool } from './pool.ts';

export type MissingCause = Undetermined['cause'];

/**
 * An expression as terms and conditions: when it is undetermined, when 不适用, and otherwise its value.
 *
 * Where `missing` or `absent` holds the value means nothing; where both do, it is undetermined.
 */
export type Lowered = Status & LoweredValue;

export interface Status {
  /** By cause; a cause that cannot occur is left out. */
  readonly missing: Missing;
  /** 不适用. */
  readonly absent: Condition;
}

export type Missing = Readonly<Partial<Record<MissingCause, Condition>>>;

export type LoweredValue =
  | { readonly kind: 'number'; readonly value: Form }
  | { readonly kind: 'truth'; readonly value: Condition }
  /** An enumeration or a text: exactly one option holds. */
  | { readonly kind: 'member'; readonly options: readonly MemberOption[] }
  | { readonly kind: 'set'; readonly members: ReadonlyMap<string, Condition> }
  /** Nothing is known of the value: it is never there. */
  | { readonly kind: 'none' };

export interface MemberOption {
  readonly when: Condition;
  readonly member: string;
}

export const noMissing: Missing = {};

export function isMissing(pool: Pool, { missing }: Pick<Status, 'missing'>): Condition {
  return or(pool, Object.values(missing));
}

/** What is missing of any of them. */
export function joinMissing(pool: Pool, parts: readonly Missing[]): Missing {
  const filled = parts.filter((part) => Object.keys(part).length > 0);
  const [first] = filled;
  if (!first) return noMissing;
  if (filled.length === 1) return first;
  return fromCauses((cause) =>
    or(
      pool,
      filled.flatMap((part) => part[cause] ?? []),
    ),
  );
}

/** `missing` where `when` holds. */
export function missingWhen(pool: Pool, when: Condition, missing: Missing): Missing {
  if (Object.keys(missing).length === 0 || when.kind === 'true') return missing;
  return fromCauses((cause) => {
    const condition = missing[cause];
    return condition ? and(pool, [when, condition]) : never(pool);
  });
}

function fromCauses(conditionOf: (cause: MissingCause) => Condition): Missing {
  const causes: readonly MissingCause[] = ['not-seen', 'gap', 'conflict', 'no-version'];
  const found = causes.map((cause) => [cause, conditionOf(cause)] as const);
  return Object.fromEntries(found.filter(([, when]) => when.kind !== 'false'));
}

export function present(pool: Pool): Status {
  return { missing: noMissing, absent: never(pool) };
}

/** The status of what is strict in all of its operands. */
export function strictStatus(pool: Pool, operands: readonly Lowered[]): Status {
  return {
    missing: joinMissing(
      pool,
      operands.map(({ missing }) => missing),
    ),
    absent: or(
      pool,
      operands.map(({ absent }) => absent),
    ),
  };
}

/** The form of a numeric value; zero of what is never there. */
export function formOf(lowered: Lowered, none: Form): Form {
  return lowered.kind === 'number' ? lowered.value : none;
}

/** The condition of a truth value. */
export function truthOf(pool: Pool, lowered: Lowered): Condition {
  return lowered.kind === 'truth' ? lowered.value : never(pool);
}
