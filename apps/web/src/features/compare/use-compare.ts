import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { askServer } from '../shell/ask-server.ts';
import type { ConformanceAnswer, VersionsAnswer } from './compare-answers.ts';
import type { ComparedPair } from './model/compare-address.ts';

/** What both sides declare and say, kept up with the folder while the page is open. */
export function useVersions(pair: ComparedPair): UseQueryResult<VersionsAnswer, Error> {
  return useComparison('versions', pair);
}

export function useConformance(pair: ComparedPair): UseQueryResult<ConformanceAnswer, Error> {
  return useComparison('conformance', pair);
}

function useComparison<Answer>(what: string, pair: ComparedPair): UseQueryResult<Answer, Error> {
  return useQuery({
    queryKey: ['compare', what, pair],
    queryFn: ({ signal }) =>
      askServer<Answer>(`/api/compare/${what}?${new URLSearchParams({ ...pair })}`, { signal }),
    refetchInterval: 10_000,
  });
}
