import type { DayNumber } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import { z } from 'zod';
import type { Problem } from '../../../http/problem.ts';

/** For which day and place an address asks. */
export interface AskedTarget {
  readonly on?: DayNumber;
  readonly jurisdiction?: string;
}

const shape = z.strictObject({
  on: z.string().max(20).optional(),
  place: z.string().min(1).max(100).optional(),
});

/** The `on` and `place` of an address; anything else in it is a mistake. */
export function askedTarget(
  address: string,
): { readonly target: AskedTarget } | { readonly problem: Problem } {
  const asked = shape.safeParse(Object.fromEntries(new URL(address).searchParams));
  if (!asked.success) return { problem: wrongAddress };
  const { on, place } = asked.data;
  const day = on === undefined ? undefined : parseDate(on);
  if (on !== undefined && day === undefined) return { problem: noSuchDay };
  return {
    target: {
      ...(day !== undefined && { on: day }),
      ...(place !== undefined && { jurisdiction: place }),
    },
  };
}

const wrongAddress: Problem = {
  code: 'wrong-address',
  status: 400,
  title: { zh: '地址里有不认识的内容。', en: 'The address holds something unknown.' },
  detail: {
    zh: '地址里只能写日期（on）和地区（place）；案例的内容不写在地址里。',
    en: 'It may hold a day (on) and a place (place); facts of a case never stand there.',
  },
};

const noSuchDay: Problem = {
  code: 'no-such-day',
  status: 400,
  title: { zh: '日历上没有这一天。', en: 'There is no such day in the calendar.' },
  detail: { zh: '日期写作 2024-07-01。', en: 'A day is written 2024-07-01.' },
};
