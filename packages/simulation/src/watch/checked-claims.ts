import { dayNumber } from '@tiaoli/base';
import type { ClaimSource } from '../run/claim-source.ts';
import { columnOf } from '../run/claim-source.ts';
import { newLike } from '../run/encode-field.ts';
import type { ColumnValues } from '../table/columns.ts';
import { tables } from '../table/columns.ts';

/**
 * Days on which a monthly list is looked at for the claims of a year: the last of each month, and of the January behind
 * it, since a list that looks at whole months before sees those of December only then.
 */
export function checkDays(year: number): readonly number[] {
  return Array.from({ length: 13 }, (_, at) => {
    const [ofYear, month] = at < 11 ? [year, at + 2] : [year + 1, at - 10];
    return dayNumber({ year: ofYear, month, day: 1 }) - 1;
  });
}

export interface Checks {
  readonly days: readonly number[];
  /** Input: whether the event is a check. */
  readonly checked: string;
  /** What the scenario came to, by input; one for each of `ClaimSource.rows`. */
  readonly facts: ReadonlyMap<string, Float64Array>;
}

/**
 * The claims of people with checks between them, each check behind the claims up to its day. People for whom every fact
 * of the list is nothing are left out: what they come to is nothing, and nobody is listed for nothing.
 */
export function withChecks(source: ClaimSource, { days, checked, facts }: Checks): ClaimSource {
  const dates = columnOf(source.claims, 'settle_date');
  /** Of each event: the place of its claim, or the day of the check as a number below zero. */
  const events: number[] = [];
  const people: number[] = [];
  const firsts: number[] = [];
  const owners: number[] = [];
  for (let person = 0; person < source.people.length; person += 1) {
    const [first, end] = [source.firsts[person] ?? 0, source.firsts[person + 1] ?? 0];
    if (!isFed(facts, first, end)) continue;
    people.push(source.people[person] ?? 0);
    firsts.push(events.length);
    let at = first;
    for (const day of days) {
      while (at < end && (dates[source.rows[at] ?? 0] ?? 0) <= day) events.push(at++);
      events.push(-day);
    }
    while (at < end) events.push(at++);
    while (owners.length < events.length) owners.push(source.people[person] ?? 0);
  }
  const derivedOf = (amounts: Float64Array): Float64Array =>
    Float64Array.from(events, (event) => (event < 0 ? 0 : (amounts[event] ?? 0)));
  const isCheck = Float64Array.from(events, (event) => (event < 0 ? 1 : 0));
  return {
    persons: source.persons,
    claims: claimsOf(source, events, owners),
    covered: source.covered,
    rows: Int32Array.from(events, (_, at) => at),
    people: Int32Array.from(people),
    firsts: Int32Array.from([...firsts, events.length]),
    unseen: [],
    derived: new Map([
      ...[...source.derived, ...facts].map(
        ([input, amounts]) => [input, derivedOf(amounts)] as const,
      ),
      [checked, isCheck],
    ]),
    encoded: new Map(),
  };
}

/** A list that no scenario feeds looks at the claims themselves, of everybody. */
function isFed(facts: Checks['facts'], first: number, end: number): boolean {
  if (facts.size === 0) return true;
  for (const amounts of facts.values()) {
    for (let at = first; at < end; at += 1) if (amounts[at] !== 0) return true;
  }
  return false;
}

/** Columns with a row for each event: a check has its day, its person, and nothing else. */
function claimsOf(
  { claims, rows }: ClaimSource,
  events: readonly number[],
  owners: readonly number[],
): ClaimSource['claims'] {
  const columns = Object.entries(claims.columns).map(([name, values]) => {
    const isDate = tables.claims.find((each) => each.name === name)?.type.kind === 'date';
    const ofCheck = (event: number, at: number): number => {
      if (name === 'person_row') return owners[at] ?? 0;
      return isDate ? -event : 0;
    };
    const own: ColumnValues = newLike(values, events.length);
    for (const [at, event] of events.entries()) {
      own[at] = event < 0 ? ofCheck(event, at) : (values[rows[event] ?? 0] ?? 0);
    }
    return [name, own] as const;
  });
  return { count: events.length, columns: Object.fromEntries(columns), words: claims.words };
}
