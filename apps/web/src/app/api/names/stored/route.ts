import type { NextRequest } from 'next/server';
import type { StoredAnswer } from '../../../../features/palette/palette-answers.ts';
import { askedWords } from '../../../../features/palette/server/asked-words.ts';
import { findStored } from '../../../../features/palette/server/find-stored.ts';
import { orMissing } from '../../../../http/or-missing.ts';

/** Drafts, proposals and published documents that have `?words=…` in their titles, of those that the one who asks may see. */
export async function GET(request: NextRequest): Promise<Response> {
  orMissing();
  const stored = await findStored(request, askedWords(request.nextUrl.searchParams));
  const answer: StoredAnswer = { stored };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
