import type { SimulationResult } from '@tiaoli/simulation';
import type { NextRequest } from 'next/server';
import { runDocument } from '../../../../../../features/simulate/server/run-document.ts';
import { orMissing } from '../../../../../../http/or-missing.ts';
import { requestLanguage } from '../../../../../../http/request-language.ts';
import { readAsAsker } from '../../../../../../http/store-api.ts';

interface Context {
  readonly params: Promise<{ readonly run: string }>;
}

/** A run of the store as a file (`?format=html`, `docx`, `csv` or `json`), for whoever may see the run. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  orMissing();
  const { run } = await params;
  const answer = await readAsAsker(request, `/runs/${encodeURIComponent(run)}/result`);
  if (!answer.ok) return answer;
  const result: SimulationResult = await answer.json();
  const format = request.nextUrl.searchParams.get('format');
  return runDocument(result, format, requestLanguage(request));
}
