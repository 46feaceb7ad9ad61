import type { NextRequest } from 'next/server';
import { withSides } from '../../../../features/compare/server/asked-sides.ts';
import { refusedComparison } from '../../../../features/compare/server/refused-comparison.ts';
import { askedWhatIf } from '../../../../features/simulate/server/asked-what-if.ts';
import { plannedTask, runTask } from '../../../../features/simulate/server/run-request.ts';
import {
  noSuchPopulation,
  tooManyRuns,
} from '../../../../features/simulate/server/simulate-problems.ts';
import type { BegunJob } from '../../../../features/simulate/simulate-answers.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { simulating } from '../../../../http/simulating.ts';

/**
 * Begins to run `?population=…` under `?old=…` and `?new=…`, with what else the address asks, or joins who is running them
 * already.
 */
export async function POST(request: NextRequest): Promise<Response> {
  return withTask(request, plannedTask, (task) => simulating().jobs.begin(task));
}

/** Under which name the run of the same is found as documents and population are now; begins nothing. */
export async function GET(request: NextRequest): Promise<Response> {
  return withTask(request, runTask, (task) => simulating().jobs.nameOf(task));
}

function withTask<Task>(
  request: NextRequest,
  taskOf: (...asked: Parameters<typeof plannedTask>) => Omit<ReturnType<typeof runTask>, 'task'> & {
    readonly task?: Task;
  },
  jobFor: (task: Task) => string | undefined,
): Promise<Response> {
  return withSides(request, async ({ old, now, policies, language }) => {
    const shared = simulating();
    const { searchParams } = request.nextUrl;
    const population = await shared.populations.find(searchParams.get('population') ?? '');
    if (population?.kind !== 'usable') return problemResponse(noSuchPopulation, language);
    const asked = await askedWhatIf(searchParams, shared);
    if ('problem' in asked) return problemResponse(asked.problem, language);
    const { whatIf } = asked;
    const { task, diagnostics } = taskOf(policies, { old, now, population, whatIf }, shared);
    if (!task) return refusedComparison(diagnostics, language);
    const job = jobFor(task);
    if (job === undefined) return problemResponse(tooManyRuns, language);
    return Response.json({ job } satisfies BegunJob, { headers: { 'cache-control': 'no-store' } });
  });
}
