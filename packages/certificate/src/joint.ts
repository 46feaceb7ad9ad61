import type { Rational } from '@tiaoli/base';
import { floor, greatest, least, multiply, negate, parseRational, rational } from '@tiaoli/base';
import type {
  Accumulator,
  InputDeclaration,
  ModuleIndex,
  Program,
  ReferenceData,
  WorkingDays,
} from '@tiaoli/ir';
import { canonicalText, indexModule, noReference } from '@tiaoli/ir';
import type { DayCalendar } from './day-calendar.ts';
import { countsWorkingDays, dayCalendar } from './day-calendar.ts';
import { meaningsOf } from './meaning.ts';
import { stepsOf, wholeStates } from './whole-states.ts';

/** One of the two programs. */
export interface Side {
  readonly name: 'before' | 'after';
  readonly program: Program;
  readonly index: ModuleIndex;
  /** What a definition computes, by its id: equal for equal functions of the same facts and the same state. */
  readonly meanings: ReadonlyMap<string, string>;
}

/** Two programs and what they have in common: the facts and the state from which both start. */
export interface Joint {
  readonly before: Side;
  readonly after: Side;
  /** Ids of what the two sides declare otherwise: it is something of its own on each side. */
  readonly unlike: ReadonlySet<string>;
  /** The values of facts with listed values, by source. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
  /** Where something is counted in working days, and a calendar is at hand. */
  readonly calendar?: DayCalendar;
  /** Accumulators that are whole numbers, times their denominators, after every history of claims. */
  readonly wholeStates: ReadonlySet<string>;
}

export function jointOf(before: Program, after: Program, workingDays?: WorkingDays): Joint {
  const [old, now] = [indexModule(before), indexModule(after)];
  const unlike = unlikeIds([before, old], [after, now]);
  const sides = [
    { name: 'before', program: before, index: old },
    { name: 'after', program: after, index: now },
  ] as const;
  const [left, right] = sides.map((side) => ({ ...side, meanings: meaningsOf(side, unlike) }));
  if (!left || !right) throw new Error('a comparison has two sides');
  const domains = domainsOf([old, now], unlike);
  const isCounted = [before, after].some(countsWorkingDays);
  return {
    ...{ before: left, after: right, unlike, domains, wholeStates: wholeStates([old, now]) },
    ...(workingDays && isCounted && { calendar: dayCalendar(workingDays) }),
  };
}

/** What a case is settled with beside its facts. */
export function referenceOf({ calendar }: Joint): ReferenceData {
  return calendar ? { workingDays: calendar.workingDays } : noReference;
}

type Part = readonly [Program, ModuleIndex];

function unlikeIds([before, old]: Part, [after, now]: Part): ReadonlySet<string> {
  const found = new Set<string>();
  const compareEach = <T extends { readonly id: string }>(
    mine: ReadonlyMap<string, T>,
    others: ReadonlyMap<string, T>,
    textOf: (each: T) => string,
  ): void => {
    for (const [id, each] of mine) {
      const other = others.get(id);
      if (other && textOf(each) !== textOf(other)) found.add(id);
    }
  };
  compareEach(old.inputs, now.inputs, kindOfInput);
  compareEach(old.entities, now.entities, ({ parent, order, atMost }) =>
    JSON.stringify([parent, order, atMost]),
  );
  compareEach(old.catalogues, now.catalogues, (each) => JSON.stringify(each));
  const keeping =
    (index: ModuleIndex, { yearStart }: Program) =>
    (each: Accumulator): string =>
      keepingOf(each, index, JSON.stringify(yearStart));
  for (const [id, each] of old.accumulators) {
    const other = now.accumulators.get(id);
    if (other && keeping(old, before)(each) !== keeping(now, after)(other)) found.add(id);
  }
  return found;
}

function kindOfInput(input: InputDeclaration): string {
  return JSON.stringify([input.type, input.optional, input.entity, stepsOf(input).toString()]);
}

/** When it begins anew, and whose it is; keys that are computed are compared as they are written. */
function keepingOf(accumulator: Accumulator, index: ModuleIndex, yearStart: string): string {
  const { type, period, on, instance, by, latest, writes = [], denominator } = accumulator;
  const bodyOf = (id: string): string =>
    canonicalText(index.definitions.get(id)?.body ?? id, bodyOf);
  const keys = writes.map((write) => write.keys);
  const year = period === 'year' ? yearStart : '';
  return canonicalText([type, period, on, instance, by, latest, keys, denominator, year], bodyOf);
}

export function sourceOfInput(input: string, at: string | undefined): string {
  return at === undefined ? `fact ${input}` : `fact ${input} at ${at}`;
}

export function sourceOfState(accumulator: string): string {
  return `state ${accumulator}`;
}

/** A name of its own for what the other side declares otherwise. */
export function ownName({ unlike }: Joint, { name }: Pick<Side, 'name'>, id: string): string {
  return unlike.has(id) ? `${name} ${id}` : id;
}

function domainsOf(
  indexes: readonly ModuleIndex[],
  unlike: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [at, index] of indexes.entries()) {
    const side = at === 0 ? 'before' : 'after';
    const named = (id: string): string => (unlike.has(id) ? `${side} ${id}` : id);
    for (const { id, type } of index.inputs.values()) {
      const values = listedValues(type, indexes, 'both');
      if (values) found.set(sourceOfInput(named(id), undefined), values);
    }
    for (const { id, type } of index.accumulators.values()) {
      const values = listedValues(type, indexes, 'either');
      if (values) found.set(sourceOfState(named(id)), values);
    }
  }
  return found;
}

/** Facts have the values that both sides know; a state may be left by either. */
function listedValues(
  type: InputDeclaration['type'],
  indexes: readonly ModuleIndex[],
  whose: 'both' | 'either',
): readonly string[] | undefined {
  if (type.kind === 'boolean') return ['false', 'true'];
  if (type.kind !== 'enumeration' && type.kind !== 'set') return undefined;
  const lists = indexes.flatMap(({ enumerations }) => {
    const members = enumerations.get(type.enumeration)?.members;
    return members ? [members.map(({ name }) => name)] : [];
  });
  const all = [...new Set(lists.flat())];
  return whose === 'either'
    ? all
    : all.filter((each) => lists.every((list) => list.includes(each)));
}

/** What both sides allow of a number, in steps; an end that nobody declares is open. */
export function rangeOfInput(
  { before, after }: Joint,
  id: string,
  steps: bigint,
): { readonly low?: Rational; readonly high?: Rational } {
  const declared = [before, after].flatMap(({ index }) => index.inputs.get(id) ?? []);
  const read = (text: string | undefined): readonly Rational[] => {
    const value = text === undefined ? undefined : parseRational(text);
    return value ? [multiply(value, rational(steps))] : [];
  };
  const lows = declared.flatMap(({ low }) => read(low)).map((low) => rational(-floor(negate(low))));
  const highs = declared.flatMap(({ high }) => read(high)).map((high) => rational(floor(high)));
  return {
    ...(lows.length > 0 && { low: lows.reduce(greatest) }),
    ...(highs.length > 0 && { high: highs.reduce(least) }),
  };
}
