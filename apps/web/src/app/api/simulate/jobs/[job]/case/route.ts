import type { NextRequest } from 'next/server';
import { finishedRun } from '../../../../../../features/simulate/server/finished-run.ts';
import { personAnswer } from '../../../../../../features/simulate/server/person-answer.ts';
import {
  noSuchPerson,
  partNotMade,
  runGone,
} from '../../../../../../features/simulate/server/simulate-problems.ts';
import { orProblem } from '../../../../../../http/or-problem.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import { storedPolicies } from '../../../../../../http/stored-policies.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** One person of a run (`?case=…`, by its place), settled claim by claim under both versions. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const finished = finishedRun((await params).job);
  if (!finished) return problemResponse(runGone, language);
  const found = finished.cases[placeOf(request.nextUrl.searchParams.get('case'))];
  if (!found) return problemResponse(noSuchPerson, language);
  return orProblem(partNotMade, language, async () => {
    const answer = await storedPolicies().live.ask((policies) =>
      personAnswer(policies, found, finished.sides, language),
    );
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}

function placeOf(text: string | null): number {
  return /^\d{1,4}$/.test(text ?? '') ? Number(text) : -1;
}
