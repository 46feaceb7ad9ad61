import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ServiceDueDates } from '@tiaoli/workspace';
import { askServer } from '../shell/ask-server.ts';
import type { AskedServices, ServicesAnswer } from './services-answer.ts';

/** The services of a place on two days, kept up with the folder while the page is open. */
export function useServices(asked: AskedServices): UseQueryResult<ServicesAnswer, Error> {
  return useQuery({
    queryKey: ['services', asked],
    queryFn: ({ signal }) =>
      askServer<ServicesAnswer>(`/api/services?${servicesQuery(asked)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

/** By which day the services of a file are done. */
export function useDueDates(
  file: string,
  accepted: string,
): UseQueryResult<ServiceDueDates, Error> {
  const asked = new URLSearchParams({ file, accepted });
  return useQuery({
    queryKey: ['due-dates', file, accepted],
    queryFn: ({ signal }) => askServer<ServiceDueDates>(`/api/services/due?${asked}`, { signal }),
    refetchInterval: 10_000,
  });
}

/** As it stands in an address; what is not asked for is left out. */
export function servicesQuery({ place, before, after }: AskedServices): URLSearchParams {
  return new URLSearchParams({
    ...(place && { place }),
    ...(before && { before }),
    ...(after && { after }),
  });
}
