import type { Node } from './node.ts';
import type { Branch, Maker } from './operators.ts';
import {
  allOf,
  anyOf,
  arithmetic,
  compareNodes,
  divide,
  extremeOf,
  firstOf,
  integer,
} from './operators.ts';

/*
 * The calendar in integers, the same arithmetic as `calendar-date.ts` of base: days are counted from 1970-01-01 = 0,
 * years from March, so that the leap day is the last of one. Functions of the databases would bring their time zones.
 */

/** Whole numbers, each by its shortest name. */
function integersOf(maker: Maker) {
  const whole = (value: number): Node => integer(maker, value);
  return {
    whole,
    plus: (a: Node, b: Node): Node => arithmetic(maker, '+', a, b),
    minus: (a: Node, b: Node): Node => arithmetic(maker, '-', a, b),
    times: (a: Node, b: number): Node => arithmetic(maker, '*', a, whole(b)),
    over: (a: Node, b: number): Node => divide(maker, a, whole(b)),
    is: (a: Node, b: number): Node => compareNodes(maker, '=', a, whole(b)),
    isBelow: (a: Node, b: number): Node => compareNodes(maker, '<', a, whole(b)),
    choose: (branches: readonly Branch[], last: Node): Node => firstOf(maker, branches, last),
  };
}

/** The year since March of year 0, and the day in it from 0. */
function marchYear(maker: Maker, day: Node): { readonly year: Node; readonly inYear: Node } {
  const { whole, plus, minus, times, over } = integersOf(maker);
  const shifted = plus(day, whole(719_468));
  const era = over(shifted, 146_097);
  const inEra = minus(shifted, times(era, 146_097));
  const withoutLeapDays = minus(
    plus(minus(inEra, over(inEra, 1460)), over(inEra, 36_524)),
    over(inEra, 146_096),
  );
  const year = over(withoutLeapDays, 365);
  const before = minus(plus(times(year, 365), over(year, 4)), over(year, 100));
  return { year: plus(year, times(era, 400)), inYear: minus(inEra, before) };
}

export interface CivilDate {
  readonly year: Node;
  readonly month: Node;
  readonly day: Node;
}

export function civilOf(maker: Maker, day: Node): CivilDate {
  const { whole, plus, minus, times, over, isBelow, choose } = integersOf(maker);
  const { year, inYear } = marchYear(maker, day);
  const march = over(plus(times(inYear, 5), whole(2)), 153);
  const isOwnYear = isBelow(march, 10);
  return {
    year: choose([[isOwnYear, year]], plus(year, whole(1))),
    month: choose([[isOwnYear, plus(march, whole(3))]], minus(march, whole(9))),
    day: plus(minus(inYear, over(plus(times(march, 153), whole(2)), 5)), whole(1)),
  };
}

/** Months since year 0. */
export function monthIndexOf(maker: Maker, day: Node): Node {
  const { whole, plus, minus, times } = integersOf(maker);
  const { year, month } = civilOf(maker, day);
  return minus(plus(times(year, 12), month), whole(1));
}

export function insuredYearOf(
  maker: Maker,
  date: Node,
  { month, day }: { readonly month: number; readonly day: number },
): Node {
  const { whole, plus, minus, isBelow, choose } = integersOf(maker);
  const { year, inYear } = marchYear(maker, date);
  const march = month > 2 ? month - 3 : month + 9;
  const first = Math.floor((153 * march + 2) / 5) + day - 1;
  const own = month > 2 ? year : plus(year, whole(1));
  return choose([[isBelow(inYear, first), minus(own, whole(1))]], own);
}

/** The day number of a date. */
export function daysOf(maker: Maker, { year, month, day }: CivilDate): Node {
  const { whole, plus, minus, times, over, isBelow, choose } = integersOf(maker);
  const isEarly = isBelow(month, 3);
  const own = choose([[isEarly, minus(year, whole(1))]], year);
  const era = over(own, 400);
  const inEra = minus(own, times(era, 400));
  const march = choose([[isEarly, plus(month, whole(9))]], minus(month, whole(3)));
  const inYear = minus(plus(over(plus(times(march, 153), whole(2)), 5), day), whole(1));
  const leaps = minus(over(inEra, 4), over(inEra, 100));
  const days = plus(plus(times(era, 146_097), times(inEra, 365)), plus(leaps, inYear));
  return minus(days, whole(719_468));
}

function monthAt(maker: Maker, index: Node): Omit<CivilDate, 'day'> {
  const { whole, plus, minus, times, over } = integersOf(maker);
  const year = over(index, 12);
  return { year, month: plus(minus(index, times(year, 12)), whole(1)) };
}

export function firstOfYear(maker: Maker, year: Node): Node {
  const { whole } = integersOf(maker);
  return daysOf(maker, { year, month: whole(1), day: whole(1) });
}

export function firstOfNextMonth(maker: Maker, day: Node): Node {
  const { whole, plus } = integersOf(maker);
  const next = plus(monthIndexOf(maker, day), whole(1));
  return daysOf(maker, { ...monthAt(maker, next), day: whole(1) });
}

/** The same day of another month, its last one where that is shorter. */
export function addMonths(maker: Maker, day: Node, months: Node): Node {
  const { plus } = integersOf(maker);
  const target = monthAt(maker, plus(monthIndexOf(maker, day), months));
  const inMonth = extremeOf(maker, 'min', [civilOf(maker, day).day, lastOf(maker, target)]);
  return daysOf(maker, { ...target, day: inMonth });
}

function lastOf(maker: Maker, { year, month }: Omit<CivilDate, 'day'>): Node {
  const { whole, times, over, is, choose } = integersOf(maker);
  const isMultiple = (by: number): Node =>
    compareNodes(maker, '=', times(over(year, by), by), year);
  const isNoCentury = compareNodes(maker, '!=', times(over(year, 100), 100), year);
  const isLeap = anyOf(maker, [allOf(maker, [isMultiple(4), isNoCentury]), isMultiple(400)]);
  const isShort = anyOf(maker, [is(month, 4), is(month, 6), is(month, 9), is(month, 11)]);
  const february = choose([[isLeap, whole(29)]], whole(28));
  return choose(
    [
      [is(month, 2), february],
      [isShort, whole(30)],
    ],
    whole(31),
  );
}
