import type { NextRequest } from 'next/server';
import { askedPopulation, makeTask } from '../../../../features/simulate/server/make-request.ts';
import { populationsAnswer } from '../../../../features/simulate/server/populations-answer.ts';
import {
  noReferenceRules,
  notMakable,
  tooManyRuns,
} from '../../../../features/simulate/server/simulate-problems.ts';
import type { BegunJob } from '../../../../features/simulate/simulate-answers.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { requestLanguage } from '../../../../http/request-language.ts';
import { simulating } from '../../../../http/simulating.ts';
import { storedPolicies } from '../../../../http/stored-policies.ts';

/** The populations that lie on the server, and which can be made. */
export async function GET(request: NextRequest): Promise<Response> {
  const answer = await populationsAnswer(simulating(), requestLanguage(request));
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}

/** Begins to make the sample of `?province=…&preset=…`, or joins who is making it. */
export async function POST(request: NextRequest): Promise<Response> {
  const language = requestLanguage(request);
  const shared = simulating();
  const asked = askedPopulation(request.nextUrl.searchParams, shared.makable);
  if (!asked) return problemResponse(notMakable, language);
  const task = await storedPolicies().live.ask((policies) => makeTask(policies, asked, shared));
  if (!task) return problemResponse(noReferenceRules, language);
  const job = shared.jobs.begin(task);
  if (job === undefined) return problemResponse(tooManyRuns, language);
  return Response.json({ job } satisfies BegunJob, { headers: { 'cache-control': 'no-store' } });
}
