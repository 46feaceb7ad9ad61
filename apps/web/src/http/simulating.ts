import type { DocumentBefore } from '@tiaoli/simulation';
import type { AccountFiles } from '../jobs/account-files.ts';
import type { PopulationFolder } from '../jobs/population-folder.ts';
import type { RunPace } from '../jobs/run-pace.ts';
import type { SimulationJobs } from '../jobs/simulation-jobs.ts';

/** What makes and runs populations. */
export interface Simulating {
  readonly jobs: SimulationJobs;
  readonly populations: PopulationFolder;
  readonly makable: Makable;
  /** Of cities, as they were handed in. */
  readonly accounts: AccountFiles;
  readonly pace: RunPace;
  readonly questions: RunQuestions;
}

/**
 * What is asked of a run before it is begun. Handed in, since what reads populations cannot be bundled: its database is a
 * library of the machine.
 */
export type RunQuestions = Pick<
  typeof import('@tiaoli/simulation'),
  'assumableNumbers' | 'movableValues' | 'parseAdjustment' | 'readAccounts' | 'studyWork'
>;

/** Which populations can be made here. */
export interface Makable {
  readonly provinces: readonly string[];
  readonly sizes: readonly { readonly preset: string; readonly persons: number }[];
  /** The rules that they are measured by, all year. */
  readonly rules: { readonly document: string; readonly jurisdiction: string };
  readonly year: number;
  /** Rules from which others take facts, where the policies have them. */
  readonly before: readonly DocumentBefore[];
}

const key = Symbol.for('tiaoli.simulating');

/** Hands the simulations of this process to its routes; they are made from source, as comparisons are. */
export function shareSimulating(simulating: Simulating): void {
  Reflect.set(globalThis, key, simulating);
}

/** Throws where the server was not started by `startWorkbench`. */
export function simulating(): Simulating {
  const known: Simulating | undefined = Reflect.get(globalThis, key);
  if (!known) throw new Error('the server was started without simulations');
  return known;
}
