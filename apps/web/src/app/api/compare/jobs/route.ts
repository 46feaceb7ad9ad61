import type { BoundSides } from '@tiaoli/workspace';
import { bindSides } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { BegunAnswer } from '../../../../features/compare/behaviour-answers.ts';
import { withSides } from '../../../../features/compare/server/asked-sides.ts';
import { tooBusy } from '../../../../features/compare/server/job-problems.ts';
import { refusedComparison } from '../../../../features/compare/server/refused-comparison.ts';
import { comparisonJobs } from '../../../../http/comparison-jobs.ts';
import { problemResponse } from '../../../../http/problem.ts';

/** Begins to compare what `?old=…` and `?new=…` do with every claim, or joins who is comparing them already. `&intent=…` is judged too. */
export async function POST(request: NextRequest): Promise<Response> {
  return withBound(request, (sides, intent) => comparisonJobs().begin(sides, intent));
}

/** Under which name the comparison of the same is found as the documents are now; begins nothing. */
export async function GET(request: NextRequest): Promise<Response> {
  return withBound(request, (sides, intent) => comparisonJobs().nameOf(sides, intent));
}

function withBound(
  request: NextRequest,
  jobFor: (sides: BoundSides, intent: string | undefined) => string | undefined,
): Promise<Response> {
  return withSides(request, ({ old, now, language }) => {
    const { sides, diagnostics } = bindSides(old, now);
    if (!sides) return refusedComparison(diagnostics, language);
    const job = jobFor(sides, request.nextUrl.searchParams.get('intent') ?? undefined);
    if (job === undefined) return problemResponse(tooBusy, language);
    const answer: BegunAnswer = { job };
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}
