import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { askServer, RefusedError } from '../shell/ask-server.ts';
import type { SimulationJobAnswer } from './simulate-answers.ts';

const PROGRESS_MILLIS = 500;

/** How far a job on the server is, followed until it is through. */
export function useSimulationJob(
  id: string | undefined,
): UseQueryResult<SimulationJobAnswer, Error> {
  const locale = useLocale();
  return useQuery({
    queryKey: ['simulate', 'job', id, locale],
    queryFn: ({ signal }) => askServer<SimulationJobAnswer>(`/api/simulate/jobs/${id}`, { signal }),
    enabled: id !== undefined,
    retry: (count, error) => !(error instanceof RefusedError) && count < 3,
    staleTime: ({ state }) => (state.data?.kind === 'done' ? Number.POSITIVE_INFINITY : 0),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? PROGRESS_MILLIS : false),
  });
}

export function isUnderWay(answer: SimulationJobAnswer | undefined): boolean {
  return answer?.kind === 'waiting' || answer?.kind === 'running';
}

export async function stopJob(id: string): Promise<void> {
  await fetch(`/api/simulate/jobs/${id}`, { method: 'DELETE' });
}
