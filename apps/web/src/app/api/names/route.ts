import { findNamed } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { NamesAnswer } from '../../../features/palette/palette-answers.ts';
import { askedWords } from '../../../features/palette/server/asked-words.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

/** As many as one would look through before writing another letter. */
const MOST = 30;

/** Documents, places, versions, clauses and declarations of the folder that have `?words=…` in their names, best first. */
export async function GET(request: NextRequest): Promise<Response> {
  const words = askedWords(request.nextUrl.searchParams);
  const answer: NamesAnswer = await storedPolicies().live.ask((policies) =>
    findNamed(policies, { words, most: MOST }),
  );
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
