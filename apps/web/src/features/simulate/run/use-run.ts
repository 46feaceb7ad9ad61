import type { UseQueryResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { askServer, RefusedError } from '../../shell/ask-server.ts';
import type { AskedRun } from '../model/simulate-address.ts';
import type { BegunJob, SimulationJobAnswer } from '../simulate-answers.ts';
import { stopJob, useSimulationJob } from '../use-job.ts';

/** Where a run stands. */
export type RunState =
  | { readonly kind: 'none' }
  | { readonly kind: 'beginning' }
  | { readonly kind: 'refused'; readonly error: Error }
  /** By the reader, here or on another page. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'shown'; readonly id: string; readonly answer: SimulationJobAnswer };

/** Documents or population are others than those that were run; with an error where they cannot be run now. */
export interface Outdated {
  readonly error?: Error;
}

export interface FollowedRun {
  readonly state: RunState;
  readonly outdated?: Outdated;
  /** Runs documents and population as they are now. */
  readonly begin: () => void;
  readonly stop: () => void;
}

const CHANGES_MILLIS = 10_000;

/**
 * The run that the address names: followed, and begun anew where the server no longer knows it, so that the same address
 * shows the same result.
 */
export function useRun(
  asked: AskedRun,
  run: string | undefined,
  onRun: (id: string | undefined) => void,
): FollowedRun {
  const client = useQueryClient();
  const [isStopped, setStopped] = useState(false);
  const begun = useMutation({
    mutationFn: () => askServer<BegunJob>(jobsAddress(asked), { method: 'POST' }),
    onSuccess: ({ job }) => {
      client.setQueryData(nameKey(asked), { job } satisfies BegunJob);
      onRun(job);
      // One of this name that came to nothing was begun anew.
      void client.invalidateQueries({ queryKey: ['simulate', 'job', job] });
    },
  });
  const job = useSimulationJob(isStopped ? undefined : run);
  const named = useName(asked, run !== undefined && !isStopped);
  // One that ended while it was looked at was stopped elsewhere.
  useRevival(isGone(job.error) && !job.data && !isStopped ? run : undefined, begun.mutate);
  const begin = (): void => {
    setStopped(false);
    begun.mutate();
  };
  const stop = (): void => {
    if (run === undefined) return;
    setStopped(true);
    onRun(undefined);
    void client.cancelQueries({ queryKey: ['simulate', 'job', run] }).then(() => stopJob(run));
  };
  const state = stateOf({ run, isStopped, begun, job });
  const outdated = run === undefined ? undefined : outdatedOf(run, named);
  return { state, ...(outdated && { outdated }), begin, stop };
}

function jobsAddress(asked: AskedRun): string {
  return `/api/simulate/jobs?${new URLSearchParams({ ...asked })}`;
}

function nameKey(asked: AskedRun): readonly unknown[] {
  return ['simulate', 'name', asked];
}

function isGone(error: Error | null): boolean {
  return error instanceof RefusedError && error.code === 'run-gone';
}

/** A run that the server no longer knows is begun once more, once. */
function useRevival(gone: string | undefined, begin: () => void): void {
  const revived = useRef<string>(undefined);
  useEffect(() => {
    if (gone === undefined || revived.current === gone) return;
    revived.current = gone;
    begin();
  }, [gone, begin]);
}

/** The name that a run has as documents and population are now. */
function useName(asked: AskedRun, enabled: boolean): UseQueryResult<BegunJob, Error> {
  return useQuery({
    queryKey: nameKey(asked),
    queryFn: ({ signal }) => askServer<BegunJob>(jobsAddress(asked), { signal }),
    enabled,
    retry: false,
    refetchInterval: CHANGES_MILLIS,
  });
}

function outdatedOf(run: string, { data, error }: UseQueryResult<BegunJob, Error>) {
  if (error instanceof RefusedError) return { error };
  return data && data.job !== run ? {} : undefined;
}

interface Standing {
  readonly run: string | undefined;
  readonly isStopped: boolean;
  readonly begun: { readonly error: Error | null; readonly isPending: boolean };
  readonly job: UseQueryResult<SimulationJobAnswer, Error>;
}

function stateOf({ run, isStopped, begun, job }: Standing): RunState {
  if (isStopped) return { kind: 'stopped' };
  if (begun.error) return { kind: 'refused', error: begun.error };
  if (begun.isPending) return { kind: 'beginning' };
  if (run === undefined) return { kind: 'none' };
  if (isGone(job.error)) return { kind: job.data ? 'stopped' : 'beginning' };
  if (job.error) return { kind: 'refused', error: job.error };
  return job.data ? { kind: 'shown', id: run, answer: job.data } : { kind: 'beginning' };
}
