import type { UseQueryResult } from '@tanstack/react-query';
import type { Person } from './answers.ts';
import { useRead } from './use-api.ts';

/** Who one is, with the roles of this moment. */
export function useMe(): UseQueryResult<Person, Error> {
  return useRead<Person>('/me', { every: 60_000 });
}
