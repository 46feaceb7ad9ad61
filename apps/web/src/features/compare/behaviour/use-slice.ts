import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { askServer } from '../../shell/ask-server.ts';
import type { SliceAnswer } from '../slice-answers.ts';
import type { CasePlace } from './use-case.ts';
import { placeParameters } from './use-case.ts';

/** Over the whole of a fact, or at one amount of it. */
export interface AskedSlice {
  readonly input: string | undefined;
  readonly at?: string;
}

export function useSlice(
  place: CasePlace,
  { input, at }: AskedSlice,
): UseQueryResult<SliceAnswer, Error> {
  const locale = useLocale();
  const search = placeParameters(place);
  if (input !== undefined) search.set('input', input);
  if (at !== undefined) search.set('at', at);
  return useQuery({
    queryKey: ['compare', 'slice', place.job, search.toString(), locale],
    queryFn: ({ signal }) =>
      askServer<SliceAnswer>(`/api/compare/jobs/${place.job}/slice?${search}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
