import type { NextRequest } from 'next/server';
import { finishedRun } from '../../../../../../features/simulate/server/finished-run.ts';
import { runDocument } from '../../../../../../features/simulate/server/run-document.ts';
import { runGone } from '../../../../../../features/simulate/server/simulate-problems.ts';
import { problemResponse } from '../../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';

interface Context {
  readonly params: Promise<{ readonly job: string }>;
}

/** A run that is done as a file to keep or to send (`?format=html`, `docx`, `csv` or `json`). */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const language = requestLanguage(request);
  const finished = finishedRun((await params).job);
  if (!finished) return problemResponse(runGone, language);
  return runDocument(finished.result, request.nextUrl.searchParams.get('format'), language);
}
