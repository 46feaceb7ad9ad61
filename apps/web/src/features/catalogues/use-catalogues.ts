import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { askServer } from '../shell/ask-server.ts';
import type {
  CataloguesAnswer,
  ChangesAnswer,
  HistoryAnswer,
  RowsAnswer,
} from './catalogue-answers.ts';

export function useCatalogues(): UseQueryResult<CataloguesAnswer, Error> {
  return useCatalogueAnswer('', {});
}

export function useRows(asked: Asked): UseQueryResult<RowsAnswer, Error> {
  return useCatalogueAnswer('/rows', asked);
}

export function useChanges(asked: Asked): UseQueryResult<ChangesAnswer, Error> {
  return useCatalogueAnswer('/changes', asked);
}

export function useHistory(
  asked: Asked,
  keys: readonly string[],
): UseQueryResult<HistoryAnswer, Error> {
  const search = new URLSearchParams([
    ...Object.entries(asked),
    ...keys.map((key) => ['key', key]),
  ]);
  return useQuery({
    queryKey: ['catalogues', '/history', asked, keys],
    queryFn: ({ signal }) =>
      askServer<HistoryAnswer>(`/api/catalogues/history?${search}`, { signal }),
  });
}

type Asked = Readonly<Record<string, string>>;

/** The answer to the newest question: one that is asked no longer is called off. */
function useCatalogueAnswer<Answer>(path: string, asked: Asked): UseQueryResult<Answer, Error> {
  return useQuery({
    queryKey: ['catalogues', path, asked],
    queryFn: ({ signal }) =>
      askServer<Answer>(`/api/catalogues${path}?${new URLSearchParams(asked)}`, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

/** What was typed, once the typing has rested for that many milliseconds. */
export function useRested(text: string, milliseconds: number): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return rested;
}
