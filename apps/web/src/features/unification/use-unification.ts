import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { askServer } from '../shell/ask-server.ts';
import type { UnificationAnswer } from './unification-answer.ts';

/** The matrix of a province as of a day, kept up with the folder while the page is open. */
export function useUnification(
  province: string | undefined,
  on: string | undefined,
): UseQueryResult<UnificationAnswer, Error> {
  const asked = new URLSearchParams({ ...(province && { province }), ...(on && { on }) });
  return useQuery({
    queryKey: ['unification', province, on],
    queryFn: ({ signal }) => askServer<UnificationAnswer>(`/api/unification?${asked}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}
