import type { TextLanguage } from '@tiaoli/base';
import { saveSource } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { problemResponse } from '../../../../http/problem.ts';
import { requestLanguage } from '../../../../http/request-language.ts';
import type { SaveCondition } from '../../../../http/revision-header.ts';
import { entityTag, hasTag, saveCondition } from '../../../../http/revision-header.ts';
import { findSource } from '../../../../http/source-list.ts';
import {
  badSaveRequest,
  folderIsReadOnly,
  revisionRequired,
  sourceChanged,
  sourceMissing,
  sourceTooLarge,
} from '../../../../http/source-problems.ts';
import { isFolderReadOnly } from '../../../../http/store-served.ts';
import { storedPolicies } from '../../../../http/stored-policies.ts';

export const dynamic = 'force-dynamic';

const prefix = '/api/sources/';

/** Far above what a document may have, so that the use case says by how much it is too large. */
const MOST_BODY_BYTES = 32 * 1024 * 1024;

const body = z.strictObject({ text: z.string() });

/** One stored policy with its revision. */
export async function GET(request: NextRequest): Promise<Response> {
  const path = pathOf(request);
  const source = path === undefined ? undefined : await findSource(storedPolicies().folder, path);
  if (!source) return sourceMissing(path ?? '', requestLanguage(request));
  const headers = { etag: entityTag(source.revision), 'cache-control': 'no-cache' };
  if (hasTag(request.headers.get('if-none-match'), headers.etag)) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json(source, { headers });
}

/** Saves a policy unless somebody else has saved it since the revision that `If-Match` names. */
export async function PUT(request: NextRequest): Promise<Response> {
  const language = requestLanguage(request);
  if (isFolderReadOnly()) return problemResponse(folderIsReadOnly, language);
  const path = pathOf(request);
  if (path === undefined) return sourceMissing('', language);
  const condition = saveCondition(request.headers);
  if (condition.kind === 'none') return revisionRequired(language);
  if (Number(request.headers.get('content-length')) > MOST_BODY_BYTES) {
    return sourceTooLarge(MOST_BODY_BYTES, language);
  }
  const sent = body.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return badSaveRequest(language);
  return save(path, sent.data.text, condition, language);
}

async function save(
  path: string,
  text: string,
  condition: Exclude<SaveCondition, { kind: 'none' }>,
  language: TextLanguage,
): Promise<Response> {
  const baseRevision = condition.kind === 'new' ? null : condition.revision;
  const result = await saveSource(storedPolicies().folder, { path, text, baseRevision });
  switch (result.kind) {
    case 'saved': {
      const { revision } = result;
      return Response.json({ revision }, { headers: { etag: entityTag(revision) } });
    }
    case 'conflict':
      return sourceChanged({ text: result.text, revision: result.revision }, language);
    case 'gone':
      return sourceMissing(path, language);
    case 'refused': {
      const [finding] = result.diagnostics;
      if (!finding) return badSaveRequest(language);
      const { code, message, hint } = finding;
      const status = code === 'too-large-source' ? 413 : 422;
      return problemResponse(
        { code, status, title: message, ...(hint && { detail: hint }) },
        language,
      );
    }
  }
}

/** The path as it stands in the address; undefined where its percent signs encode nothing. */
function pathOf(request: NextRequest): string | undefined {
  try {
    return decodeURIComponent(request.nextUrl.pathname.slice(prefix.length));
  } catch {
    return undefined;
  }
}
