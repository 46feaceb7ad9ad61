import type { LocalText, TextLanguage } from '@tiaoli/base';

/** What a page is told when something cannot be done (RFC 9457): a fact, and a remedy where there is one. */
export interface Problem {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly status: number;
  /** The fact, in one sentence. */
  readonly title: LocalText;
  /** What to do about it. */
  readonly detail?: LocalText;
}

/** The answer that says so; `more` are members of its own. */
export function problemResponse(
  { code, status, title, detail }: Problem,
  language: TextLanguage,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  const body = {
    type: `about:blank#${code}`,
    code,
    status,
    title: title[language],
    ...(detail && { detail: detail[language] }),
    ...more,
  };
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** An address asks for a day that no calendar has. */
export const noSuchDay: Problem = {
  code: 'no-such-day',
  status: 400,
  title: { zh: '日历上没有这一天。', en: 'There is no such day in the calendar.' },
  detail: { zh: '日期写作 2024-07-01。', en: 'A day is written 2024-07-01.' },
};
