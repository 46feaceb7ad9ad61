import type { TextLanguage } from '@tiaoli/base';
import type { Policies } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { CaseAnswer } from '../../../../../../features/compare/behaviour-answers.ts';
import {
  askedExample,
  askedSequence,
} from '../../../../../../features/compare/server/asked-example.ts';
import { caseAnswer } from '../../../../../../features/compare/server/case-answer.ts';
import {
  jobGone,
  noSuchCase,
  notMade,
} from '../../../../../../features/compare/server/job-problems.ts';
import { sequenceAnswer } from '../../../../../../features/compare/server/sequence-answer.ts';
import { comparisonJobs } from '../../../../../../http/comparison-jobs.ts';
import { orProblem } from '../../../../../../http/or-problem.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import { storedPolicies } from '../../../../../../http/stored-policies.ts';
import type { FinishedComparison } from '../../../../../../jobs/comparison-jobs.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/**
 * A case of a comparison (`?result=…&region=…&example=…`, each by its place), settled step by step on both sides; of a
 * result alone the claims one after the other that show what it leaves behind.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const finished = comparisonJobs().finished((await params).job);
  if (!finished) return problemResponse(jobGone, language);
  return orProblem(notMade, language, async () => {
    const answer = await storedPolicies().live.ask((policies) =>
      answerFor(policies, finished, request.nextUrl.searchParams, language),
    );
    if (!answer) return problemResponse(noSuchCase, language);
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}

function answerFor(
  policies: Policies,
  { behaviour, sides }: FinishedComparison,
  search: URLSearchParams,
  language: TextLanguage,
): CaseAnswer | undefined {
  const example = askedExample(behaviour, search);
  if (example) return caseAnswer(policies, example, sides, language);
  const sequence = askedSequence(behaviour, search);
  return sequence && sequenceAnswer(policies, sequence, sides, language);
}
