import { setImmediate } from 'node:timers/promises';
import type { NextRequest } from 'next/server';
import { caseFacts } from '../../../../../../features/simulate/server/case-facts.ts';
import { finishedRun } from '../../../../../../features/simulate/server/finished-run.ts';
import {
  partNotMade,
  runGone,
} from '../../../../../../features/simulate/server/simulate-problems.ts';
import type {
  CaseFacts,
  CasesAnswer,
} from '../../../../../../features/simulate/simulate-answers.ts';
import { orProblem } from '../../../../../../http/or-problem.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import { storedPolicies } from '../../../../../../http/stored-policies.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** In what the single people of a run differ. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const finished = finishedRun((await params).job);
  if (!finished) return problemResponse(runGone, language);
  return orProblem(partNotMade, language, async () => {
    const cases: CaseFacts[] = [];
    for (const each of finished.cases) {
      cases.push(
        await storedPolicies().live.ask((policies) => caseFacts(policies, each, finished.sides)),
      );
      // Each is settled on both sides: whoever else asks is answered in between.
      await setImmediate();
    }
    return Response.json({ cases } satisfies CasesAnswer, {
      headers: { 'cache-control': 'no-store' },
    });
  });
}
