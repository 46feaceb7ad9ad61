import { rowHistory } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { HistoryAnswer } from '../../../../features/catalogues/catalogue-answers.ts';
import { withCatalogue } from '../../../../features/catalogues/server/asked-catalogue.ts';

/** All that was ever said of `?key=…` (once for each text key), with who said it. */
export function GET(request: NextRequest): Promise<Response> {
  return withCatalogue(
    request,
    ({ catalogue, search, language }): HistoryAnswer => ({
      versions: rowHistory(catalogue, search.getAll('key'), language),
    }),
  );
}
