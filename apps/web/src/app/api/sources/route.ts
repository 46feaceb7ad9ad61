import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { entityTag, hasTag } from '../../../http/revision-header.ts';
import { listSources } from '../../../http/source-list.ts';
import { storedPolicies } from '../../../http/stored-policies.ts';

export const dynamic = 'force-dynamic';

/** Every stored policy with its revision; 304 when none has changed. */
export async function GET(request: NextRequest): Promise<Response> {
  const sources = await listSources(storedPolicies().folder);
  const hash = createHash('sha256');
  for (const { path, revision } of sources) hash.update(`${path}\0${revision}\0`);
  const tag = entityTag(hash.digest('hex'));
  const headers = { etag: tag, 'cache-control': 'no-cache' };
  if (hasTag(request.headers.get('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json({ sources }, { headers });
}
