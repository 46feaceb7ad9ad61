import type { Emission } from './emission.ts';
import { addHelper } from './emission.ts';
import type { FunctionBody, Node, Statement } from './node.ts';
import { call, local, long } from './node.ts';
import {
  allOf,
  anyOf,
  arithmetic,
  compareLong,
  isAboveUnsigned,
  isZeroLong,
  not,
  quotient,
  select,
} from './operators.ts';

/**
 * The arithmetic of `calendar-date.ts` of base, as functions of the module.
 *
 * Years are counted from a year so far back that every date lies behind it: then dividing goes down everywhere.
 */
const eras = 1_000n;
const yearsBefore = eras * 400n;
const daysBefore = eras * 146_097n + 719_468n;

const { add, subtract, multiply, and, shiftLeft, shiftRight } = arithmetic;

/** The year counted from March, in its place in the era, and the day of it, of the day in local 0. */
function marchYear(): readonly Statement[] {
  const [shifted, era, day, year] = [1, 2, 3, 4].map((index) => local('i64', index)) as [
    Node,
    Node,
    Node,
    Node,
  ];
  const leaps = add(
    subtract(subtract(day, quotient(day, 1_460n)), quotient(day, 146_096n)),
    quotient(day, 36_524n),
  );
  const daysOfYears = subtract(
    add(multiply(year, long(365)), quotient(year, 4n)),
    quotient(year, 100n),
  );
  return [
    { kind: 'set', local: 1, value: add(local('i64', 0), long(daysBefore)) },
    { kind: 'set', local: 2, value: quotient(shifted, 146_097n) },
    { kind: 'set', local: 3, value: subtract(shifted, multiply(era, long(146_097))) },
    { kind: 'set', local: 4, value: quotient(leaps, 365n) },
    { kind: 'set', local: 5, value: subtract(day, daysOfYears) },
  ];
}

const era = local('i64', 2);
const yearOfEra = local('i64', 4);
const dayOfYear = local('i64', 5);
const marchMonth = local('i64', 6);

function yearFromMarch(): Node {
  return subtract(add(yearOfEra, multiply(era, long(400))), long(yearsBefore));
}

function civilFunction(): FunctionBody {
  const isBehind = compareLong['<'](marchMonth, long(10));
  const month = add(marchMonth, select(isBehind, long(3), long(-9)));
  const year = add(yearFromMarch(), select(isBehind, long(0), long(1)));
  const firstOfMonth = quotient(add(multiply(marchMonth, long(153)), long(2)), 5n);
  const day = add(subtract(dayOfYear, firstOfMonth), long(1));
  return {
    ref: { name: 'civil', parameters: ['i64'], result: 'i64' },
    locals: ['i64', 'i64', 'i64', 'i64', 'i64', 'i64'],
    statements: [
      ...marchYear(),
      {
        kind: 'set',
        local: 6,
        value: quotient(add(multiply(dayOfYear, long(5)), long(2)), 153n),
      },
    ],
    result: add(add(shiftLeft(year, long(9)), shiftLeft(month, long(5))), day),
  };
}

/** A day as `year * 512 + month * 32 + day`. */
export function civil(emission: Emission, day: Node): Node {
  return call(addHelper(emission, 'civil', civilFunction), day);
}

export function yearOf(date: Node): Node {
  return shiftRight(date, long(9));
}

export function monthOf(date: Node): Node {
  return and(shiftRight(date, long(5)), long(15));
}

export function dayOf(date: Node): Node {
  return and(date, long(31));
}

/** The month counted from the year 0. */
export function monthIndex(emission: Emission, day: Node): Node {
  const date = addHelper(emission, 'monthIndex', () => ({
    ref: { name: 'monthIndex', parameters: ['i64'], result: 'i64' },
    locals: ['i64'],
    statements: [{ kind: 'set', local: 1, value: civil(emission, local('i64', 0)) }],
    result: indexOf(local('i64', 1)),
  }));
  return call(date, day);
}

function indexOf(date: Node): Node {
  return subtract(add(multiply(yearOf(date), long(12)), monthOf(date)), long(1));
}

/** The leap day is the last of a year counted from March, so the first day of the insured year is the same in each. */
export function insuredYearOf(emission: Emission, day: Node): Node {
  const { month, day: first } = emission.yearStart;
  const start = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + first - 1;
  const helper = addHelper(emission, 'insuredYear', () =>
    insuredYearFunction(long(start), long(month > 2 ? 0 : 1)),
  );
  return call(helper, day);
}

/** 1900-03-01 and the day before 2100-03-01: between them each fourth year is a leap year, and one division is enough. */
const plainFrom = -25_508;
const plainDays = 73_049;

