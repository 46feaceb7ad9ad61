import type { Diagnostic, TextLanguage } from '@tiaoli/base';
import type { NextRequest } from 'next/server';
import type { JobAnswer } from '../../../../../features/compare/behaviour-answers.ts';
import { jobGone } from '../../../../../features/compare/server/job-problems.ts';
import { knownAnswer } from '../../../../../features/compare/server/known-answers.ts';
import { comparisonJobs } from '../../../../../http/comparison-jobs.ts';
import { problemResponse } from '../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../http/request-language.ts';
import type { ComparisonJobs } from '../../../../../jobs/comparison-jobs.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** How far a comparison is; what came of it, once it is done. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const job = comparisonJobs().look((await params).job);
  if (!job) return problemResponse(jobGone, language);
  return Response.json(answerOf(job, language), { headers: { 'cache-control': 'no-store' } });
}

/** Stops a comparison that waits or runs. */
export async function DELETE(_request: NextRequest, { params }: Context): Promise<Response> {
  comparisonJobs().stop((await params).job);
  return new Response(undefined, { status: 204 });
}

function answerOf(
  { state, sides }: NonNullable<ReturnType<ComparisonJobs['look']>>,
  language: TextLanguage,
): JobAnswer {
  switch (state.kind) {
    case 'done':
      return { kind: 'done', answer: knownAnswer({ ...state, sides }, language) };
    case 'refused':
      return { kind: 'refused', reasons: reasonsOf(state.diagnostics, language) };
    case 'running':
      return { kind: 'running', ...(state.progress && { progress: state.progress }) };
    default:
      return state;
  }
}

function reasonsOf(diagnostics: readonly Diagnostic[], language: TextLanguage): readonly string[] {
  return diagnostics.map(({ message, hint }) =>
    [message[language], hint?.[language]].filter(Boolean).join(' '),
  );
}
