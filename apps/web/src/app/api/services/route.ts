import type { DayNumber } from '@tiaoli/base';
import { parseDate, printDate } from '@tiaoli/base';
import type { Policies } from '@tiaoli/workspace';
import { listServices, placesWithServices, today } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { ServicesAnswer } from '../../../features/services/services-answer.ts';
import type { Problem } from '../../../http/problem.ts';
import { noSuchDay, problemResponse } from '../../../http/problem.ts';
import { requestLanguage } from '../../../http/request-language.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

interface Days {
  readonly before?: DayNumber;
  readonly after?: DayNumber;
}

/** The services of a place (`?place=…`, the one with most of them without it) on two days (`before`, `after`). */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const days = daysIn(searchParams);
  if ('code' in days) return problemResponse(days, requestLanguage(request));
  const place = searchParams.get('place') ?? undefined;
  const answer = await storedPolicies().live.ask((policies) => answerFor(policies, place, days));
  if (!answer) return problemResponse(noSuchPlace, requestLanguage(request));
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

function daysIn(asked: URLSearchParams): Days | Problem {
  const [before, after] = ['before', 'after'].map((name) => asked.get(name) ?? undefined);
  const [first, last] = [before, after].map((text) =>
    text === undefined ? undefined : parseDate(text),
  );
  const isWrong = (before && first === undefined) || (after && last === undefined);
  if (isWrong || before === '' || after === '') return noSuchDay;
  if (first !== undefined && last !== undefined && first > last) return reversedDays;
  return {
    ...(first !== undefined && { before: first }),
    ...(last !== undefined && { after: last }),
  };
}

function answerFor(
  policies: Policies,
  asked: string | undefined,
  days: Days,
): ServicesAnswer | undefined {
  const places = placesWithServices(policies);
  const place = asked ?? places[0];
  const common = { places, today: printDate(today()) };
  if (place === undefined) return { ...common, list: { documents: [], leftOut: [] } };
  const list = listServices(policies, { place, ...days });
  const isKnown = places.includes(place) || list.leftOut.length > 0;
  return isKnown ? { ...common, place, list } : undefined;
}

const reversedDays: Problem = {
  code: 'reversed-days',
  status: 400,
  title: {
    zh: '前一天晚于后一天，前后对照没有意义。',
    en: 'The earlier day is after the later one; there is no before and after.',
  },
  detail: { zh: '请把两个日期对调。', en: 'Exchange the two days.' },
};

const noSuchPlace: Problem = {
  code: 'unknown-place',
  status: 404,
  title: { zh: '这个地方没有写出经办事项的文件。', en: 'No document of this place has services.' },
  detail: { zh: '请从列表里选择一个地方。', en: 'Choose a place from the list.' },
};
