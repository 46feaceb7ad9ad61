import { createHash } from 'node:crypto';
import type { ChangeAlone } from '@tiaoli/diff';
import { changesAlone } from '@tiaoli/diff';
import { withPool } from '../columnar/child-pool.ts';
import type {
  NothingChanged,
  ReformResult,
  SimulationResult,
  Verdict,
} from '../result/simulation-result.ts';
import type { Sweep } from '../result/whatif-result.ts';
import type { Scenario } from '../run/scenario.ts';
import type { RunSettings, Simulated, SimulationRequest } from '../run/simulate.ts';
import { simulate } from '../run/simulate.ts';
import { assumeThresholds } from '../watch/assume-thresholds.ts';
import { changesOf, changeWaterfall } from './by-change.ts';
import { withBalances } from './city-accounts-of-result.ts';
import { flagsOf } from './flags-of.ts';
import type { ReadWhatIf, WhatIf } from './read-whatif.ts';
import { readWhatIf } from './read-whatif.ts';
import { runSensitivity } from './run-sensitivity.ts';
import { solveTargets } from './solve-targets.ts';
import { scansBeyond } from './study-work.ts';
import type { GridPoints } from './sweep-points.ts';
import { sweepOf } from './sweep-points.ts';
import { withWholeProgress } from './whole-progress.ts';
import { isNothing, isProvedSame, probedScenario } from './why-nothing.ts';

/** A run, and what is asked beyond its two sides. */
export interface StudyRequest extends Omit<SimulationRequest, 'asides' | 'transform' | 'watch'> {
  /** Documents with early-warning lists that hold in the place of the baseline. */
  readonly lists?: readonly Scenario[];
  readonly whatIf?: WhatIf;
}

/**
 * Runs versions over a population, each of their changes alone in the same scan, and what else is asked: other values of a
 * number, other assumptions of the claims, the value that reaches a target, the accounts of the cities.
 */
export function runStudy(request: StudyRequest, settings: RunSettings = {}): Promise<Simulated> {
  return withPool(settings.pool, (pool) => studyOf(request, { ...settings, pool }));
}

async function studyOf(request: StudyRequest, asked: RunSettings): Promise<Simulated> {
  const { whatIf = {}, lists = [], ...core } = request;
  const read = readWhatIf(whatIf, core);
  if (read.kind === 'refused') return read;
  const assumed = assumeThresholds(lists, whatIf.thresholds ?? []);
  if (assumed.kind === 'refused') return assumed;
  const { watch } = assumed;
  const beyond = scansBeyond(read);
  const settings = withWholeProgress(asked, 1 + beyond.sensitivity + beyond.solve);
  const changes = core.reforms.map((reform) => reform.alone ?? changesOf(core.baseline, reform));
  const asides = [
    ...changes.flat().map(({ program }) => program),
    ...read.sweeps.flatMap(({ programs }) => programs),
  ].map((program): Scenario => ({ program, identity: core.baseline.identity }));
  const done = await simulate(
    {
      ...{ ...core, asides, watch },
      ...(read.accounts && { accountCities: read.accounts.map(({ city }) => city) }),
    },
    settings,
  );
  if (done.kind !== 'done') return done;
  const verdicts = [...(done.asides ?? [])];
  const waterfalls = changes.map((own, at) =>
    waterfallOf(own, verdicts.splice(0, own.length), done.result.reforms[at]),
  );
  const sweeps = read.sweeps.flatMap((grid) =>
    sweepFrom(grid, verdicts.splice(0, grid.points.length)),
  );
  const reforms = done.result.reforms.map(
    (reform, at): ReformResult => ({
      ...reform,
      ...waterfalls[at],
      ...(at === 0 && sweeps.length > 0 && { sweeps }),
    }),
  );
  const told = await withMore({ ...done.result, reforms }, { read, core, settings });
  return told.kind === 'done' ? { ...told, isKept: done.isKept ?? false } : told;
}

