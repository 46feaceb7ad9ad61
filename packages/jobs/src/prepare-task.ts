import type {
  ClaimedJob,
  ComparisonInput,
  Dataset,
  DatasetInput,
  Outcome,
  Pair,
  Records,
  SimulationInput,
  StoredSide,
} from '@tiaoli/workspace';
import { keepExamined, notFound, readPair, readProposal } from '@tiaoli/workspace';
import type { JobTask, TaskEnd } from './child-messages.ts';
import {
  madeFolder,
  peopleFolder,
  placedFolder,
  removePeople,
  runsFolder,
} from './datasets/dataset-folders.ts';
import type { RunnerOptions } from './run-jobs.ts';

type DoneEnd = Exclude<TaskEnd, { kind: 'refused' }>;

/** A task, and how what comes of it is kept, in the transaction that ends the job. */
export interface PreparedTask {
  readonly task: JobTask;
  /** Answers with what the job tells of it: JSON. */
  keep(records: Records, end: DoneEnd): Promise<unknown>;
  /** Takes away what is left of one that came to nothing. */
  discard?(): Promise<void>;
}

type Place = Pick<RunnerOptions, 'store' | 'populations'>;

/** Reads what a job needs, as its asker: what was taken away from them since is not there. */
export async function prepareTask(place: Place, job: ClaimedJob): Promise<Outcome<PreparedTask>> {
  const { kind } = job;
  if (kind === 'gate') return prepareGate(place, job);
  if (kind === 'comparison') return prepareComparison(place, job);
  const { populations } = place;
  if (populations === undefined) throw new Error(`no populations for a job of kind ${kind}`);
  const known = { ...place, populations };
  return kind === 'dataset' ? prepareDataset(known, job) : prepareSimulation(known, job);
}

async function prepareGate(
  { store, populations }: Place,
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
      keep: async (records, end) => {
        const { examined } = ofKind(end, 'examined');
        const { id, proposalId, round } = await keepExamined(records, proposal, examined);
        return { checkId: id, proposalId, round };
      },
    },
  };
}

type Known = Required<Place>;

async function prepareDataset(
  { populations }: Known,
  { id, input }: ClaimedJob,
): Promise<Outcome<PreparedTask>> {
  const { jurisdictionId, title, retainUntil, source }: DatasetInput = JSON.parse(input);
  const isMade = source.kind === 'generated';
  const folder = isMade
    ? madeFolder(jurisdictionId, id)
    : placedFolder(jurisdictionId, source.name);
  return {
    kind: 'done',
    value: {
      task: { kind: 'dataset', folder: peopleFolder(populations, folder), source },
      keep: async ({ datasets }, end) => {
        const { found } = ofKind(end, 'people');
        const dataset = await datasets.register({
          ...{ jurisdictionId, title, retainUntil, folder },
          ...found,
        });
        return { datasetId: dataset.id };
      },
      // What somebody else has put there is theirs.
      ...(isMade && { discard: () => removePeople(populations, folder) }),
    },
  };
}

interface ReadSimulation {
  readonly dataset: Dataset;
  readonly sides: Pair<StoredSide>;
}

async function prepareSimulation(
  { store, populations }: Known,
  { askerId, subject: datasetId, input }: ClaimedJob,
): Promise<Outcome<PreparedTask>> {
  const asked: SimulationInput = JSON.parse(input);
  const read = await store.transaction<ReadSimulation>(askerId, 'serializable', async (records) => {
    const dataset = await records.datasets.find(datasetId);
    if (!dataset) return notFound({ zh: '数据集', en: 'dataset' }, datasetId);
    const sides = await readPair(records, asked);
    if (sides.kind === 'refused') return sides;
    return { kind: 'done', value: { dataset, sides: sides.value } };
  });
  if (read.kind === 'refused') return read;
  const { dataset, sides } = read.value;
  const { title, rootHash, folder } = dataset;
  return {
    kind: 'done',
    value: {
      task: {
        ...{ kind: 'simulation', population: peopleFolder(populations, folder), sides },
        ...{ dataset: { title, rootHash }, cacheFolder: runsFolder(populations) },
      },
      keep: async ({ runs }, end) => {
        const { kind: _, ...run } = ofKind(end, 'simulated');
        const { id: runId } = await runs.keep({ datasetId, ...run });
        return { runId, datasetId };
      },
    },
  };
}

async function prepareComparison(
  { store }: Place,
  { askerId, input }: ClaimedJob,
): Promise<Outcome<PreparedTask>> {
  const asked: ComparisonInput = JSON.parse(input);
  const read = await store.transaction<ReadComparison>(askerId, 'serializable', async (records) => {
    const sides = await readPair(records, asked);
    if (sides.kind === 'refused') return sides;
    return { kind: 'done', value: { sides: sides.value, isDemo: records.isDemo } };
  });
  if (read.kind === 'refused') return read;
  return {
    kind: 'done',
    value: {
      task: { kind: 'comparison', ...read.value },
      keep: ({ comparisons }, end) => {
        const { summary, files } = ofKind(end, 'compared');
        return comparisons.keep(summary, files);
      },
    },
  };
}

interface ReadComparison {
  readonly sides: Pair<StoredSide>;
  readonly isDemo: boolean;
}

/** A process tells what its task came to, and nothing else. */
function ofKind<Kind extends DoneEnd['kind']>(
  end: DoneEnd,
  kind: Kind,
): Extract<DoneEnd, { kind: Kind }> {
  if (end.kind !== kind) throw new Error(`${end.kind} in place of ${kind}`);
  return end as Extract<DoneEnd, { kind: Kind }>;
}
