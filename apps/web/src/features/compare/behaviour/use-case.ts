import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { askServer } from '../../shell/ask-server.ts';
import type { CaseAnswer } from '../behaviour-answers.ts';

/** A case of a comparison, by the places of its result, region and example. */
export interface CasePlace {
  readonly job: string;
  readonly result: number;
  readonly region: number;
  readonly example: number;
}

/** The claims that show what a result leaves behind. */
export type SequencePlace = Pick<CasePlace, 'job' | 'result'>;

export function placeParameters({ job: _, ...places }: CasePlace | SequencePlace): URLSearchParams {
  return new URLSearchParams(Object.entries(places).map(([name, at]) => [name, String(at)]));
}

export function useCase(place: CasePlace | SequencePlace): UseQueryResult<CaseAnswer, Error> {
  const locale = useLocale();
  return useQuery({
    queryKey: ['compare', 'case', place, locale],
    queryFn: ({ signal }) =>
      askServer<CaseAnswer>(`/api/compare/jobs/${place.job}/case?${placeParameters(place)}`, {
        signal,
      }),
  });
}
