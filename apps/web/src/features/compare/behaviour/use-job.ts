import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import { askServer, RefusedError } from '../../shell/ask-server.ts';
import type { BegunAnswer, JobAnswer } from '../behaviour-answers.ts';
import type { IntendedPair } from '../model/compare-address.ts';

/** Where a comparison stands. */
export type JobView =
  | { readonly kind: 'beginning' }
  | { readonly kind: 'refused'; readonly error: Error }
  /** By the reader, here or on another page. */
  | { readonly kind: 'stopped' }
  /** The intent cannot be read. */
  | { readonly kind: 'unread'; readonly reasons: readonly string[] }
  | (Exclude<JobAnswer, { kind: 'refused' }> & { readonly id: string });

export interface JobActs {
  readonly stop: () => void;
  /** From the beginning; joins nobody. */
  readonly again: () => void;
}

/** How often it is asked how far a comparison is, and whether the documents still are what was compared. */
const PROGRESS_MILLIS = 500;
const CHANGES_MILLIS = 10_000;

/** The comparison of two sides on the server: begun or joined, followed, and begun anew when a document changes. */
export function useJob(pair: IntendedPair): { readonly view: JobView } & JobActs {
  const locale = useLocale();
  const client = useQueryClient();
  const [isStopped, setStopped] = useState(false);
  const begun = useQuery({
    queryKey: ['compare', 'begun', pair],
    queryFn: ({ signal }) =>
      askServer<BegunAnswer>(`/api/compare/jobs?${new URLSearchParams({ ...pair })}`, {
        method: 'POST',
        signal,
      }),
    enabled: !isStopped,
    refetchInterval: CHANGES_MILLIS,
  });
  const id = begun.data?.job;
  const job = useQuery({
    queryKey: ['compare', 'job', id, locale],
    queryFn: ({ signal }) => askServer<JobAnswer>(`/api/compare/jobs/${id}`, { signal }),
    enabled: id !== undefined && !isStopped,
    retry: (count, error) => !(error instanceof RefusedError) && count < 3,
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? PROGRESS_MILLIS : false),
  });
  const end = async (): Promise<void> => {
    if (id !== undefined) await fetch(`/api/compare/jobs/${id}`, { method: 'DELETE' });
  };
  const again = async (): Promise<void> => {
    await end();
    setStopped(false);
    await begun.refetch();
    await job.refetch();
  };
  const stop = (): void => {
    setStopped(true);
    // What is asked of it just now would be answered that it is gone.
    void client.cancelQueries({ queryKey: ['compare', 'job', id] }).then(end);
  };
  return { view: viewOf(isStopped, id, begun.error ?? job.error, job.data), stop, again };
}

function isUnderWay(answer: JobAnswer | undefined): boolean {
  return answer?.kind === 'waiting' || answer?.kind === 'running';
}

function viewOf(
  isStopped: boolean,
  id: string | undefined,
  error: Error | null,
  answer: JobAnswer | undefined,
): JobView {
  if (isStopped || (error instanceof RefusedError && error.code === 'comparison-gone')) {
    return { kind: 'stopped' };
  }
  if (error && answer?.kind !== 'done') return { kind: 'refused', error };
  if (answer?.kind === 'refused') return { kind: 'unread', reasons: answer.reasons };
  return answer && id !== undefined ? { ...answer, id } : { kind: 'beginning' };
}
