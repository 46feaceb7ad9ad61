import type { DayNumber, TextLanguage } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { OpenedCatalogue } from '@tiaoli/workspace';
import { openCatalogue, today } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { Problem } from '../../../http/problem.ts';
import { noSuchDay, problemResponse } from '../../../http/problem.ts';
import { requestLanguage } from '../../../http/request-language.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';
import { ROWS_OF_PAGE } from '../catalogue-answers.ts';

/** What an address asks about a catalogue. */
export interface AskedCatalogue {
  readonly catalogue: OpenedCatalogue;
  readonly on: DayNumber;
  readonly language: TextLanguage;
  readonly search: URLSearchParams;
  /** Rows of the pages before (`?page=2`). */
  readonly offset: number;
  readonly most: number;
}

/**
 * Opens `?catalogue=…&place=…&on=…` and answers with what `answer` makes of it. The rows never change, so that others may
 * ask about the policies meanwhile.
 */
export async function withCatalogue(
  request: NextRequest,
  answer: (asked: AskedCatalogue) => Promise<object> | object,
): Promise<Response> {
  const language = requestLanguage(request);
  const search = request.nextUrl.searchParams;
  const on = dayIn(search, 'on') ?? today();
  const page = pageIn(search.get('page'));
  if (isBadDay(search, 'on') || isBadDay(search, 'since')) {
    return problemResponse(noSuchDay, language);
  }
  if (page === undefined) return problemResponse(noSuchPage, language);
  const place = search.get('place');
  const ref = search.get('catalogue') ?? '';
  const opening = await storedPolicies().live.ask((policies) =>
    openCatalogue(policies, { ref, on, ...(place !== null && { place }) }),
  );
  if (opening.kind === 'unknown') return problemResponse(noSuchCatalogue, language);
  if (opening.kind === 'unread') {
    return problemResponse(unreadRows(opening.files), language, { files: opening.files });
  }
  const offset = (page - 1) * ROWS_OF_PAGE;
  const { catalogue } = opening;
  const found = await answer({ catalogue, on, language, search, offset, most: ROWS_OF_PAGE });
  return Response.json(found, { headers: { 'cache-control': 'no-store' } });
}

/** The day that a parameter names; undefined without one. */
export function dayIn(search: URLSearchParams, name: string): DayNumber | undefined {
  const text = search.get(name);
  return text === null ? undefined : parseDate(text);
}

function isBadDay(search: URLSearchParams, name: string): boolean {
  return search.has(name) && dayIn(search, name) === undefined;
}

/** From 1; undefined for what is no page. */
function pageIn(text: string | null): number | undefined {
  if (text === null) return 1;
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}

const noSuchPage: Problem = {
  code: 'no-such-page',
  status: 400,
  title: { zh: '没有这一页。', en: 'There is no such page.' },
  detail: { zh: '页从 1 数起。', en: 'Pages are counted from 1.' },
};

const noSuchCatalogue: Problem = {
  code: 'unknown-catalogue',
  status: 404,
  title: {
    zh: '没有这个目录，或者这个地方没有调整过它。',
    en: 'There is no such catalogue, or the place changes nothing in it.',
  },
  detail: {
    zh: '请从列表里选择目录和地方。',
    en: 'Choose a catalogue and a place from the lists.',
  },
};

function unreadRows(files: readonly string[]): Problem {
  return {
    code: 'unread-catalogue',
    status: 409,
    title: {
      zh: `目录的文件 ${files.join('、')} 缺少或有错误，它的行不能用。`,
      en: `The files ${files.join(', ')} of the catalogue are missing or have errors: its rows cannot be used.`,
    },
    detail: {
      zh: '请用 tiaoli check 查看错误，改正后再看。',
      en: 'See the errors with tiaoli check, and mend them.',
    },
  };
}
