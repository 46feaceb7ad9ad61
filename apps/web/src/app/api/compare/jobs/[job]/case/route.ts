import type { NextRequest } from 'next/server';
import { askedExample } from '../../../../../../features/compare/server/asked-example.ts';
import { caseAnswer } from '../../../../../../features/compare/server/case-answer.ts';
import { jobGone, noSuchCase } from '../../../../../../features/compare/server/job-problems.ts';
import { comparisonJobs } from '../../../../../../http/comparison-jobs.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import { storedPolicies } from '../../../../../../http/stored-policies.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** A case of a comparison (`?result=…&region=…&example=…`, each by its place), settled step by step on both sides. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const finished = comparisonJobs().finished((await params).job);
  if (!finished) return problemResponse(jobGone, language);
  const found = askedExample(finished.behaviour, request.nextUrl.searchParams);
  if (!found) return problemResponse(noSuchCase, language);
  const answer = await storedPolicies().live.ask((policies) =>
    caseAnswer(policies, found, finished.sides, language),
  );
  if (!answer) return problemResponse(noSuchCase, language);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
