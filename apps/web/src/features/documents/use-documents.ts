import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { askServer } from '../shell/ask-server.ts';
import type { DocumentsAnswer } from './documents-answer.ts';

/** The documents as of a day, kept up with the folder while the page is open. */
export function useDocuments(on: string | undefined): UseQueryResult<DocumentsAnswer, Error> {
  return useQuery({
    queryKey: ['documents', on],
    queryFn: ({ signal }) =>
      askServer<DocumentsAnswer>(`/api/documents${on ? `?on=${on}` : ''}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}
