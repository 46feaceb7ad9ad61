import { compareVersions } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import { withSides } from '../../../../features/compare/server/asked-sides.ts';
import { refusedComparison } from '../../../../features/compare/server/refused-comparison.ts';
import { versionsAnswer } from '../../../../features/compare/server/versions-answer.ts';

/** What `?old=…` and `?new=…` say otherwise: the words of clauses, declarations, catalogues. */
export async function GET(request: NextRequest): Promise<Response> {
  return withSides(request, ({ old, now, language }) => {
    const { comparison, diagnostics } = compareVersions(old, now, language);
    if (!comparison) return refusedComparison(diagnostics, language);
    const answer = versionsAnswer(comparison, language);
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}
