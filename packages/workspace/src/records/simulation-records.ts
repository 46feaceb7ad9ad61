import type { Outcome } from './outcome.ts';

/** People and claims over which rules are run. */
export interface Dataset {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly title: string;
  /** Of its folder among those of the server. */
  readonly folder: string;
  /** Of its files. */
  readonly rootHash: string;
  readonly persons: number;
  readonly claims: number;
  /** Whether its people are invented. */
  readonly isSynthetic: boolean;
  /** The day from which it is not to be kept, `YYYY-MM-DD`. */
  readonly retainUntil: string;
  readonly registrarId: string;
  readonly registeredAt: Date;
}

export type NewDataset = Omit<Dataset, 'id' | 'registrarId' | 'registeredAt'>;

/** Datasets of one's own offices that are not deleted. */
export interface DatasetRecords {
  find(id: string): Promise<Dataset | undefined>;
  list(): Promise<readonly Dataset[]>;
  register(dataset: NewDataset): Promise<Dataset>;
  /** Ends the transaction where one may not register a dataset for that place, or not until that day. */
  demandRegistration(jurisdictionId: string, retainUntil: string): Promise<void>;
  /** Nobody runs anything over it any more; its files are for whoever keeps the folders to take away. */
  delete(id: string, reason: string): Promise<Dataset>;
}

/** What came of running rules over a dataset. */
export interface Run {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly datasetId: string;
  /** 64 hexadecimal digits: the same for the same question. */
  readonly identity: string;
  readonly title: string;
  /** SHA-256 of the result. */
  readonly resultHash: string;
  readonly runnerId: string;
  readonly ranAt: Date;
}

/** Runs of one's own offices, for ever. */
export interface RunRecords {
  find(id: string): Promise<Run | undefined>;
  /** Those made last first. */
  list(): Promise<readonly Run[]>;
  /** JSON of its `SimulationResult`. */
  result(id: string): Promise<string | undefined>;
  keep(
    run: Pick<Run, 'datasetId' | 'identity' | 'title'> & { readonly result: string },
  ): Promise<Run>;
}

/** Facts of a case that were kept to be opened again. */
export interface StoredCase {
  /** Random: whoever has it and the rights opens the case. */
  readonly id: string;
  readonly jurisdictionId: string;
  /** The version under which it is settled. */
  readonly versionId: string;
  readonly title: string;
  /** JSON, as `calc` takes it. */
  readonly input: string;
  readonly keeperId: string;
  readonly keptAt: Date;
  /** The moment from which it is not to be seen. */
  readonly expiresAt: Date;
}

/** Days for which a case is kept at most. */
export const mostCaseDays = 365;
/** Characters (UTF-16) of the facts of a case. */
export const mostCaseText = 1024 * 1024;

/** Cases of one's own offices whose time is not over. */
export interface CaseRecords {
  find(id: string): Promise<StoredCase | undefined>;
  /** Those kept last first, without their facts. */
  list(): Promise<readonly Omit<StoredCase, 'input'>[]>;
  keep(
    stored: Pick<StoredCase, 'jurisdictionId' | 'versionId' | 'title' | 'input'> & {
      readonly days: number;
    },
  ): Promise<StoredCase>;
  delete(id: string): Promise<void>;
}

/** Takes away the facts of cases whose time is over, with an event for each; answers how many. */
export type ForgetCases = () => Promise<Outcome<number>>;
