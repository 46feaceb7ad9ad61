import { join } from 'node:path';
import type { Diagnostic, LocalText } from '@tiaoli/base';
import { fileSpan } from '@tiaoli/base';
import type { SqlLayout } from '@tiaoli/compiler';
import type { Child } from '../columnar/children.ts';
import { sha256File } from '../columnar/sha256-file.ts';
import { report } from '../messages.ts';
import type { CountedBuckets } from '../run/count-buckets.ts';
import { shapeOf, unread } from '../run/count-buckets.ts';
import { addLedger, emptyLedger } from '../run/ledger.ts';
import { keyOf } from '../run/make-result.ts';
import type { RunPlan } from '../run/run-plan.ts';
import type { Manifest, ManifestFile } from '../table/manifest.ts';
import { apartRowsSteps, apartSteps } from './apart-steps.ts';
import { peopleSteps } from './people-steps.ts';
import { settleApart } from './settle-apart.ts';
import type { SparkScenarios } from './settle-steps.ts';
import { settleSteps } from './settle-steps.ts';
import type { SparkRules } from './settled-rules.ts';
import { sparkRules } from './settled-rules.ts';
import type { SparkPlace, SparkTable } from './spark-job.ts';
import { submitJob } from './submit-job.ts';
import { refusedStep, tallySteps, unbalancedStep, unseenSteps } from './tally-steps.ts';

interface CountSettings {
  /** Settles whom Spark sets apart. */
  readonly child: Child;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Of a Spark that lives for this run alone: its own 200 are for clusters. */
const LOCAL_PARTITIONS = 8;

/** Everything added up by Spark: the same sums as `countBuckets` gives, without single people. */
export async function countOnSpark(
  plan: RunPlan,
  manifest: Manifest,
  place: SparkPlace,
  settings: CountSettings,
): Promise<CountedBuckets> {
  if (plan.transform) throw new Error('other assumptions of the claims are not run on Spark');
  const changed = await changedFile(plan.folder, manifest);
  if (changed) return { kind: 'refused', diagnostics: [changed] };
  const planned = rulesOnSpark(plan);
  if (planned.kind === 'refused') return planned;
  const { rules } = planned;
  const unbalanced = unbalancedStep(plan.scenarios.length);
  const tallied = [
    ...tallySteps(plan),
    ...unseenSteps(plan),
    ...plan.before.map((_, at) => refusedStep(`refused_${at}`, -1, reasons(rules.before[at]))),
    ...plan.scenarios.map((_, s) => refusedStep(`amounts_${s}`, s, reasons(rules.scenarios[s]))),
  ];
  const done = await submitJob(
    {
      name: 'tiaoli simulate',
      tables: tablesOf(plan.folder, manifest),
      steps: [
        ...[...settleSteps(plan, rules), ...apartSteps(plan), ...peopleSteps(plan)],
        ...[...apartRowsSteps(plan), unbalanced, ...tallied.map(({ add: _, ...step }) => step)],
      ],
      partitions: place.master.startsWith('local') ? LOCAL_PARTITIONS : undefined,
    },
    place,
    settings,
  );
  if (done.kind === 'cancelled') return done;
  if (done.kind !== 'done') return { kind: 'refused', diagnostics: [faultOf(done, plan.folder)] };
  const [wrong] = done.rows.get(unbalanced.rows)?.rows ?? [];
  if (wrong) return unbalancedIn(plan, Number(wrong[0]), Number(wrong[1]));
  const apart = await settleApart(plan, done.rows, settings);
  if (apart.kind === 'too-many') return { kind: 'refused', diagnostics: apart.diagnostics };
  if (apart.kind !== 'answer' && apart.kind !== 'nobody') return unread(plan.folder, apart);
  const ledger = emptyLedger(shapeOf(plan));
  for (const { rows, add } of tallied) {
    for (const row of done.rows.get(rows)?.rows ?? []) add(ledger, row);
  }
  if (apart.kind === 'answer') {
    const { answer } = apart;
    if (answer.kind === 'changed') throw new Error('no file was read');
    if (answer.kind === 'unbalanced') return unbalancedIn(plan, answer.scenario, answer.claims);
    addLedger(ledger, answer.ledger);
  }
  return { kind: 'counted', ledger, cases: plan.scenarios.slice(1).map(() => []) };
}

function unbalancedIn(
  { folder }: RunPlan,
  scenario: number,
  claims: number,
): Extract<CountedBuckets, { kind: 'refused' }> {
  const told = { scenario: keyOf(scenario), claims };
  return { kind: 'refused', diagnostics: [report('run-unbalanced', told, fileSpan(folder))] };
}

type PlannedRuns =
  | { readonly kind: 'planned'; readonly rules: SparkScenarios }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

function rulesOnSpark({ before, scenarios }: RunPlan): PlannedRuns {
  const made: SparkRules[] = [];
  for (const each of [...before, ...scenarios]) {
    const planned = sparkRules(each);
    if (planned.kind === 'refused') return planned;
    made.push(planned.rules);
  }
  const rules = { before: made.slice(0, before.length), scenarios: made.slice(before.length) };
  return { kind: 'planned', rules };
}

function tablesOf(folder: string, { files }: Manifest): readonly SparkTable[] {
  return (['persons', 'claims'] as const).map((view) => ({
    view,
    files: files.filter(({ table }) => table === view).map(({ path }) => join(folder, path)),
  }));
}

/** Bytes that are not those of the manifest would give a result of another population under its name. */
async function changedFile(folder: string, { files }: Manifest): Promise<Diagnostic | undefined> {
  for (const { path, sha256 } of files satisfies readonly ManifestFile[]) {
    const found = await sha256File(join(folder, path));
    if (found === sha256) continue;
    const place = fileSpan(join(folder, path));
    return report('population-file-changed', { found, expected: sha256 }, place);
  }
  return undefined;
}

function reasons(rules: SparkRules | undefined): (fault: number) => string {
  const causes: SqlLayout['causes'] = rules?.emitted.layout.causes ?? [];
  return (fault) => {
    if (fault === 0) return '有数值超出声明的取值范围';
    return causes[-fault - 1]?.reason || '事实不全';
  };
}

function faultOf(
  failed: { readonly kind: 'no-spark' } | { readonly kind: 'failed'; readonly reason: string },
  folder: string,
): Diagnostic {
  if (failed.kind === 'no-spark') return report('run-without-spark', {}, fileSpan(folder));
  const reason: LocalText = { zh: failed.reason, en: failed.reason };
  return report('run-on-spark', { reason }, fileSpan(folder));
}
