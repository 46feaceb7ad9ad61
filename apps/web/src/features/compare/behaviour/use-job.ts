import type { UseQueryResult } from '@tanstack/react-query';
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
  /** From the beginning, as the documents are now; joins nobody. */
  readonly again: () => void;
}

/** The documents are others than those that are shown as compared; with an error where they cannot be compared now. */
export interface Outdated {
  readonly error?: Error;
}

export interface FollowedJob extends JobActs {
  readonly view: JobView;
  readonly outdated?: Outdated;
}

/** How often it is asked how far a comparison is, and whether the documents still are what was compared. */
const PROGRESS_MILLIS = 500;
const CHANGES_MILLIS = 10_000;

/**
 * The comparison of two sides on the server: begun or joined, and followed. Where a document changes meanwhile that is
 * told, and what is shown stays until the reader asks for the newer.
 */
export function useJob(pair: IntendedPair): FollowedJob {
  const locale = useLocale();
  const client = useQueryClient();
  const [isStopped, setStopped] = useState(false);
  const begun = useBegun(pair, !isStopped);
  const id = begun.data?.job;
  const named = useName(pair, id !== undefined && !isStopped);
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
  const outdated = outdatedOf(begun, named);
  const view = viewOf(isStopped, id, begun.error ?? job.error, job.data);
  return { view, ...(outdated && { outdated }), stop, again };
}

function jobsAddress(pair: IntendedPair): string {
  return `/api/compare/jobs?${new URLSearchParams({ ...pair })}`;
}

/** Begun once for each time that the page is opened, and again as long as it cannot be. */
function useBegun(pair: IntendedPair, enabled: boolean): UseQueryResult<BegunAnswer, Error> {
  return useQuery({
    queryKey: ['compare', 'begun', pair],
    queryFn: ({ signal }) => askServer<BegunAnswer>(jobsAddress(pair), { method: 'POST', signal }),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data ? false : CHANGES_MILLIS),
  });
}

/** The name that a comparison of the documents has as they are now. */
function useName(pair: IntendedPair, enabled: boolean): UseQueryResult<BegunAnswer, Error> {
  return useQuery({
    queryKey: ['compare', 'name', pair],
    queryFn: ({ signal }) => askServer<BegunAnswer>(jobsAddress(pair), { signal }),
    enabled,
    retry: false,
    refetchInterval: CHANGES_MILLIS,
  });
}

/** What was asked before the comparison began says nothing about it. */
function outdatedOf(
  begun: UseQueryResult<BegunAnswer, Error>,
  named: UseQueryResult<BegunAnswer, Error>,
): Outdated | undefined {
  if (!begun.data) return undefined;
  const since = begun.dataUpdatedAt;
  const { data, error } = named;
  if (error instanceof RefusedError) return named.errorUpdatedAt > since ? { error } : undefined;
  return data && named.dataUpdatedAt > since && data.job !== begun.data.job ? {} : undefined;
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
