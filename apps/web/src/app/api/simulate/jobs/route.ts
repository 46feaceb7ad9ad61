import type { NextRequest } from 'next/server';
import { withSides } from '../../../../features/compare/server/asked-sides.ts';
import { refusedComparison } from '../../../../features/compare/server/refused-comparison.ts';
import { runTask } from '../../../../features/simulate/server/run-request.ts';
import {
  noSuchPopulation,
  tooManyRuns,
} from '../../../../features/simulate/server/simulate-problems.ts';
import type { BegunJob } from '../../../../features/simulate/simulate-answers.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { simulating } from '../../../../http/simulating.ts';
import type { RunTask } from '../../../../jobs/simulation-jobs.ts';

/** Begins to run `?population=…` under `?old=…` and `?new=…`, or joins who is running them already. */
export async function POST(request: NextRequest): Promise<Response> {
  return withTask(request, (task) => simulating().jobs.begin(task));
}

/** Under which name the run of the same is found as documents and population are now; begins nothing. */
export async function GET(request: NextRequest): Promise<Response> {
  return withTask(request, (task) => simulating().jobs.nameOf(task));
}

function withTask(
  request: NextRequest,
  jobFor: (task: RunTask) => string | undefined,
): Promise<Response> {
  return withSides(request, async ({ old, now, policies, language }) => {
    const shared = simulating();
    const name = request.nextUrl.searchParams.get('population') ?? '';
    const population = await shared.populations.find(name);
    if (population?.kind !== 'usable') return problemResponse(noSuchPopulation, language);
    const { task, diagnostics } = runTask(policies, { old, now, population }, shared);
    if (!task) return refusedComparison(diagnostics, language);
    const job = jobFor(task);
    if (job === undefined) return problemResponse(tooManyRuns, language);
    return Response.json({ job } satisfies BegunJob, { headers: { 'cache-control': 'no-store' } });
  });
}
