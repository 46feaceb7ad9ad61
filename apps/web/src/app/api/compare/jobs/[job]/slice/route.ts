import type { Rational } from '@tiaoli/base';
import { fenOfYuan } from '@tiaoli/base';
import type { NextRequest } from 'next/server';
import type { FoundExample } from '../../../../../../features/compare/server/asked-example.ts';
import { askedExample } from '../../../../../../features/compare/server/asked-example.ts';
import {
  jobGone,
  noSuchCase,
  notMade,
} from '../../../../../../features/compare/server/job-problems.ts';
import { sliceAnswer } from '../../../../../../features/compare/server/slice-answer.ts';
import { comparisonDesk, comparisonJobs } from '../../../../../../http/comparison-jobs.ts';
import { orProblem } from '../../../../../../http/or-problem.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import type { SliceRequest } from '../../../../../../jobs/comparison-desk.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** A result over one fact of a case (`&input=…`, the largest without it), or at one amount of it (`&at=` yuan). */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const { job: id } = await params;
  const finished = comparisonJobs().finished(id);
  if (!finished) return problemResponse(jobGone, language);
  const { searchParams } = request.nextUrl;
  const { behaviour } = finished;
  const found = askedExample(behaviour, searchParams);
  if (!found) return problemResponse(noSuchCase, language);
  const { before, after } = behaviour;
  const question = questionOf(found, searchParams);
  return orProblem(notMade, language, async () => {
    const slice = await comparisonDesk().slice({ job: id, programs: { before, after }, question });
    const answer = sliceAnswer(slice, found, language);
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}

function questionOf({ result, example }: FoundExample, search: URLSearchParams): SliceRequest {
  const { name, kind } = result;
  const { facts, state } = example;
  const input = search.get('input');
  const at: Rational | undefined = fenOfYuan(search.get('at') ?? '');
  return {
    ...{ facts, state, result: { name, kind } },
    ...(input !== null && { input }),
    ...(at && { low: at, high: at }),
  };
}
