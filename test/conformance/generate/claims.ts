import { dayOfNumber, dayOfText } from '../reference/calendar.ts';
import type { Fraction } from '../reference/fraction.ts';
import type { ClaimFacts, Facts, FactValue } from '../reference/model.ts';
import { changeDays } from './composer.ts';
import type { Draw } from './draw.ts';
import { members, payerField } from './households.ts';
import { categories, hospitals, itemClasses, levels, places, statuses } from './prelude.ts';

export interface GeneratedClaim extends ClaimFacts {
  /** A fact was left out: results that need it are 待补充. */
  readonly incomplete: boolean;
  /** The cost lies within 1 fen of an amount at which something changes. */
  readonly nearBreakpoint: boolean;
}

const FIRST = dayOfText('2023-06-01');
const LAST = dayOfText('2025-02-28');

/** Ascending days of settlement around changes of version and of year; more of them where several people share accounts. */
export function drawDays(draw: Draw, isShared: boolean): readonly number[] {
  const count = draw.pick(isShared ? [3, 4, 5] : [1, 2, 2, 3, 3, 4, 5, 6]);
  const days = Array.from({ length: count }, () => drawDay(draw));
  return days.sort((left, right) => left - right);
}

/** Often on the very day on which versions change, or the day before. */
function drawDay(draw: Draw): number {
  const choice = draw.integer(1, 10);
  if (choice <= 3) return draw.pick(changeDays) + draw.integer(-1, 0);
  return choice <= 6 ? draw.pick(changeDays) + draw.integer(-3, 40) : draw.integer(FIRST, LAST);
}

export interface Person {
  readonly facts: Facts;
  /** 身份 (按日): until the day before `changes`, and from then on. */
  readonly status: { readonly before: string; readonly after: string; readonly changes: number };
}

/** Facts about the person; all but the status are the same on every claim. */
export function drawPerson(draw: Draw): Person {
  return {
    facts: new Map<string, FactValue>([
      ['年龄', BigInt(draw.integer(0, 100))],
      ['连续年数', BigInt(draw.integer(0, 40))],
      ['人员类别', new Set(draw.some(categories, 0, 4))],
      ['困难', draw.chance(40)],
    ]),
    status: {
      before: draw.pick(statuses),
      after: draw.pick(statuses),
      changes: draw.pick(changeDays),
    },
  };
}

/**
 * One claim. Half of the costs are drawn at a breakpoint of the document, as it stands or less what was accumulated so
 * far, and one fen beside it.
 */
export function drawClaim(
  draw: Draw,
  person: Person,
  {
    day,
    last,
    breakpoints,
    accumulated,
    drawItem,
    drawRecords,
  }: {
    readonly day: number;
    readonly last: boolean;
    readonly breakpoints: readonly bigint[];
    readonly accumulated: readonly Fraction[];
    readonly drawItem?: ((draw: Draw) => Facts) | undefined;
    readonly drawRecords?: ((draw: Draw) => readonly Facts[]) | undefined;
  },
): GeneratedClaim {
  const { cost, near } = drawCost(draw, breakpoints, accumulated);
  const discharged = draw.chance(20) ? lastOfMonthBefore(day) : day - draw.pick([0, 0, 1, 2, 5]);
  const stay = draw.chance(50) ? draw.integer(1, 60) : draw.integer(1, 6) * 15 + draw.integer(0, 1);
  const facts = new Map<string, FactValue>([
    ...person.facts,
    ['身份', day < person.status.changes ? person.status.before : person.status.after],
    ['成员', draw.pick(members)],
    [payerField, draw.pick(members)],
    ['结算号', `c${day}`],
    ['结算日期', BigInt(day)],
    ['出院日期', BigInt(discharged)],
    ['入院日期', BigInt(discharged - stay)],
    ['就诊号', draw.pick(['v1', 'v2'])],
    ['住院号', draw.pick(['s1', 's2'])],
    ['医院', draw.pick(hospitals)],
    ['住院天数', BigInt(stay)],
    ['医院级别', draw.pick(levels)],
    ['就医地', draw.pick(places)],
    ['费用', cost],
    ['其他费用', draw.chance(30) ? 0n : BigInt(draw.integer(0, 500_000))],
    ['商保赔付', draw.chance(50) ? null : BigInt(draw.integer(0, 1_000_000))],
    ['登记日期', draw.chance(50) ? null : BigInt(day - 100)],
  ]);
  const incomplete = last && draw.chance(8);
  if (incomplete) facts.delete(draw.pick(OMITTED));
  const items = drawItems(draw, drawItem);
  const records = drawRecords?.(draw) ?? [];
  return { facts, items, records, incomplete, nearBreakpoint: near };
}

/** Where adding months meets the ends of months. */
function lastOfMonthBefore(day: number): number {
  return day - dayOfNumber(day).day;
}

const OMITTED = ['医院级别', '就医地', '年龄', '人员类别', '困难', '费用', '商保赔付', '医院'];

function drawItems(draw: Draw, more?: (draw: Draw) => Facts): readonly Facts[] {
  return Array.from(
    { length: draw.integer(0, 3) },
    () =>
      new Map<string, FactValue>([
        ['类别', draw.pick(itemClasses)],
        ['金额', BigInt(draw.integer(0, 300_000))],
        ['数量', BigInt(draw.integer(0, 9))],
        ...(more?.(draw) ?? []),
      ]),
  );
}

function drawCost(
  draw: Draw,
  breakpoints: readonly bigint[],
  accumulated: readonly Fraction[],
): { readonly cost: bigint; readonly near: boolean } {
  const used = accumulated.filter(({ top, bottom }) => top > 0n && top % bottom === 0n);
  if (breakpoints.length > 0 && draw.chance(60)) {
    const point = draw.pick(breakpoints);
    const other = draw.chance(25) ? draw.pick(breakpoints) : 0n;
    const less = used.length > 0 && draw.chance(50) ? draw.pick(used) : undefined;
    const taken = less ? less.top / less.bottom : 0n;
    const cost = point + other - taken + BigInt(draw.integer(-1, 1));
    if (cost >= 0n) return { cost, near: true };
  }
  const yuan = draw.integer(1, draw.pick([500, 5000, 50_000, 200_000]));
  return {
    cost: BigInt(yuan) * 100n + BigInt(draw.chance(50) ? draw.integer(0, 99) : 0),
    near: false,
  };
}
