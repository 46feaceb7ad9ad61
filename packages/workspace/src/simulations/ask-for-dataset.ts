import { fileSpan } from '@tiaoli/base';
import { report } from '../messages.ts';
import type { Job } from '../records/job-records.ts';
import type { Outcome } from '../records/outcome.ts';
import type { PolicyStore } from '../records/policy-store.ts';
import type { NewDataset } from '../records/simulation-records.ts';

/** Where the people of a dataset come from. */
export type DatasetSource =
  /** Invented, of a province, in one of the sizes of `tiaoli population generate`. */
  | {
      readonly kind: 'generated';
      readonly province: string;
      readonly preset: string;
      /** A safe integer, not below zero. */
      readonly seed: number;
    }
  /** A population that an administrator has put into the folder of the office, by the name of its folder. */
  | { readonly kind: 'folder'; readonly name: string };

/** What a job of kind `dataset` is asked. */
export interface DatasetInput extends Pick<NewDataset, 'jurisdictionId' | 'title' | 'retainUntil'> {
  readonly source: DatasetSource;
}

/** Asks for a dataset to be made, or looked through, and registered for an office. */
export function askForDataset(
  store: PolicyStore,
  actorId: string,
  asked: DatasetInput,
): Promise<Outcome<Job>> {
  return store.transaction<Job>(actorId, 'serializable', async ({ datasets, jobs }) => {
    const { jurisdictionId, retainUntil, source } = asked;
    await datasets.demandRegistration(jurisdictionId, retainUntil);
    if (source.kind === 'folder' && !isFolderName(source.name)) {
      return { kind: 'refused', diagnostics: [report('dataset-name', {}, fileSpan(source.name))] };
    }
    const input = JSON.stringify(asked);
    return {
      kind: 'done',
      value: await jobs.ask({ kind: 'dataset', subject: jurisdictionId, input }),
    };
  });
}

/** One step down, and nothing hidden: no way leads out of the folder of an office. */
function isFolderName(name: string): boolean {
  return /^[^./\\\p{C}][^/\\\p{C}]{0,99}$/u.test(name);
}
