import type { LocalText } from '@tiaoli/base';
import type { PlannedRules } from '../run/run-plan.ts';
import type { Scenario } from '../run/scenario.ts';

/** A document with lists, and what was assumed of it. */
export interface WatchScenario extends Scenario {
  readonly assumed: readonly AssumedThreshold[];
}

/** A number that somebody took for granted: ILLUSTRATIVE. */
export interface AssumedThreshold {
  readonly name: string;
  /** As it was written: `50%`, `4万元`. */
  readonly value: string;
}

/** A list as one scenario feeds it. */
export interface WatchSide {
  readonly rules: PlannedRules;
  /** Input: the event is a check of the list. */
  readonly checked: string;
  /** Definition: the check lists the person. */
  readonly listed: string;
  /** Facts of the list, each with the results of the scenario that add up to it. */
  readonly gives: readonly { readonly input: string; readonly adds: readonly string[] }[];
}

/** A list that is counted: one side for each scenario that is no aside. */
export interface WatchPlan {
  readonly sides: readonly WatchSide[];
}

/** A list as it is told of. */
export interface NamedList {
  readonly name: string;
  readonly document: string;
  readonly title: string;
  readonly assumed: readonly AssumedThreshold[];
}

export type PlannedList = NamedList &
  (
    | {
        readonly kind: 'counted';
        readonly plan: WatchPlan;
        readonly assumptions: readonly LocalText[];
      }
    | { readonly kind: 'not-counted'; readonly reason: LocalText }
  );
