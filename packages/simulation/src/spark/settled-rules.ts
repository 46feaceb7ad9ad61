import type { Diagnostic } from '@tiaoli/base';
import type { EmittedSql, SqlResult } from '@tiaoli/compiler';
import { emitSql } from '@tiaoli/compiler';
import { alwaysGiven } from '../run/facts-needed.ts';
import type { PlannedRules, PlannedScenario, RulesBefore } from '../run/run-plan.ts';

/** Rules as a query of Spark, with what the run asks of it. */
export interface SparkRules {
  readonly planned: PlannedRules;
  readonly emitted: EmittedSql;
}

export type SparkPlanned<Rules> =
  | { readonly kind: 'planned'; readonly rules: Rules }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** The query of a version, with the same results as its module gives. */
export function sparkRules(planned: PlannedScenario | RulesBefore): SparkPlanned<SparkRules> {
  const { emitted, diagnostics } = emitSql(planned.program, {
    dialect: 'spark',
    given: alwaysGiven(planned.sources),
    results: planned.emitted.layout.results.map(({ definition }) => definition),
    state: 'needed',
  });
  return emitted
    ? { kind: 'planned', rules: { planned, emitted } }
    : { kind: 'refused', diagnostics };
}

/** What a result comes to for a claim in whole numbers: 0 where it is not applicable, or missing. */
export function amountText({ emitted }: SparkRules, definition: string): string {
  const { value } = resultOf(emitted, definition);
  return `coalesce(CAST(${value} AS BIGINT), 0L)`;
}

export function resultOf({ layout }: EmittedSql, definition: string): SqlResult {
  const found = layout.results.find((each) => each.definition === definition);
  if (!found) throw new Error(`${definition} is no result of the query`);
  return found;
}

/**
 * Why a claim is not settled, as the first essential result says: `null` where it is; below 0 the cause of the layout, 0
 * for a number beyond the bounds for which the program is exact.
 */
export function faultText({ planned, emitted }: SparkRules): string {
  const statuses = planned.essential.flatMap((id) => {
    const { status } = resultOf(emitted, id);
    return status === undefined ? [] : [`WHEN ${status} < 0 THEN ${status}`];
  });
  return `CASE WHEN NOT admitted THEN 0 ${statuses.join(' ')} END`;
}
