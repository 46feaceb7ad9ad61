import type { QueryKey, UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { askServer, fetchServer } from '../shell/ask-server.ts';

export const apiRoot = '/api/v1';

/** What a change sends. */
export interface ApiChange {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

/** Sends changes to the API in the reader's language; rejects as `fetchServer` does. */
export function useSend(): <Answer>(change: ApiChange) => Promise<Answer> {
  const locale = useLocale();
  return useCallback(
    async <Answer>({ method, path, body, ifMatch }: ApiChange) => {
      const response = await fetchServer(apiRoot + path, {
        method,
        headers: {
          'accept-language': locale,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return (text === '' ? undefined : JSON.parse(text)) as Answer;
    },
    [locale],
  );
}

interface ReadOptions<Answer> {
  /** Asked for again after so many milliseconds. */
  readonly every?: number | ((answer: Answer | undefined) => number);
  /** False as long as it is not known what to ask for. */
  readonly enabled?: boolean;
}

/** An answer of the API, in the reader's language; one key for what begins with the same path. */
export function useRead<Answer>(
  path: string,
  { every, enabled = true }: ReadOptions<Answer> = {},
): UseQueryResult<Answer, Error> {
  const locale = useLocale();
  return useQuery<Answer, Error>({
    queryKey: readKey(path, locale),
    queryFn: ({ signal }) =>
      askServer<Answer>(apiRoot + path, { signal, headers: { 'accept-language': locale } }),
    placeholderData: keepPreviousData,
    enabled,
    ...(every !== undefined && {
      refetchInterval: typeof every === 'number' ? every : ({ state }) => every(state.data),
    }),
  });
}

/** The parts of a path, so that a change can say that all below `['api', 'drafts']` is another now. */
function readKey(path: string, locale: string): QueryKey {
  return ['api', ...path.split(/[/?]/).filter(Boolean), locale];
}