function insuredYearFunction(start: Node, shift: Node): FunctionBody {
  const [day, plain, year] = [local('i64', 0), local('i64', 6), local('i64', 7)] as const;
  const marchYears = quotient(add(multiply(plain, long(4)), long(3)), 1_461n);
  const yearDays = shiftRight(multiply(year, long(1_461)), long(2));
  const isBefore = (dayInYear: Node): Node =>
    select(compareLong['<'](dayInYear, start), long(1), long(0));
  const ofPlain = add(add(year, long(1_900)), shift);
  const general = subtract(add(yearFromMarch(), shift), isBefore(dayOfYear));
  return {
    ref: { name: 'insuredYear', parameters: ['i64'], result: 'i64' },
    locals: ['i64', 'i64', 'i64', 'i64', 'i64', 'i64', 'i64'],
    statements: [
      { kind: 'set', local: 6, value: subtract(day, long(plainFrom)) },
      {
        kind: 'if',
        condition: isAboveUnsigned(long(plainDays), plain),
        yes: [
          { kind: 'set', local: 7, value: marchYears },
          {
            kind: 'set',
            local: 7,
            value: subtract(ofPlain, isBefore(subtract(plain, yearDays))),
          },
        ],
        no: [...marchYear(), { kind: 'set', local: 7, value: general }],
      },
    ],
    result: year,
  };
}

function daysFunction(): FunctionBody {
  const [year, month, day] = [0, 1, 2].map((index) => local('i64', index)) as [Node, Node, Node];
  const [from, place] = [local('i64', 3), local('i64', 4)];
  const isEarly = compareLong['<='](month, long(2));
  const fromMarch = add(month, select(isEarly, long(9), long(-3)));
  const dayInYear = add(
    quotient(add(multiply(fromMarch, long(153)), long(2)), 5n),
    subtract(day, long(1)),
  );
  const eraDays = multiply(quotient(from, 400n), long(146_097));
  const yearDays = subtract(
    add(multiply(place, long(365)), quotient(place, 4n)),
    quotient(place, 100n),
  );
  const start = add(subtract(year, select(isEarly, long(1), long(0))), long(yearsBefore));
  return {
    ref: { name: 'days', parameters: ['i64', 'i64', 'i64'], result: 'i64' },
    locals: ['i64', 'i64'],
    statements: [
      { kind: 'set', local: 3, value: start },
      { kind: 'set', local: 4, value: subtract(from, multiply(quotient(from, 400n), long(400))) },
    ],
    result: subtract(add(add(eraDays, yearDays), dayInYear), long(daysBefore)),
  };
}

/** The day of a year, month and day of the month. */
function days(emission: Emission, year: Node, month: Node, day: Node): Node {
  return call(addHelper(emission, 'days', daysFunction), year, month, day);
}

export function yearStart(emission: Emission, year: Node): Node {
  return days(emission, year, long(1), long(1));
}

export function firstOfNextMonth(emission: Emission, day: Node): Node {
  const helper = addHelper(emission, 'firstOfNextMonth', () => {
    const index = local('i64', 1);
    return {
      ref: { name: 'firstOfNextMonth', parameters: ['i64'], result: 'i64' },
      locals: ['i64', 'i64'],
      statements: [
        { kind: 'set', local: 1, value: add(monthIndex(emission, local('i64', 0)), long(1)) },
        { kind: 'set', local: 2, value: yearOfIndex(index) },
      ],
      result: days(emission, local('i64', 2), monthInYear(index, local('i64', 2)), long(1)),
    };
  });
  return call(helper, day);
}

function yearOfIndex(index: Node): Node {
  return subtract(quotient(add(index, long(yearsBefore * 12n)), 12n), long(yearsBefore));
}

function monthInYear(index: Node, year: Node): Node {
  return add(subtract(index, multiply(year, long(12))), long(1));
}

/** The same day `months` later; the last day of the month where it has no such day. */
export function addMonths(emission: Emission, day: Node, months: Node): Node {
  return call(
    addHelper(emission, 'addMonths', () => addMonthsFunction(emission)),
    day,
    months,
  );
}

function addMonthsFunction(emission: Emission): FunctionBody {
  const [given, months, date, index, year, month, last] = [0, 1, 2, 3, 4, 5, 6].map((at) =>
    local('i64', at),
  ) as [Node, Node, Node, Node, Node, Node, Node];
  const least = select(compareLong['<'](dayOf(date), last), dayOf(date), last);
  return {
    ref: { name: 'addMonths', parameters: ['i64', 'i64'], result: 'i64' },
    locals: ['i64', 'i64', 'i64', 'i64', 'i64'],
    statements: [
      { kind: 'set', local: 2, value: civil(emission, given) },
      { kind: 'set', local: 3, value: add(indexOf(date), months) },
      { kind: 'set', local: 4, value: yearOfIndex(index) },
      { kind: 'set', local: 5, value: monthInYear(index, year) },
      { kind: 'set', local: 6, value: daysInMonth(year, month) },
    ],
    result: days(emission, year, month, least),
  };
}

function daysInMonth(year: Node, month: Node): Node {
  const isMultiple = (of: bigint): Node => {
    const shifted = add(year, long(yearsBefore));
    return isZeroLong(subtract(shifted, multiply(quotient(shifted, of), long(of))));
  };
  const isLeap = allOf([isMultiple(4n), anyOf([not(isMultiple(100n)), isMultiple(400n)])]);
  const isShort = anyOf([4, 6, 9, 11].map((each) => compareLong['='](month, long(each))));
  const february = select(isLeap, long(29), long(28));
  const other = select(isShort, long(30), long(31));
  return select(compareLong['='](month, long(2)), february, other);
}
