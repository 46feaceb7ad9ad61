import type { ClaimedJob, Outcome, Records } from '@tiaoli/workspace';
import { keepExamined, readProposal } from '@tiaoli/workspace';
import type { JobTask, TaskEnd } from './child-messages.ts';
import type { RunnerOptions } from './run-jobs.ts';

/** A task, and how what comes of it is kept, in the transaction that ends the job. */
export interface PreparedTask {
  readonly task: JobTask;
  /** Answers with what the job tells of it: JSON. */
  keep(records: Records, end: Exclude<TaskEnd, { kind: 'refused' }>): Promise<unknown>;
}

/** Reads what a job needs, as its asker: what was taken away from them since is not there. */
export async function prepareTask(
  { store, populations }: Pick<RunnerOptions, 'store' | 'populations'>,
  { askerId, subject }: ClaimedJob,
): Promise<Outcome<PreparedTask>> {
  const read = await store.transaction(askerId, 'serializable', (records) =>
    readProposal(records, subject),
  );
  if (read.kind === 'refused') return read;
  const { proposal, proposed } = read.value;
  return {
    kind: 'done',
    value: {
      task: { kind: 'gate', proposed, ...(populations !== undefined && { populations }) },
      keep: async (records, { examined }) => {
        const { id, proposalId, round } = await keepExamined(records, proposal, examined);
        return { checkId: id, proposalId, round };
      },
    },
  };
}
