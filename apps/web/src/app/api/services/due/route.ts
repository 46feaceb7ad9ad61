import { parseDate } from '@tiaoli/base';
import { serviceDueDates } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { Problem } from '../../../../http/problem.ts';
import { noSuchDay, problemResponse } from '../../../../http/problem.ts';
import { requestLanguage } from '../../../../http/request-language.ts';
import { storedPolicies } from '../../../../http/stored-policies.ts';

/** By which day the services of a file (`?file=…`) are done when accepted on a day (`&accepted=YYYY-MM-DD`). */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const accepted = parseDate(searchParams.get('accepted') ?? '');
  if (accepted === undefined) return problemResponse(noSuchDay, requestLanguage(request));
  const file = searchParams.get('file') ?? '';
  const answer = await storedPolicies().live.ask((policies) =>
    serviceDueDates(policies, file, accepted),
  );
  if (!answer) return problemResponse(notUsable, requestLanguage(request));
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

const notUsable: Problem = {
  code: 'unusable-document',
  status: 404,
  title: {
    zh: '没有这个文件，或者它有错误，算不出办结期限。',
    en: 'There is no such document, or it has errors; no due date can be worked out.',
  },
  detail: {
    zh: '在政策文件里打开它，改正错误后再试。',
    en: 'Open it among the documents, mend the errors and try again.',
  },
};
