import type { NextRequest } from 'next/server';
import { jobAnswer } from '../../../../../features/simulate/server/job-answer.ts';
import { runGone } from '../../../../../features/simulate/server/simulate-problems.ts';
import { problemResponse } from '../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../http/request-language.ts';
import { simulating } from '../../../../../http/simulating.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** How far a run is, or a population that is made; what came of it, once it is done. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const job = simulating().jobs.look((await params).job);
  if (!job) return problemResponse(runGone, language);
  return Response.json(jobAnswer(job, language), { headers: { 'cache-control': 'no-store' } });
}

/** Stops what waits or runs. */
export async function DELETE(_request: NextRequest, { params }: Context): Promise<Response> {
  simulating().jobs.stop((await params).job);
  return new Response(undefined, { status: 204 });
}
