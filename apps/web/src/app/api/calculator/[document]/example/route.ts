import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { addToDocument } from '../../../../../features/calculator/server/add-to-document.ts';
import { askedTarget } from '../../../../../features/calculator/server/asked-target.ts';
import { readBody } from '../../../../../features/calculator/server/read-body.ts';
import { problemResponse } from '../../../../../http/problem.ts';
import { requestLanguage } from '../../../../../http/request-language.ts';
import { folderIsReadOnly } from '../../../../../http/source-problems.ts';
import { isFolderReadOnly } from '../../../../../http/store-served.ts';
import { storedPolicies } from '../../../../../http/stored-policies.ts';

const shape = z.strictObject({
  case: z.record(z.string(), z.unknown()),
  name: z.string().max(200),
  expect: z.array(z.string().max(200)).max(500),
  path: z.string().max(1000),
  revision: z.hash('sha256').exactOptional(),
});

/** What a case would look like as a 算例 of its document; with the revision of what was shown, it is added there. */
export async function POST(request: NextRequest): Promise<Response> {
  const language = requestLanguage(request);
  const asked = askedTarget(request.url);
  if ('problem' in asked) return problemResponse(asked.problem, language);
  const read = await readBody(request, shape);
  if ('problem' in read) return problemResponse(read.problem, language);
  if (read.body.revision !== undefined && isFolderReadOnly()) {
    return problemResponse(folderIsReadOnly, language);
  }
  const answer = await addToDocument(storedPolicies(), read.body, asked.target, language);
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
}
