import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Job } from '../../workflow/answers.ts';
import { useJobOf } from '../../workflow/use-job-of.ts';
import type { ShownProposal } from '../proposal-page.tsx';

/** The check that one's office asked for last, as long as it tells of the newest round what its newest check does not. */
export function useGateJob({ proposal, round, gate }: ShownProposal): Job | undefined {
  const job = useJobOf('gate', proposal.id);
  const queries = useQueryClient();
  const [id, state] = [job?.id, job?.state];
  // What it found is at the gate as soon as it is over.
  useEffect(() => {
    if (id !== undefined && state === 'done') {
      void queries.invalidateQueries({ queryKey: ['api', 'proposals'] });
    }
  }, [id, state, queries]);
  if (!job) return undefined;
  const isOld = [round.submittedAt, gate.check?.checkedAt ?? ''].some(
    (since) => job.endedAt !== undefined && job.endedAt < since,
  );
  return isOld ? undefined : job;
}
