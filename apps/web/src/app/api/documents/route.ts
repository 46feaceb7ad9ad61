import type { DayNumber } from '@tiaoli/base';
import { parseDate } from '@tiaoli/base';
import type { Policies } from '@tiaoli/workspace';
import { calculableDocuments, checkStatements, listDocuments, today } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { DocumentsAnswer } from '../../../features/documents/documents-answer.ts';
import { noSuchDay, problemResponse } from '../../../http/problem.ts';
import { requestLanguage } from '../../../http/request-language.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

/** The documents by place as of a day (`?on=YYYY-MM-DD`, today without it). */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = request.nextUrl.searchParams.get('on');
  const on = asked === null ? today() : parseDate(asked);
  if (on === undefined) return problemResponse(noSuchDay, requestLanguage(request));
  const answer = await storedPolicies().live.ask((policies) => answerFor(policies, on));
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

/** Policies that did not change are the same object, and a page asks for them every few seconds. */
const answers = new WeakMap<Policies, Map<DayNumber, DocumentsAnswer>>();

function answerFor(policies: Policies, on: DayNumber): DocumentsAnswer {
  const known = answers.get(policies) ?? new Map<DayNumber, DocumentsAnswer>();
  answers.set(policies, known);
  const answer = known.get(on) ?? {
    ...listDocuments(policies, { on, findings: checkStatements(policies) }),
    unreadable: policies.unreadable.map(({ span }) => span.file),
    calculable: calculableDocuments(policies),
  };
  known.set(on, answer);
  return answer;
}
