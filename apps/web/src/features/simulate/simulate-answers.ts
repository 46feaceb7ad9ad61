import type { AssumableNumber, MovableValue, SimulationResult } from '@tiaoli/simulation';

/** What `GET /api/simulate/populations` answers. */
export interface PopulationsAnswer {
  readonly populations: readonly ListedPopulation[];
  /** Of which provinces, and in which sizes, one can be made. */
  readonly provinces: readonly string[];
  readonly sizes: readonly PopulationSize[];
  /** Names of the jobs that make some now, first come first. */
  readonly making: readonly string[];
}

export interface PopulationSize {
  readonly preset: string;
  readonly persons: number;
}

/** A population that lies on the server. */
export type ListedPopulation = UsablePopulation | UnusablePopulation;

export interface UsablePopulation {
  readonly kind: 'usable';
  /** Of its folder. */
  readonly name: string;
  readonly isSynthetic: boolean;
  /** Of a synthetic one. */
  readonly province?: string;
  readonly preset?: string;
  readonly year: number;
  readonly persons: number;
  readonly claims: number;
}

export interface UnusablePopulation {
  readonly kind: 'unusable';
  readonly name: string;
  readonly reason: string;
}

/** What `POST …/populations` and `POST …/jobs` answer: under which name the job is found. */
export interface BegunJob {
  readonly job: string;
}

/** What `GET /api/simulate/jobs/…` answers. */
export type SimulationJobAnswer =
  | { readonly kind: 'waiting'; readonly ahead: number }
  | { readonly kind: 'running'; readonly progress?: JobProgress }
  /** A population was made, under this name. */
  | { readonly kind: 'made'; readonly population: string }
  | { readonly kind: 'done'; readonly result: SimulationResult }
  /** Why nothing came of it, and what to do. */
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
  | { readonly kind: 'failed' };

/** Parts of the population that are done. */
export interface JobProgress {
  readonly done: number;
  readonly of: number;
}

/** What `GET /api/simulate/plan` answers. */
export interface PlanAnswer {
  /** Numbers of the rules proposed that may be moved. */
  readonly values: readonly MovableValue[];
  /** Numbers of early-warning lists that may be assumed. */
  readonly numbers: readonly AssumableNumber[];
  /** How long it takes, about, and how often the population is read; absent where it cannot be run. */
  readonly seconds?: number;
  readonly scans?: number;
  /** What is wrong with what is asked. */
  readonly faults: readonly string[];
}

/** What `POST /api/simulate/accounts` answers. */
export type AccountsAnswer =
  | { readonly kind: 'kept'; readonly name: string; readonly cities: number }
  | {
      readonly kind: 'faults';
      readonly faults: readonly { readonly line: number; readonly reason: string }[];
    };
