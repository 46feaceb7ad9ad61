import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { askServer } from '../../shell/ask-server.ts';
import type { DraftCompany } from '../../workflow/answers.ts';
import { apiRoot } from '../../workflow/use-api.ts';

/** What is in force changes by a publication, which is rare; whoever comes back after so long meets it. */
const FRESH_MS = 5 * 60_000;

/** The texts in force that a draft is checked with, on a day; its key is its own, since they are large and a save changes none. */
export function useCompany(draftId: string, on: string) {
  const locale = useLocale();
  return useQuery<DraftCompany, Error>({
    queryKey: ['draft-company', draftId, on],
    queryFn: ({ signal }) =>
      askServer(`${apiRoot}/drafts/${encodeURIComponent(draftId)}/company?on=${on}`, {
        ...{ signal, headers: { 'accept-language': locale } },
      }),
    staleTime: FRESH_MS,
    // Those of another day come into the editor that is there: what was typed can still be undone, and the cursor stays.
    placeholderData: keepPreviousData,
    retry: 1,
  });
}
