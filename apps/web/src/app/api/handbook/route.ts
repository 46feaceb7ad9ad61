import type { NextRequest } from 'next/server';
import { readHandbook } from '../../../features/handbook/server/read-handbook.ts';
import { searchHandbook } from '../../../features/handbook/server/search-handbook.ts';
import { requestLanguage } from '../../../http/request-language.ts';

/** The stretches of the handbook that hold every word of `?words=…`. */
export async function GET(request: NextRequest): Promise<Response> {
  const words = request.nextUrl.searchParams.get('words') ?? '';
  const handbook = await readHandbook(requestLanguage(request));
  return Response.json(searchHandbook(handbook, words.slice(0, 200)));
}
