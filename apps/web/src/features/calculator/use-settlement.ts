'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CalculatorTarget } from './calculator-address.ts';
import { apiAddress } from './calculator-address.ts';
import type { CaseJson } from './model/case-of-draft.ts';
import type { AnswerJson, SettledJson } from './model/settled-json.ts';
import { postJson } from './post-json.ts';

/** How long one must pause before a case is settled. */
const PAUSE_MILLIS = 250;

export interface Settlement {
  /** The newest answer; that of an older case while `isUnderWay`. */
  readonly answer: AnswerJson | undefined;
  /** The newest answer that is a result, so that a mistake in between takes nothing from the page. */
  readonly settled: SettledJson | undefined;
  readonly isUnderWay: boolean;
  readonly error: Error | null;
  retry(): void;
}

/**
 * Settles a case a moment after its last change.
 *
 * @param text  the case as JSON; undefined while something in it cannot be read: nothing is asked then
 */
export function useSettlement(target: CalculatorTarget, text: string | undefined): Settlement {
  const paused = usePaused(text, PAUSE_MILLIS);
  const { document, on, place } = target;
  const query = useQuery({
    queryKey: ['settlement', document, on, place, paused],
    enabled: paused !== undefined,
    queryFn: ({ signal }) =>
      postJson<AnswerJson>(apiAddress(target), { case: caseOf(paused ?? '{}') }, signal),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
  const { data: answer } = query;
  const [settled, setSettled] = useState<SettledJson>();
  if (answer?.kind === 'settled' && answer !== settled) setSettled(answer);
  return {
    answer,
    settled: answer?.kind === 'settled' ? answer : settled,
    isUnderWay: text !== undefined && (paused !== text || query.isFetching),
    error: query.error,
    retry: () => void query.refetch(),
  };
}

function caseOf(text: string): CaseJson {
  return JSON.parse(text) as CaseJson;
}

/** The value once it has not changed for `millis`; the first one at once. */
function usePaused<T>(value: T, millis: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return paused;
}
