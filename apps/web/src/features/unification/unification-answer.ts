import type { UnificationMatrix } from '@tiaoli/workspace';

/** What `/api/unification` answers. */
export interface UnificationAnswer {
  /** Those that have documents. */
  readonly provinces: readonly string[];
  /** Of the province that was asked for, else of the first; absent where no province has documents. */
  readonly matrix?: UnificationMatrix;
}
