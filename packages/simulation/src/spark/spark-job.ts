/** A table that a job reads, and the name under which its statements know it. */
export type SparkTable =
  | { readonly view: string; readonly files: readonly string[] }
  /** Of the metastore of the cluster: `database.table`. */
  | { readonly view: string; readonly table: string };

/** A statement: its result is a view of the further ones, or rows that come back, or both. */
export interface SparkStep {
  readonly sql: string;
  readonly view?: string;
  /** Whether the view is worked out once, since several further statements read it. */
  readonly keep?: boolean;
  /** Under this name its rows come back. */
  readonly rows?: string;
}

export interface SparkJob {
  /** What the cluster shows it as. */
  readonly name: string;
  readonly tables: readonly SparkTable[];
  readonly steps: readonly SparkStep[];
  /** In how many parts rows are put together again; as the cluster is set without it. */
  readonly partitions?: number | undefined;
}

/** Whole numbers, decimals and dates as text. */
export type SparkCell = string | boolean | null | readonly SparkCell[];
export type SparkRow = readonly SparkCell[];

/** What a statement gives, in no order. */
export interface SparkRows {
  /** Names, and types as Spark writes them: `bigint`, `array<string>` … */
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly rows: readonly SparkRow[];
}

/** How a Spark is reached. */
export interface SparkPlace {
  /** `local[2]`, `spark://host:7077`, `yarn` … */
  readonly master: string;
  /** Further settings of the cluster, as `--conf` takes them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Settings without which the same statements may come to something else: an amount beyond 64 bits is an error and no other
 * amount, days do not depend on where the cluster stands, and no recursion over claims ends early unseen.
 */
export function settingsOf({ tables, partitions }: SparkJob, place: SparkPlace) {
  const isLocal = place.master.startsWith('local');
  return {
    ...(isLocal && localSettings),
    ...place.settings,
    ...(partitions !== undefined && { 'spark.sql.shuffle.partitions': String(partitions) }),
    'spark.sql.ansi.enabled': 'true',
    'spark.sql.session.timeZone': 'UTC',
    'spark.sql.cteRecursionLevelLimit': '-1',
    'spark.sql.cteRecursionRowLimit': '-1',
    'spark.sql.caseSensitive': 'true',
    // A policy of many steps is a query of many lists in each other: its names are found one list after the other.
    'spark.sql.analyzer.maxIterations': '2000',
    // What follows from conditions is of no use here, and takes as long as all else of planning for expressions of this size.
    'spark.sql.constraintPropagation.enabled': 'false',
    ...(tables.some((table) => 'table' in table) && { 'spark.sql.catalogImplementation': 'hive' }),
  };
}

/** One that lives for this job alone listens on this computer only, and shows no page. */
const localSettings = {
  'spark.ui.enabled': 'false',
  'spark.driver.host': '127.0.0.1',
  'spark.driver.bindAddress': '127.0.0.1',
} as const;
