import { printDate } from '@tiaoli/base';
import { searchRows } from '@tiaoli/workspace';
import type { NextRequest } from 'next/server';
import type { RowsAnswer } from '../../../../features/catalogues/catalogue-answers.ts';
import { withCatalogue } from '../../../../features/catalogues/server/asked-catalogue.ts';
import { catalogueFacts } from '../../../../features/catalogues/server/catalogue-facts.ts';
import { storedPolicies } from '../../../../http/stored-policies.ts';

/** A page of the rows that hold on the day and have all of `?words=…`. */
export function GET(request: NextRequest): Promise<Response> {
  return withCatalogue(request, async ({ catalogue, search, ...asked }): Promise<RowsAnswer> => {
    const words = search.get('words') ?? '';
    const found = await searchRows(catalogue, { ...asked, words }, storedPolicies().rowIndexes);
    return { ...found, catalogue: catalogueFacts(catalogue), on: printDate(asked.on) };
  });
}