/** Absent where one of the changes cannot be run alone. */
function waterfallOf(
  changes: readonly ChangeAlone[],
  verdicts: readonly (Verdict | undefined)[],
  reform: ReformResult | undefined,
): Pick<ReformResult, 'byChange'> {
  const alone = changes.flatMap((change, at) => {
    const verdict = verdicts[at];
    return verdict ? [{ change, verdict }] : [];
  });
  if (!reform || alone.length === 0 || alone.length < changes.length) return {};
  return { byChange: changeWaterfall(alone, reform.verdict) };
}

function sweepFrom(grid: GridPoints, verdicts: readonly (Verdict | undefined)[]): readonly Sweep[] {
  const found = grid.points.flatMap((point, at) => {
    const verdict = verdicts[at];
    return verdict ? [{ point, verdict }] : [];
  });
  return [sweepOf(grid, found)];
}

export interface Further {
  readonly read: Extract<ReadWhatIf, { kind: 'read' }>;
  readonly core: Omit<SimulationRequest, 'asides' | 'transform'>;
  readonly settings: RunSettings;
}

/** What needs scans of its own, or none. */
async function withMore(result: SimulationResult, further: Further): Promise<Simulated> {
  const { read } = further;
  const sensitive = read.sensitivity
    ? await runSensitivity(result, further)
    : ({ kind: 'done', result } as const);
  if (sensitive.kind !== 'done') return sensitive;
  const solved = await solveTargets(sensitive.result, further);
  if (solved.kind !== 'done') return solved;
  const balanced = withBalances(solved.result, read);
  if (balanced.kind === 'refused') return balanced;
  const explained = await withReasons(balanced.result, further);
  if (explained.kind !== 'done') return explained;
  return { kind: 'done', result: named(withFlags(explained.result), read) };
}

function withFlags(result: SimulationResult): SimulationResult {
  const reforms = result.reforms.map(
    (reform): ReformResult => ({
      ...reform,
      verdict: { ...reform.verdict, flags: flagsOf(reform) },
    }),
  );
  return { ...result, reforms };
}

/** Says why nothing changed, of reforms under which nothing did. */
async function withReasons(result: SimulationResult, further: Further): Promise<Simulated> {
  const reforms: ReformResult[] = [];
  for (const [at, reform] of result.reforms.entries()) {
    const scenario = further.core.reforms[at];
    if (!scenario || !isNothing(reform)) {
      reforms.push(reform);
      continue;
    }
    const reach = await reachOf(scenario, further);
    if ('kind' in reach) return reach;
    const isProved = isProvedSame(further.core.baseline.program, scenario.program);
    reforms.push({ ...reform, nothingChanged: { isProved, reach } });
  }
  return { kind: 'done', result: { ...result, reforms } };
}

/** Claims with which each change has to do, counted in a scan of their own. */
async function reachOf(
  reform: Scenario,
  { core, settings }: Further,
): Promise<NothingChanged['reach'] | Exclude<Simulated, { kind: 'done' }>> {
  const { baseline } = core;
  if (!baseline.edited || !reform.edited) return [];
  const changes = changesAlone(baseline.edited, reform.edited) ?? [];
  const { scenario, probes } = probedScenario(baseline, changes);
  if (probes.length === 0) return [];
  const done = await simulate({ ...core, reforms: [scenario] }, settings);
  if (done.kind !== 'done') return done;
  const [totals = {}] = done.result.reforms.map(
    ({ scenario: { key } }) => done.result.totals[key] ?? {},
  );
  return probes.map(({ name, change }) => ({
    name: change,
    claims: Math.round(Number(totals[name] ?? 0)),
  }));
}

/** What was asked beyond the two sides is part of what decides the result. */
function named(
  result: SimulationResult,
  { asked }: Extract<ReadWhatIf, { kind: 'read' }>,
): SimulationResult {
  if (asked.length === 0) return result;
  const { identity } = result;
  const id = createHash('sha256')
    .update(JSON.stringify([identity.id, asked]))
    .digest('hex');
  return {
    ...result,
    identity: { ...identity, id, options: { ...identity.options, whatIf: asked } },
  };
}
