import { join } from 'node:path';
import type { Diagnostic } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { ChildPool } from '../columnar/child-pool.ts';
import type { Child } from '../columnar/children.ts';
import { outcomeText } from '../columnar/outcome-text.ts';
import { report } from '../messages.ts';
import type { Manifest } from '../table/manifest.ts';
import type { ChosenCase } from '../whatif/find-cases.ts';
import { chooseCases } from '../whatif/find-cases.ts';
import { rowOfCity } from './group-rows.ts';
import type { Ledger, LedgerShape } from './ledger.ts';
import { addLedger, emptyLedger } from './ledger.ts';
import { keyOf } from './make-result.ts';
import type { BucketAnswer } from './run-bucket.ts';
import type { RunCache } from './run-cache.ts';
import type { Failure } from './run-children.ts';
import { filesByBucket, runBuckets } from './run-children.ts';
import type { RunPlan } from './run-plan.ts';
import type { RunSettings } from './simulate.ts';

export type CountedBuckets =
  | {
      readonly kind: 'counted';
      readonly ledger: Ledger;
      /** By reform. */
      readonly cases: readonly (readonly ChosenCase[])[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'cancelled' };

interface CountSettings extends RunSettings {
  readonly pool: ChildPool;
  readonly child: Child;
  readonly cache: RunCache | undefined;
}

/** Everything added up over all buckets; what an earlier run of the same name has done is not done again. */
export async function countBuckets(
  key: string,
  plan: RunPlan,
  manifest: Manifest,
  { workers, signal, onProgress, cache, pool, child }: CountSettings,
): Promise<CountedBuckets> {
  const shape = shapeOf(plan);
  const begun = await cache?.begunOf(key, shape);
  const ledger = begun?.ledger ?? emptyLedger(shape);
  const done = [...(begun?.done ?? [])];
  let cases = begun?.cases ?? [];
  const files = filesByBucket(manifest);
  let fault: Diagnostic | undefined;
  onProgress?.(done.length, files.length);
  const failure = await runBuckets({
    ...{ plan, pool, child, files, workers, signal },
    buckets: files.map((_, bucket) => bucket).filter((bucket) => !done.includes(bucket)),
    onAnswer: async (bucket, answer) => {
      if (answer.kind !== 'sums') {
        fault ??= faultOf(answer, plan.folder);
        return 'stop';
      }
      addLedger(ledger, answer.ledger);
      cases = answer.cases.map((found, at) =>
        chooseCases([...(cases[at] ?? []), ...found.map((each) => ({ ...each, bucket }))]),
      );
      done.push(bucket);
      if (done.length < files.length)
        await cache?.keepBegun(key, { done: [...done], ledger, cases });
      onProgress?.(done.length, files.length);
      return 'go-on';
    },
  });
  if (fault) return { kind: 'refused', diagnostics: [fault] };
  return failure ? unread(plan.folder, failure) : { kind: 'counted', ledger, cases };
}

/** Of the ledger of a run. */
export function shapeOf({ survey, scenarios, asides, watch }: RunPlan): LedgerShape {
  return {
    lists: { count: watch.length, sides: scenarios.length - asides },
    rows: rowOfCity(survey.cities.length),
    layers: scenarios.map(({ layers }) => layers.length),
    outputs: scenarios.map(({ outputs }) => outputs.length),
  };
}

/** Why the files of a population gave nothing. */
export function unread(
  folder: string,
  outcome: Failure,
): Exclude<CountedBuckets, { kind: 'counted' }> {
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  const reason = outcomeText(outcome);
  return {
    kind: 'refused',
    diagnostics: [report('population-unreadable', { reason }, fileSpan(folder))],
  };
}

function faultOf(answer: Exclude<BucketAnswer, { kind: 'sums' }>, folder: string): Diagnostic {
  if (answer.kind === 'changed') {
    const { path, found, expected } = answer.file;
    return report('population-file-changed', { found, expected }, fileSpan(join(folder, path)));
  }
  const { scenario, claims } = answer;
  return report('run-unbalanced', { scenario: keyOf(scenario), claims }, fileSpan(folder));
}
