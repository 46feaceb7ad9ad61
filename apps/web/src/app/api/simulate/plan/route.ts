import { bindScenario, findWatchlists } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import { withSides } from '../../../../features/compare/server/asked-sides.ts';
import { refusedComparison } from '../../../../features/compare/server/refused-comparison.ts';
import { askedWhatIf } from '../../../../features/simulate/server/asked-what-if.ts';
import { plannedTask } from '../../../../features/simulate/server/run-request.ts';
import { noSuchPopulation } from '../../../../features/simulate/server/simulate-problems.ts';
import type { PlanAnswer } from '../../../../features/simulate/simulate-answers.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { simulating } from '../../../../http/simulating.ts';

/** What else may be asked of a run, how long what is asked takes, or what is wrong with it; begins nothing. */
export async function GET(request: NextRequest): Promise<Response> {
  return withSides(request, async ({ old, now, policies, language }) => {
    const shared = simulating();
    const { searchParams } = request.nextUrl;
    const population = await shared.populations.find(searchParams.get('population') ?? '');
    if (population?.kind !== 'usable') return problemResponse(noSuchPopulation, language);
    const asked = await askedWhatIf(searchParams, shared);
    const whatIf = 'problem' in asked ? {} : asked.whatIf;
    const { scenario, diagnostics } = bindScenario(now);
    if (!scenario) return refusedComparison(diagnostics, language);
    const planned = plannedTask(policies, { old, now, population, whatIf }, shared);
    const faults = 'problem' in asked ? [asked.problem.title, asked.problem.detail] : [];
    const wrong = planned.diagnostics.flatMap(({ message, hint }) => [message, hint]);
    const answer: PlanAnswer = {
      values: scenario.edited ? shared.questions.movableValues(scenario.edited) : [],
      numbers: shared.questions.assumableNumbers(findWatchlists(old)),
      ...(planned.task && {
        seconds: shared.pace.secondsFor(planned.task.effort),
        scans: planned.task.effort.scans,
      }),
      faults: [...faults, ...wrong].flatMap((text) => (text ? [text[language]] : [])),
    };
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}
