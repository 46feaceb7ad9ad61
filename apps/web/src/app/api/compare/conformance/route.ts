import { conformanceBoundsText } from '@tiaoli/documents';
import { compareConformance } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { ConformanceAnswer } from '../../../../features/compare/compare-answers.ts';
import { withSides } from '../../../../features/compare/server/asked-sides.ts';
import { refusedComparison } from '../../../../features/compare/server/refused-comparison.ts';

/** Whether the values of lower levels keep within what `?old=…` and `?new=…` leave to them. */
export async function GET(request: NextRequest): Promise<Response> {
  return withSides(request, ({ old, now, language }) => {
    const { comparison, diagnostics } = compareConformance(old, now);
    if (!comparison) return refusedComparison(diagnostics, language);
    const rows = comparison.rows.map((row) => ({ ...row, leaves: conformanceBoundsText(row) }));
    const answer: ConformanceAnswer = { ...comparison, rows };
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
  });
}
