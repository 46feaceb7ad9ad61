import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { askServer } from '../shell/ask-server.ts';
import type { PopulationsAnswer } from './simulate-answers.ts';

/** The populations that lie on the server, kept up while the page is open. */
export function usePopulations(): UseQueryResult<PopulationsAnswer, Error> {
  const locale = useLocale();
  return useQuery({
    queryKey: ['simulate', 'populations', locale],
    queryFn: ({ signal }) => askServer<PopulationsAnswer>('/api/simulate/populations', { signal }),
    refetchInterval: 10_000,
  });
}
