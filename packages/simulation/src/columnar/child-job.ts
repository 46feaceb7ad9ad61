import type { Program } from '@tiaoli/ir';
import type { BlockSums } from '../generate/calibrate-block.ts';
import type { ImportAnswer, ImportJob } from '../import/import-job.ts';
import type { ReadColumns } from '../run/read-columns.ts';
import type { BucketAnswer } from '../run/run-bucket.ts';
import type { BucketFiles, RunPlan } from '../run/run-plan.ts';
import type { ManifestFile } from '../table/manifest.ts';
import type { PlainTable } from './write-plain-tables.ts';

/** What a child is asked for. */
export type ChildJob =
  | {
      readonly kind: 'block';
      readonly folder: string;
      readonly seed: number;
      readonly province: string;
      readonly bucket: number;
      readonly buckets: number;
      readonly persons: number;
      readonly program: Program;
    }
  | {
      readonly kind: 'query';
      readonly folder: string;
      readonly files: readonly ManifestFile[];
      readonly queries: readonly string[];
    }
  | { readonly kind: 'open-run'; readonly plan: RunPlan }
  | { readonly kind: 'run-bucket'; readonly files: BucketFiles }
  /** The same for rows that come from elsewhere. */
  | { readonly kind: 'run-rows'; readonly persons: ReadColumns; readonly claims: ReadColumns }
  | {
      readonly kind: 'tables';
      readonly folder: string;
      readonly tables: readonly PlainTable[];
    }
  | ImportJob;

/** A cell of what a query gives: whole numbers as texts, days as `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null;

export interface BlockAnswer {
  readonly files: readonly ManifestFile[];
  readonly sums: BlockSums;
}

/** Row by row, query by query. */
export type QueryAnswer = readonly (readonly (readonly Cell[])[])[];

export interface Answers {
  readonly block: BlockAnswer;
  readonly query: QueryAnswer;
  readonly import: ImportAnswer;
  /** Names of the files. */
  readonly tables: readonly string[];
  readonly 'open-run': 'open';
  readonly 'run-bucket': BucketAnswer;
  readonly 'run-rows': BucketAnswer;
}

/** What a child says when it is done: an answer, or why there is none. */
export type ChildReply =
  | { readonly kind: 'answer'; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'failed'; readonly reason: string };
