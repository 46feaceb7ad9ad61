import type { NextRequest } from 'next/server';
import { accountsTooLong } from '../../../../features/simulate/server/simulate-problems.ts';
import type { AccountsAnswer } from '../../../../features/simulate/simulate-answers.ts';
import { problemResponse } from '../../../../http/problem.ts';
import { requestLanguage } from '../../../../http/request-language.ts';
import { simulating } from '../../../../http/simulating.ts';

const MOST_BYTES = 65_536;

/** Keeps accounts of the cities under a name, or says what is wrong line by line and keeps nothing. */
export async function POST(request: NextRequest): Promise<Response> {
  const language = requestLanguage(request);
  const length = Number(request.headers.get('content-length') ?? MOST_BYTES + 1);
  if (!(length <= MOST_BYTES)) return problemResponse(accountsTooLong, language);
  const text = await request.text();
  const { accounts, questions } = simulating();
  const read = questions.readAccounts(text);
  const answer: AccountsAnswer =
    read.kind === 'read'
      ? { kind: 'kept', name: await accounts.keep(text), cities: read.accounts.length }
      : {
          kind: 'faults',
          faults: read.faults.map(({ line, reason }) => ({ line, reason: reason[language] })),
        };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
