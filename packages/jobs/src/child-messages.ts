import type { LocalText } from '@tiaoli/base';
import type {
  ComparisonFile,
  ComparisonSummary,
  DatasetSource,
  Examined,
  JobProgress,
  NewDataset,
  Pair,
  Proposed,
  StoredSide,
} from '@tiaoli/workspace';

/** What a process is told to do; plain data, since only the server has the store. */
export type JobTask = GateTask | DatasetTask | SimulationTask | ComparisonTask;

export interface GateTask {
  readonly kind: 'gate';
  readonly proposed: Proposed;
  /** The folder of populations; without one nothing is measured. */
  readonly populations?: string;
}

/** People to be made, or looked through row by row. */
export interface DatasetTask {
  readonly kind: 'dataset';
  /** Where they lie, or shall lie. */
  readonly folder: string;
  readonly source: DatasetSource;
}

/** Two texts to be run over people. */
export interface SimulationTask {
  readonly kind: 'simulation';
  /** The folder of the people, and what it has to be. */
  readonly population: string;
  readonly dataset: { readonly title: string; readonly rootHash: string };
  /** Results of runs, so that the same question is answered at once. */
  readonly cacheFolder: string;
  readonly sides: Pair<StoredSide>;
}

/** Two texts to be compared. */
export interface ComparisonTask {
  readonly kind: 'comparison';
  readonly sides: Pair<StoredSide>;
  /** Whether they are of a demonstration, which papers say. */
  readonly isDemo: boolean;
}

/** What came of it. */
export type TaskEnd =
  | { readonly kind: 'examined'; readonly examined: Examined }
  | {
      readonly kind: 'people';
      readonly found: Pick<NewDataset, 'rootHash' | 'persons' | 'claims' | 'isSynthetic'>;
    }
  | {
      readonly kind: 'simulated';
      readonly title: string;
      readonly identity: string;
      /** JSON of a `SimulationResult`. */
      readonly result: string;
    }
  | {
      readonly kind: 'compared';
      readonly summary: ComparisonSummary;
      readonly files: Readonly<Record<ComparisonFile, Uint8Array>>;
    }
  /** It cannot be done: why, and what to do. */
  | { readonly kind: 'refused'; readonly problem: LocalText };

/** What a process tells. */
export type ChildMessage =
  | ({ readonly kind: 'progress' } & JobProgress)
  | { readonly kind: 'ended'; readonly end: TaskEnd };
