import { parseDate, printDate } from '@tiaoli/base';
import type { ChangeKind } from '@tiaoli/workspace';
import { changeKinds, compareRows } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { ChangesAnswer } from '../../../../features/catalogues/catalogue-answers.ts';
import { dayIn, withCatalogue } from '../../../../features/catalogues/server/asked-catalogue.ts';
import { catalogueFacts } from '../../../../features/catalogues/server/catalogue-facts.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { requestLanguage } from '../../../../http/request-language.ts';

/** What is another on `?on=…` than on `?since=…`, the day before the edition in force without it; `?kind=…` alone. */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams.get('kind');
  const kind = changeKinds.find((each) => each === asked);
  if (asked !== null && !kind) return problemResponse(noSuchKind, requestLanguage(request));
  return withCatalogue(request, ({ catalogue, search, on, language, offset, most }) => {
    const facts = catalogueFacts(catalogue);
    const edition = facts.editions.map(parseDate).find((day = on + 1) => day <= on);
    const before = dayIn(search, 'since') ?? (edition ?? on + 1) - 1;
    const page = { language, offset, most, ...(kind && { kind: kind satisfies ChangeKind }) };
    const answer: ChangesAnswer = {
      ...compareRows(catalogue, { before, after: on, ...page }),
      catalogue: facts,
      since: printDate(before),
      on: printDate(on),
    };
    return answer;
  });
}

const noSuchKind = {
  code: 'no-such-kind',
  status: 400,
  title: { zh: '没有这一类变化。', en: 'There is no such kind of change.' },
  detail: {
    zh: `可以写：${changeKinds.join('、')}。`,
    en: `Write one of: ${changeKinds.join(', ')}.`,
  },
};
