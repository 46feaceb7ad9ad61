import { useQuery } from '@tanstack/react-query';
import { askServer } from '../../shell/ask-server.ts';
import type { CaseFacts, CasesAnswer } from '../simulate-answers.ts';

/** In what the single people of a run differ, one for each of its cases; none until they are settled. */
export function useCases(run: string, enabled: boolean): readonly CaseFacts[] {
  const { data } = useQuery({
    queryKey: ['simulate', 'cases', run],
    queryFn: ({ signal }) => askServer<CasesAnswer>(`/api/simulate/jobs/${run}/cases`, { signal }),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data?.cases ?? [];
}
