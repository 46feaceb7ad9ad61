import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { askServer } from '../shell/ask-server.ts';
import type { AskedRun } from './model/simulate-address.ts';
import type { PlanAnswer } from './simulate-answers.ts';

/** What else may be asked of a run, and how long what is asked takes. */
export function usePlan(asked: AskedRun | undefined): UseQueryResult<PlanAnswer, Error> {
  const locale = useLocale();
  return useQuery({
    queryKey: ['simulate', 'plan', asked, locale],
    queryFn: ({ signal }) =>
      askServer<PlanAnswer>(`/api/simulate/plan?${new URLSearchParams({ ...asked })}`, { signal }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
