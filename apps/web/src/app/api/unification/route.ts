import type { DayNumber } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { Policies } from '@tiaoli/workspace';
import { provincesWithDocuments, today, unifyProvince } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { UnificationAnswer } from '../../../features/unification/unification-answer.ts';
import { noSuchDay, problemResponse } from '../../../http/problem.ts';
import { requestLanguage } from '../../../http/request-language.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

/** The matrix of a province (`?province=…`, the first without it) as of a day (`?on=YYYY-MM-DD`, today without it). */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const asked = searchParams.get('on');
  const on = asked === null ? today() : parseDate(asked);
  if (on === undefined) return problemResponse(noSuchDay, requestLanguage(request));
  const answer = await storedPolicies().live.ask((policies) =>
    answerFor(policies, searchParams.get('province'), on),
  );
  if (!answer) return problemResponse(noSuchProvince, requestLanguage(request));
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

function answerFor(
  policies: Policies,
  asked: string | null,
  on: DayNumber,
): UnificationAnswer | undefined {
  const provinces = provincesWithDocuments(policies);
  const province = asked ?? provinces[0];
  if (province === undefined) return { provinces };
  const { matrix } = unifyProvince(policies, { province, on });
  return matrix && { provinces, matrix };
}

const noSuchProvince = {
  code: 'unknown-province',
  status: 404,
  title: { zh: '没有这个省的文件。', en: 'There are no documents of this province.' },
  detail: { zh: '请从列表里选择一个省。', en: 'Choose a province from the list.' },
};
