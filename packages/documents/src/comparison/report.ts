import type { ClauseEffects } from '@tiaoli/reports';
import type {
  BehaviourComparison,
  ComparedSide,
  ConformanceComparison,
  VersionComparison,
} from '@tiaoli/workspace';

/** What is known of two sides: the data that the JSON of `tiaoli diff` says too. Views that were not asked for are absent. */
export interface ComparisonReport {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  readonly comparison?: VersionComparison;
  readonly behaviour?: BehaviourComparison;
  readonly conformance?: ConformanceComparison;
  /** What a run over a population says of the clauses. */
  readonly effects?: ClauseEffects;
  /** Whether it comes from a demonstration, which the paper says. */
  readonly isDemo?: boolean;
}
