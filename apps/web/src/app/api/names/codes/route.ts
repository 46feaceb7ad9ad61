import type { NextRequest } from 'next/server';
import type { CodesAnswer } from '../../../../features/palette/palette-answers.ts';
import { askedWords } from '../../../../features/palette/server/asked-words.ts';
import { findCodes, openedCatalogues } from '../../../../features/palette/server/find-codes.ts';
import { requestLanguage } from '../../../../http/request-language.ts';
import { storedPolicies } from '../../../../http/stored-policies.ts';

/** Rows of catalogues that hold today and have `?words=…`. The rows never change, so others may ask about the policies meanwhile. */
export async function GET(request: NextRequest): Promise<Response> {
  const { live, rowIndexes } = storedPolicies();
  const asked = {
    words: askedWords(request.nextUrl.searchParams),
    language: requestLanguage(request),
  };
  const catalogues = asked.words.trim() === '' ? [] : await live.ask(openedCatalogues);
  const answer: CodesAnswer = { codes: await findCodes(catalogues, asked, rowIndexes) };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
